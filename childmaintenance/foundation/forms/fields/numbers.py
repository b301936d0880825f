"""Amounts of money and whole numbers."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from childmaintenance.foundation import language
from childmaintenance.foundation.forms.fields.text import Text
from childmaintenance.values.money import Money

_POUNDS = re.compile(r"([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.([0-9]{1,2}))?", re.ASCII)
_WHOLE = re.compile(r"[0-9]+", re.ASCII)
MOST_DIGITS = 15
THE_AMOUNT, THE_NUMBER = _("The amount"), _("The number")


class Pounds(Text):
    """An amount in pounds, cleaned to Money of whole pence. `least` and `highest` are pence."""

    keyboard = "decimal"

    def __init__(
        self,
        *,
        least: int = 0,
        highest: int = 99_999_999,
        width: int = 10,
        called: Any = THE_AMOUNT,
        **options: Any,
    ) -> None:
        self.least, self.highest = least, highest
        super().__init__(called=called, width=width, prefix="£", **options)

    def clean(self, value: Any) -> Money | None:
        """Money, or None where nothing was given and nothing is needed. Accepts a pound sign, commas and spaces."""
        text = super().clean(value)
        if not text:
            return None
        digits = re.sub(r"[£\s]", "", text)
        match = _POUNDS.fullmatch(digits)
        if match is None or len(digits) > MOST_DIGITS:
            if digits.startswith(("-", "−", "–")):
                raise ValidationError(_("%(called)s cannot be less than £0."), params={"called": self.called})
            if re.fullmatch(r"[0-9,]+\.[0-9]{3,}", digits, re.ASCII):
                raise ValidationError(
                    _("%(called)s must be in pounds and pence, like 123.45."), params={"called": self.called}
                )
            raise ValidationError(_("%(called)s must be a number, like 600 or 193.54."), params={"called": self.called})
        whole, part = match.groups()
        pence = int(whole.replace(",", "")) * 100 + int((part or "").ljust(2, "0"))
        if pence < self.least:
            raise ValidationError(
                _("%(called)s must be %(least)s or more."),
                params={"called": self.called, "least": language.pounds(self.least)},
            )
        if pence > self.highest:
            raise ValidationError(
                _("%(called)s must be %(highest)s or less."),
                params={"called": self.called, "highest": language.pounds(self.highest)},
            )
        return Money.pence(pence)

    def prepare_value(self, value: Any) -> Any:
        """What stands in the box: as typed, or two decimals without the sign."""
        return str(value) if isinstance(value, Money) else value

    def shown(self, value: Any) -> str:
        """£1,234.56"""
        return language.pounds(value.in_pence)


class WholeNumber(Text):
    """A whole number, nought or more, cleaned to int."""

    keyboard = "numeric"

    def __init__(
        self, *, least: int = 0, highest: int = 1_000_000, width: int = 4, called: Any = THE_NUMBER, **options: Any
    ) -> None:
        self.least, self.highest = least, highest
        super().__init__(called=called, width=width, **options)

    def clean(self, value: Any) -> int | None:
        """The number, or None where nothing was given and nothing is needed."""
        text = super().clean(value)
        if not text:
            return None
        digits = re.sub(r"[\s,]", "", text)
        if not _WHOLE.fullmatch(digits):
            raise ValidationError(
                _("%(called)s must be a whole number, like %(least)d."),
                params={"called": self.called, "least": max(self.least, 1)},
            )
        if len(digits) > MOST_DIGITS or not self.least <= int(digits) <= self.highest:
            raise ValidationError(
                _("%(called)s must be between %(least)d and %(highest)d."),
                params={"called": self.called, "least": self.least, "highest": self.highest},
            )
        return int(digits)

    def shown(self, value: Any) -> str:
        """The number itself."""
        return str(value)
