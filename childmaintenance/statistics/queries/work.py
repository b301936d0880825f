"""What the web servers had to do: for planning how many machines there should be."""

import datetime as dt
from dataclasses import dataclass

from childmaintenance.foundation import clock
from childmaintenance.statistics.models import Work
from childmaintenance.statistics.queries.use import Days
from childmaintenance.statistics.terms import Window


@dataclass(frozen=True)
class Load:
    """Some days of work, its busiest ten minutes, and how much went wrong."""

    requests: int
    failures: int
    mean_milliseconds: int
    busiest: tuple[Window, ...]
    by_day: tuple[tuple[dt.date, int], ...]


def load(days: Days, *, most: int = 10) -> Load:
    """The sums of these days, in London's days. These are of requests, not of people, and are not suppressed."""
    found = windows(days)
    by_day: dict[dt.date, int] = dict.fromkeys(days.each(), 0)
    for window in found:
        by_day[window.starts_at.astimezone(clock.LONDON).date()] += window.requests
    requests = sum(window.requests for window in found)
    return Load(
        requests=requests,
        failures=sum(window.failures for window in found),
        mean_milliseconds=round(sum(window.milliseconds for window in found) / requests) if requests else 0,
        busiest=tuple(sorted(found, key=lambda window: (-window.requests, window.starts_at))[:most]),
        by_day=tuple(by_day.items()),
    )


def windows(days: Days) -> list[Window]:
    """Every ten minutes of these days, in London's days, in which there was work."""
    first = dt.datetime.combine(days.first, dt.time(), tzinfo=clock.LONDON)
    until = dt.datetime.combine(days.last + dt.timedelta(days=1), dt.time(), tzinfo=clock.LONDON)
    return [
        Window(row.starts_at, row.requests, row.failures, row.milliseconds, row.slowest)
        for row in Work.objects.filter(starts_at__gte=first, starts_at__lt=until)
    ]
