"""One report for planning: people, requests and the peak of each day, side by side."""

import datetime as dt

import pytest

from childmaintenance.statistics.counting.tally import Tally
from childmaintenance.statistics.counting.writing import write_down
from childmaintenance.statistics.models import Work
from childmaintenance.statistics.queries.capacity import capacity, peak
from childmaintenance.statistics.queries.use import Days
from childmaintenance.statistics.terms import Measure

pytestmark = pytest.mark.django_db
MONDAY = dt.date(2026, 3, 2)
TUESDAY = MONDAY + dt.timedelta(days=1)
BOTH = Days(MONDAY, TUESDAY)


def worked(day: dt.date, hour: int, requests: int, failures: int = 0) -> None:
    at = dt.datetime.combine(day, dt.time(hour), tzinfo=dt.UTC)
    Work.objects.create(starts_at=at, requests=requests, failures=failures, milliseconds=10, slowest=9)


def visited(day: dt.date, times: int) -> None:
    sums = Tally()
    sums.add(day, Measure.VISIT, "", "new", times)
    write_down(sums)


def test_each_day_has_its_people_its_requests_and_its_peak():
    worked(MONDAY, 9, 600, failures=2)
    worked(MONDAY, 20, 1800)
    worked(TUESDAY, 12, 300)
    visited(MONDAY, 90)
    visited(TUESDAY, 3)
    tuesday, monday = capacity(BOTH)
    assert (monday.day, monday.visits, monday.requests, monday.failures) == (MONDAY, 90, 2400, 2)
    assert monday.busiest is not None
    assert (monday.busiest.a_second, monday.busiest.starts_at.hour) == (3.0, 20)
    assert (tuesday.visits, tuesday.requests) == (None, 300), "three visits are too few to tell"
    assert peak((tuesday, monday)) == monday


def test_a_day_without_work_has_no_peak():
    [monday] = capacity(Days(MONDAY, MONDAY))
    assert (monday.visits, monday.requests, monday.busiest, peak((monday,))) == (0, 0, None, None)
