"""Ways to reach somebody."""

import re
from typing import Any

import phonenumbers
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from childmaintenance.foundation.forms.fields.text import Text

# The shapes of the first half, by Royal Mail's rules; letters that are never used in a place are refused there.
_OUTWARD = re.compile(r"[A-PR-UWYZ](?:[0-9]{1,2}|[0-9][A-HJKPS-UW]|[A-HK-Y][0-9]{1,2}|[A-HK-Y][0-9][ABEHMNPRV-Y])")
_INWARD = re.compile(r"[0-9][ABD-HJLNP-UW-Z]{2}")


class Email(Text):
    """An email address."""

    keyboard = "email"
    widget = forms.EmailInput

    def __init__(self, *, autocomplete: str = "email", **options: Any) -> None:
        options.setdefault("missing", _("Enter an email address"))
        super().__init__(called=_("Email address"), most=254, autocomplete=autocomplete, **options)

    def to_python(self, value: Any) -> str:
        address = super().to_python(value)
        if address:
            try:
                validate_email(address)
            except ValidationError:
                raise ValidationError(
                    _("Enter an email address in the correct format, like name@example.com.")
                ) from None
        return address


class Phone(Text):
    """A telephone number of any country; one without a country is British. Kept as typed."""

    keyboard = "tel"
    widget = forms.TextInput

    def __init__(self, *, autocomplete: str = "tel", **options: Any) -> None:
        options.setdefault("missing", _("Enter a phone number"))
        super().__init__(called=_("Phone number"), most=32, width=20, autocomplete=autocomplete, **options)
        self.widget.input_type = "tel"

    def to_python(self, value: Any) -> str:
        typed = super().to_python(value)
        if typed:
            try:
                right = phonenumbers.is_possible_number(phonenumbers.parse(typed, "GB"))
            except phonenumbers.NumberParseException:
                right = False
            if not right:
                raise ValidationError(_("Enter a phone number, like 01632 960 001, 07700 900 982 or +44 808 157 0192."))
        return typed


class Postcode(Text):
    """A postcode of the United Kingdom, in any spacing and case; cleaned to capitals with one space."""

    autocapitalize = "characters"

    def __init__(self, *, autocomplete: str = "postal-code", **options: Any) -> None:
        options.setdefault("missing", _("Enter a postcode"))
        super().__init__(called=_("Postcode"), width=10, autocomplete=autocomplete, **options)

    def to_python(self, value: Any) -> str:
        code = re.sub(r"[\s\-–.]", "", super().to_python(value)).upper()
        if not code:
            return ""
        outward, inward = code[:-3], code[-3:]
        if not (_OUTWARD.fullmatch(outward) and _INWARD.fullmatch(inward)):
            raise ValidationError(_("Enter a full UK postcode, like CF10 1EP."))
        return f"{outward} {inward}"
