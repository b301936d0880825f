"""National Insurance numbers. They find a record; they never prove who somebody is."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from childmaintenance.foundation.forms.fields.text import Text

# Two letters, six digits, A to D; the letters and pairs that HMRC never gives out are refused.
_NUMBER = re.compile(r"(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][0-9]{6}[A-D]")


class NationalInsuranceNumber(Text):
    """One box for the whole number, in any spacing and case; cleaned to nine capitals and digits."""

    autocapitalize = "characters"

    def __init__(self, **options: Any) -> None:
        options.setdefault(
            "help_text", _("It’s on a payslip, P60 or benefit letter. For example, QQ\u00a012\u00a034\u00a056\u00a0C.")
        )
        options.setdefault("missing", _("Enter a National Insurance number"))
        super().__init__(called=_("National Insurance number"), width=10, autocomplete="off", **options)

    def to_python(self, value: Any) -> str:
        number = re.sub(r"[\s\-–.]", "", super().to_python(value)).upper()
        if number and not _NUMBER.fullmatch(number):
            raise ValidationError(
                _("Enter a National Insurance number in the correct format, like QQ\u00a012\u00a034\u00a056\u00a0C.")
            )
        return number

    def shown(self, value: Any) -> str:
        """In pairs, as on a letter."""
        return " ".join((value[:2], value[2:4], value[4:6], value[6:8], value[8:]))
