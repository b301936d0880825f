"""How much the service must be able to do: people, requests and the peak of each day, side by side, for planning."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from childmaintenance.foundation import clock
from childmaintenance.statistics.queries import use, work
from childmaintenance.statistics.queries.use import Days
from childmaintenance.statistics.terms import Window


@dataclass(frozen=True)
class DayOfWork:
    """One day: visits (None: too few to tell), requests, its busiest ten minutes (None: there was no work), and what failed."""

    day: dt.date
    visits: int | None
    requests: int
    busiest: Window | None
    failures: int


def capacity(days: Days) -> tuple[DayOfWork, ...]:
    """Each of these days, in London's days, the newest first."""
    windows: dict[dt.date, list[Window]] = defaultdict(list)
    for window in work.windows(days):
        windows[window.starts_at.astimezone(clock.LONDON).date()].append(window)
    visits = use.visits_by_day(days)
    return tuple(
        DayOfWork(
            day=day,
            visits=visits[day],
            requests=sum(window.requests for window in windows[day]),
            busiest=max(windows[day], key=lambda window: window.requests, default=None),
            failures=sum(window.failures for window in windows[day]),
        )
        for day in reversed(days.each())
    )


def peak(found: tuple[DayOfWork, ...]) -> DayOfWork | None:
    """The day with the busiest ten minutes of all; None where there was no work."""
    worked = [day for day in found if day.busiest]
    return max(worked, key=lambda day: day.busiest.requests if day.busiest else 0, default=None)
