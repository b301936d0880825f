"""The desk: when it is open, its topics and its limits, read from `desk.toml` or the file that OCM_CHAT_DESK names."""

import datetime as dt
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from django.conf import settings

from childmaintenance.foundation import clock, language
from childmaintenance.guidance.contacts import Hours, on_day
from childmaintenance.law.days import working_days

KEPT_IN = Path(__file__).with_name("desk.toml")
LOOK_AHEAD: Final = 14
"""Days within which a desk surely opens again."""


@dataclass(frozen=True, kw_only=True)
class Limits:
    """How much there may be of everything; each is explained in `desk.toml`."""

    most_waiting: int
    at_once: int
    visitor_characters: int
    agent_characters: int
    messages: int
    sight_seconds: int
    left_minutes: int
    away_seconds: int
    gone_minutes: int


@dataclass(frozen=True, kw_only=True)
class Kept:
    """How long things are kept."""

    key_hours: int
    page_hours: int
    conversation_days: int


def limits() -> Limits:
    """The limits of the desk."""
    return Limits(**_read()["limits"])


def kept() -> Kept:
    """How long what is kept is kept."""
    return Kept(**_read()["kept"])


def topics() -> dict[str, str]:
    """What a chat may be about, in the reader's language, by key."""
    here = language.current()
    return {one["key"]: one["says"][here] for one in _read()["topic"]}


def hours() -> tuple[Hours, ...]:
    """When somebody answers."""
    return tuple(Hours(days=tuple(one["days"]), opens=one["opens"], closes=one["closes"]) for one in _read()["hours"])


def keeps_holidays() -> bool:
    """Whether it is closed on bank holidays."""
    return bool(_read().get("holidays"))


def is_open(moment: dt.datetime | None = None) -> bool:
    """Whether the desk is open now, or at a moment."""
    local = (moment or clock.now()).astimezone(clock.LONDON)
    return any(one.opens <= local.time() < one.closes for one in _hours_of(local.date()))  # type: ignore[operator]


def opens_next(moment: dt.datetime | None = None) -> dt.datetime:
    """When the desk opens after now, or after a moment. Raises LookupError where `desk.toml` never opens it."""
    local = (moment or clock.now()).astimezone(clock.LONDON)
    for ahead in range(LOOK_AHEAD):
        day = local.date() + dt.timedelta(days=ahead)
        for one in _hours_of(day):
            opens = dt.datetime.combine(day, one.opens, tzinfo=clock.LONDON)  # type: ignore[arg-type]
            if opens > local:
                return opens
    raise LookupError("the desk never opens")


def _hours_of(day: dt.date) -> list[Hours]:
    kept = _read().get("holidays")
    return on_day(hours(), day, working_days.Nation(kept) if kept else None)


def _read() -> dict[str, Any]:
    return _read_once(Path(settings.CHAT_DESK or KEPT_IN))


@cache
def _read_once(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))
