"""How the desk did, in sums without anybody in them. Whoever shows them leaves out small counts."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from statistics import median

from childmaintenance.chat.models import DaySum, Measure
from childmaintenance.foundation import clock

A_WAIT = 60
"""Seconds from which on somebody counts as having waited."""


@dataclass(frozen=True, kw_only=True)
class Day:
    """One day: how many chats were opened, how many people waited a minute or more, were answered, left before."""

    day: dt.date
    opened: int
    waited: int
    answered: int
    left: int
    median_wait: dt.timedelta | None
    pages: dict[str, int]


def days(since: dt.date) -> list[Day]:
    """Each day on which something happened, the newest first; today as far as it has come."""
    kept = [
        Day(
            day=row.day,
            opened=row.opened,
            waited=row.waited,
            answered=row.answered,
            left=row.left,
            median_wait=None if row.median_wait_seconds is None else dt.timedelta(seconds=row.median_wait_seconds),
            pages=row.pages,
        )
        for row in DaySum.objects.filter(day__gte=since).order_by("-day")
    ]
    summed = {one.day for one in kept}
    rest = Measure.objects.filter(day__gte=since).exclude(day__in=summed)
    fresh = [sum_of(day) for day in rest.order_by("-day").values_list("day", flat=True).distinct()]
    return sorted([*fresh, *kept], key=lambda one: one.day, reverse=True)


def sum_of(day: dt.date) -> Day:
    """The sums of a day that has not been summed yet."""
    rows = list(Measure.objects.filter(day=day))
    answered = [row.seconds for row in rows if row.what == Measure.What.ANSWERED]
    left = [row.seconds for row in rows if row.what == Measure.What.LEFT]
    opened = [row for row in rows if row.what == Measure.What.OPENED]
    return Day(
        day=day,
        opened=len(opened),
        waited=sum(seconds >= A_WAIT for seconds in (*answered, *left)),
        answered=len(answered),
        left=len(left),
        median_wait=dt.timedelta(seconds=median(answered)) if answered else None,
        pages=dict(Counter(row.page for row in opened)),
    )


def is_over(day: dt.date) -> bool:
    """Whether nothing more can happen on it."""
    return day < clock.today()
