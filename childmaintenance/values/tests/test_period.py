"""Periods count both their first and their last day."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from childmaintenance.values import Citation, Period, Territory

days = st.dates(min_value=date(2012, 1, 1), max_value=date(2030, 1, 1))

unhurried = settings(deadline=None)


def test_the_days_of_a_published_letter() -> None:
    """966 days, 138 weeks: CSCS/20/2006."""
    assert Period(date(2003, 8, 6), date(2006, 3, 28)).days == 966


def test_a_period_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="cannot end"):
        Period(date(2026, 1, 2), date(2026, 1, 1))


def test_an_open_period_has_no_number_of_days() -> None:
    with pytest.raises(ValueError, match="without an end"):
        _ = Period(date(2026, 1, 1)).days


@unhurried
@given(days, st.integers(0, 400), st.sets(days))
def test_cutting_loses_no_day_and_repeats_none(starts: date, length: int, cuts: set[date]) -> None:
    whole = Period(starts, starts + timedelta(days=length))
    pieces = whole.cut_at(cuts)
    assert pieces[0].starts == whole.starts
    assert pieces[-1].ends == whole.ends
    assert sum(piece.days for piece in pieces) == whole.days
    for before, after in pairwise(pieces):
        assert before.ends is not None
        assert after.starts - before.ends == timedelta(days=1)
        assert after.starts in cuts


def test_an_open_period_stays_open_at_its_end() -> None:
    pieces = Period(date(2026, 1, 1)).cut_at([date(2026, 2, 1), date(2025, 1, 1)])
    assert pieces == [Period(date(2026, 1, 1), date(2026, 1, 31)), Period(date(2026, 2, 1))]


@unhurried
@given(days, days, days, days)
def test_meeting_is_the_days_in_both(a: date, b: date, c: date, d: date) -> None:
    one, other = Period(min(a, b), max(a, b)), Period(min(c, d), max(c, d))
    both = one.meet(other)
    assert one.overlaps(other) is (both is not None)
    assert both == other.meet(one)
    for day in (a, b, c, d):
        assert (both is not None and day in both) is (day in one and day in other)


def test_a_citation_is_read_in_its_own_territory() -> None:
    both = Citation(gb="reg 44", ni="reg 43")
    assert (both.in_(Territory.GB), both.in_(Territory.NI)) == ("reg 44", "reg 43")


def test_both_ends_are_inside() -> None:
    period = Period(date(2026, 1, 2), date(2026, 1, 4))
    inside = [day for day in range(1, 7) if date(2026, 1, day) in period]
    assert inside == [2, 3, 4]
    assert date(2126, 1, 1) in Period(date(2026, 1, 2))
    assert date(2026, 1, 1) not in Period(date(2026, 1, 2))
