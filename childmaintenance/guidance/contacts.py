"""Who answers, where, and whether anybody does just now: read from `contacts.toml`, in the reader's language."""

import datetime as dt
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from childmaintenance.foundation import clock, language
from childmaintenance.guidance.terms import Audience, Source
from childmaintenance.guidance.terms import Nation as Where
from childmaintenance.law.days import working_days

KEPT_IN = Path(__file__).with_name("contacts.toml")


class Now(StrEnum):
    """Whether a line answers at a moment; UNKNOWN where no source gives the hour that decides."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, kw_only=True)
class Hours:
    """On which days of the week (1 is Monday), from when, until when. `opens` is None where nobody has told us."""

    days: tuple[int, ...]
    closes: dt.time
    opens: dt.time | None = None


@dataclass(frozen=True, kw_only=True)
class Line:
    """One way to reach somebody. `number` and `address` are empty where nobody has verified one."""

    key: str
    name: str
    what: str
    audience: tuple[Audience, ...]
    nations: tuple[Where, ...]
    number: str
    relay: str
    textphone: str
    website: str
    address: tuple[str, ...]
    hours: tuple[Hours, ...]
    holidays: working_days.Nation | None
    as_of: dt.date
    review_by: dt.date
    source: Source
    doubt: str

    def at(self, moment: dt.datetime | None = None) -> Now:
        """Whether it answers now, or at a moment; a bank holiday of its nation is closed."""
        local = (moment or clock.now()).astimezone(clock.LONDON)
        if not self.hours:
            return Now.UNKNOWN
        for hours in on_day(self.hours, local.date(), self.holidays):
            if local.time() >= hours.closes:
                continue
            if hours.opens is None:
                return Now.UNKNOWN
            if local.time() >= hours.opens:
                return Now.OPEN
        return Now.CLOSED


def on_day(hours: Iterable[Hours], day: dt.date, holidays: working_days.Nation | None) -> list[Hours]:
    """The hours of one day, the earliest first; none on a bank holiday of the nation whose holidays are kept."""
    if holidays is not None and day in working_days.bank_holidays(day.year, holidays):
        return []
    return sorted((one for one in hours if day.isoweekday() in one.days), key=lambda one: one.closes)


def lines(*, nation: Where | None = None, audience: Audience | None = None) -> tuple[Line, ...]:
    """Every line, or those for somebody somewhere, in the order of the file."""
    return tuple(
        line
        for line in (_line(one) for one in _kept()["line"])
        if (nation is None or nation in line.nations)
        and (audience is None or audience in line.audience or Audience.EVERYONE in line.audience)
    )


def _line(one: dict[str, Any]) -> Line:
    here = language.current()
    return Line(
        key=one["key"],
        name=one["name"][here],
        what=one["what"][here],
        audience=tuple(Audience(who) for who in one["audience"]),
        nations=tuple(Where(where) for where in one["nations"]),
        number=one.get("number", ""),
        relay=one.get("relay", ""),
        textphone=one.get("textphone", ""),
        website=one.get("website", ""),
        address=tuple(one.get("address", [])),
        hours=tuple(
            Hours(days=tuple(hours["days"]), opens=hours.get("opens"), closes=hours["closes"])
            for hours in one.get("hours", [])
        ),
        holidays=working_days.Nation(one["holidays"]) if "holidays" in one else None,
        as_of=one["as_of"],
        review_by=one["review_by"],
        source=Source(**one["source"]),
        doubt=one["doubt"][here] if "doubt" in one else "",
    )


@cache
def _kept() -> dict[str, Any]:
    return tomllib.loads(KEPT_IN.read_text(encoding="utf-8"))
