"""Dates, in three boxes: what people remember is typed faster than it is found in a calendar."""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable
from datetime import date
from typing import Any

from babel.dates import get_month_names
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from childmaintenance.foundation import clock, language

PARTS = ("day", "month", "year")
THE_DATE = _("The date")
Limit = date | Callable[[], date] | None

# What to say when parts are missing: whole sentences, because in Welsh the words around them change too.
_WITHOUT = {
    ("day",): _("%(called)s must include a day."),
    ("month",): _("%(called)s must include a month."),
    ("year",): _("%(called)s must include a year."),
    ("day", "month"): _("%(called)s must include a day and month."),
    ("day", "year"): _("%(called)s must include a day and year."),
    ("month", "year"): _("%(called)s must include a month and year."),
}


class ThreeBoxes(forms.Widget):
    """Day, month and year, named name-day, name-month and name-year. Drawn by the upstream date macro."""

    birthday = False

    def value_from_datadict(self, data: Any, files: Any, name: str) -> tuple[str, str, str]:
        """The three boxes as typed."""
        day, month, year = (str(data.get(f"{name}-{part}", "")).strip() for part in PARTS)
        return day, month, year

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return not any(f"{name}-{part}" in data for part in PARTS)

    def id_for_label(self, id_: str, index: Any = None) -> str:
        """The first box, so that a link from the error summary lands in it."""
        return f"{id_}-day" if id_ else ""


class Date(forms.Field):
    """A date, cleaned to `date`. `earliest` and `latest` are dates or functions asked on the day (clock.today)."""

    widget = ThreeBoxes

    def __init__(
        self,
        *,
        called: Any = THE_DATE,
        missing: Any = "",
        earliest: Limit = date(1900, 1, 1),
        latest: Limit = None,
        too_early: Any = "",
        too_late: Any = "",
        birthday: bool = False,
        **options: Any,
    ) -> None:
        """`birthday` is for the person's own birthday, so that the browser can fill it in."""
        self.called, self.earliest, self.latest = called, earliest, latest
        self.too_early, self.too_late = too_early, too_late
        super().__init__(**options)
        self.widget.birthday = birthday
        if missing:
            self.error_messages["required"] = missing

    def clean(self, value: tuple[str, str, str] | date | None) -> date | None:
        """The date; raises ValidationError whose params["parts"] are the boxes at fault."""
        if isinstance(value, date):
            return value
        typed = dict(zip(PARTS, value or ("", "", ""), strict=True))
        absent = tuple(part for part in PARTS if not typed[part])
        if absent == PARTS:
            if self.required:
                raise ValidationError(
                    self.error_messages["required"], code="required", params={"parts": PARTS, "called": self.called}
                )
            return None
        if absent:
            raise self.wrong(_WITHOUT[absent], absent)
        day, month, year = _number(typed["day"], 2), _month(typed["month"]), _number(typed["year"], 4)
        if year is None or len(typed["year"]) < 4:
            raise self.wrong(_("The year must be 4 numbers, like 2019."), ("year",))
        if month is None or not 1 <= month <= 12:
            raise self.wrong(_("The month must be a number from 1 to 12, or its name."), ("month",))
        if year == 0 or day is None or not 1 <= day <= monthrange(year, month)[1]:
            raise self.wrong(_("%(called)s must be a real date, like %(example)s."), PARTS, example=_an_example())
        return self._within_limits(date(year, month, day))

    def _within_limits(self, given: date) -> date:
        earliest, latest = (limit() if callable(limit) else limit for limit in (self.earliest, self.latest))
        if earliest and given < earliest:
            raise self.wrong(
                self.too_early or _("%(called)s must be %(limit)s or later."), PARTS, limit=language.long_date(earliest)
            )
        if latest and given > latest:
            if latest == clock.today() and not self.too_late:
                raise self.wrong(_("%(called)s must be today or in the past."), PARTS)
            raise self.wrong(
                self.too_late or _("%(called)s must be %(limit)s or earlier."), PARTS, limit=language.long_date(latest)
            )
        return given

    def wrong(self, message: Any, parts: tuple[str, ...], **values: Any) -> ValidationError:
        """A message about some of the boxes."""
        return ValidationError(message, params={"called": self.called, "parts": parts, **values})

    def shown(self, value: date) -> str:
        """5 April 2019, or 5 Ebrill 2019."""
        return language.long_date(value)


def _number(text: str, most_digits: int) -> int | None:
    return int(text) if re.fullmatch(rf"[0-9]{{1,{most_digits}}}", text, re.ASCII) else None


def _month(text: str) -> int | None:
    """A month by number, or by its name or its beginning, in English or Welsh, whichever page this is."""
    if (number := _number(text, 2)) is not None:
        return number
    word = unicodedata.normalize("NFC", text).casefold().rstrip(".")
    found = {
        month
        for code in language.LANGUAGES
        for month, name in get_month_names("wide", locale=code).items()
        if len(word) >= 3 and name.casefold().startswith(word)
    }
    return found.pop() if len(found) == 1 else None


def _an_example() -> str:
    return f"27 3 {clock.today().year - 10}"
