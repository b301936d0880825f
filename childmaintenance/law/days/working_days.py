"""Working days by nation, from our own table of bank holidays, which stops where it ends."""

import tomllib
from datetime import date, timedelta
from enum import Enum
from functools import lru_cache
from pathlib import Path

ONE_DAY = timedelta(days=1)
SATURDAY = 5


class Nation(Enum):
    """Whose bank holidays."""

    ENGLAND_AND_WALES = "england_and_wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern_ireland"

    __hash__ = object.__hash__


class NoCalendar(LookupError):
    """The table of bank holidays does not reach that year."""

    def __init__(self, year: int, nation: Nation) -> None:
        super().__init__(f"There is no calendar of bank holidays for {nation.value} in {year}.")
        self.year, self.nation = year, nation


@lru_cache(maxsize=1)
def _calendar() -> dict[Nation, dict[int, frozenset[date]]]:
    tables = tomllib.loads(Path(__file__).with_name("bank_holidays.toml").read_text(encoding="utf-8"))
    return {
        Nation(name): {int(year): frozenset(days) for year, days in table.items()} for name, table in tables.items()
    }


def bank_holidays(year: int, nation: Nation) -> frozenset[date]:
    """The bank holidays of one year; raises NoCalendar outside the years of the table."""
    try:
        return _calendar()[nation][year]
    except KeyError:
        raise NoCalendar(year, nation) from None


def is_working_day(day: date, nation: Nation) -> bool:
    """Whether a day is neither a weekend nor a bank holiday; raises NoCalendar outside the table, at weekends too."""
    holidays = bank_holidays(day.year, nation)
    return day.weekday() < SATURDAY and day not in holidays


def on_or_after(day: date, nation: Nation) -> date:
    """The day itself, or the next working day."""
    while not is_working_day(day, nation):
        day += ONE_DAY
    return day


def on_or_before(day: date, nation: Nation) -> date:
    """The day itself, or the working day before it."""
    while not is_working_day(day, nation):
        day -= ONE_DAY
    return day


def working_days_after(day: date, number: int, nation: Nation) -> date:
    """The working day that comes so many working days after a day; the day itself is not counted."""
    for _ in range(number):
        day = on_or_after(day + ONE_DAY, nation)
    return day
