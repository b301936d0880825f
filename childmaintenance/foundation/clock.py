"""The one clock. Everybody asks it what day it is, so that any day can be lived again in a test or in the town."""

import time as process_time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from django.conf import settings

LONDON = ZoneInfo("Europe/London")
NOON = time(12, 0)
_travelled: ContextVar[datetime | None] = ContextVar("travelled", default=None)
_town: tuple[date, float] | None = None  # the town's day, and until when this process may remember it
_REMEMBERED = 1.0  # seconds: a page asks many times, and the day moves only when somebody moves it


def now() -> datetime:
    """The moment it is for the service, aware, in UTC."""
    travelled = _travelled.get()
    if travelled is not None:
        return travelled
    if settings.TOWN_CLOCK:
        return datetime.combine(_town_day(), wall().astimezone(LONDON).time(), tzinfo=LONDON).astimezone(UTC)
    return wall()


def today() -> date:
    """The date it is for the service, in London."""
    return now().astimezone(LONDON).date()


def wall() -> datetime:
    """The real moment, aware, in UTC. Only for security: sessions, one-time codes, lock-outs."""
    return datetime.now(UTC)  # noqa: TID251 -- the one place that reads the machine's clock


@contextmanager
def travel(to: date | datetime) -> Iterator[None]:
    """Live inside at another moment; a date means noon of that day in London. A datetime must be aware."""
    if isinstance(to, datetime):
        if to.tzinfo is None:
            raise ValueError("Travel to an aware datetime, or to a date.")
        moment = to.astimezone(UTC)
    else:
        moment = datetime.combine(to, NOON, tzinfo=LONDON).astimezone(UTC)
    token = _travelled.set(moment)
    try:
        yield
    finally:
        _travelled.reset(token)


def move_town_to(day: date) -> None:
    """Set the town's calendar; only forwards, because what was lived cannot be unlived."""
    from childmaintenance.foundation.models import TownClock  # models need the apps to be ready; the clock does not

    global _town
    moved = TownClock.objects.filter(pk=1, day__lte=day).update(day=day)
    if not moved and not TownClock.objects.get_or_create(pk=1, defaults={"day": day})[1]:
        raise ValueError(f"The town already lives on a later day than {day}.")
    _town = (day, process_time.monotonic() + _REMEMBERED)


def _town_day() -> date:
    """The town's day from its one row, asked at most once a second; before the town has a calendar, the real day."""
    from childmaintenance.foundation.models import TownClock

    global _town
    if _town is None or _town[1] < process_time.monotonic():
        day = TownClock.objects.filter(pk=1).values_list("day", flat=True).first()
        _town = (day or wall().astimezone(LONDON).date(), process_time.monotonic() + _REMEMBERED)
    return _town[0]
