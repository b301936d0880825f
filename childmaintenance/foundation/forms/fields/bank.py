"""Bank details, as they stand on a card or a statement. What a bank accepts is checked where the account is stored."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from childmaintenance.foundation.forms.fields.text import Text

ACCOUNT_NAME = _("Name on the account")
_GAPS = re.compile(r"[\s\-–—.]")


class AccountName(Text):
    """The name on the account."""

    def __init__(self, *, called: Any = ACCOUNT_NAME, **options: Any) -> None:
        super().__init__(called=called, most=70, autocomplete="off", width=30, **options)


class SortCode(Text):
    """Six digits, with spaces or dashes or without; cleaned to the digits."""

    keyboard = "numeric"

    def __init__(self, **options: Any) -> None:
        options.setdefault("help_text", _("Must be 6 digits long"))
        super().__init__(called=_("Sort code"), width=5, autocomplete="off", **options)

    def to_python(self, value: Any) -> str:
        digits = _GAPS.sub("", super().to_python(value))
        if digits and not re.fullmatch(r"[0-9]{6}", digits):
            raise ValidationError(_("Enter a valid sort code, like 30-94-30."))
        return digits

    def shown(self, value: Any) -> str:
        """In pairs, as on a card."""
        return "-".join((value[:2], value[2:4], value[4:]))


class AccountNumber(Text):
    """Six to eight digits; cleaned to the digits."""

    keyboard = "numeric"

    def __init__(self, **options: Any) -> None:
        options.setdefault("help_text", _("Must be between 6 and 8 digits long"))
        super().__init__(called=_("Account number"), width=10, autocomplete="off", **options)

    def to_python(self, value: Any) -> str:
        digits = _GAPS.sub("", super().to_python(value))
        if digits and not re.fullmatch(r"[0-9]{6,8}", digits):
            raise ValidationError(_("Enter a valid account number, like 00733445."))
        return digits


class RollNumber(Text):
    """A building society's own reference, where there is one: up to 18 letters, digits, spaces, dots, slashes and dashes."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("required", False)
        options.setdefault("help_text", _("You can find it on your card, statement or passbook"))
        super().__init__(called=_("Building society roll number"), width=10, autocomplete="off", **options)

    def to_python(self, value: Any) -> str:
        text = super().to_python(value)
        if text and not re.fullmatch(r"[A-Za-z0-9 ./\-]{1,18}", text):
            raise ValidationError(
                _("The roll number must be 18 or fewer letters, numbers, spaces, full stops, slashes or hyphens.")
            )
        return text
