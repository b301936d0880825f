"""From the way people think about nights to nights in a year."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from childmaintenance.cases.nights import MOST, NIGHTS_IN_A_YEAR, Pattern, Stays, may_share_care_equally


@pytest.mark.parametrize(
    ("stays", "a_year"),
    [
        (Stays(pattern=Pattern.NEVER), 0),
        (Stays(pattern=Pattern.WEEK, nights=1), 52),
        (Stays(pattern=Pattern.WEEK, nights=2, extra=10), 114),
        (Stays(pattern=Pattern.FORTNIGHT, nights=3), 78),
        (Stays(pattern=Pattern.HOLIDAYS, nights=30), 30),
        (Stays(pattern=Pattern.YEAR, nights=120), 120),
        (Stays(pattern=Pattern.WEEK, nights=7, extra=30), 365),
    ],
)
def test_nights_become_nights_in_a_year(stays, a_year):
    assert stays.a_year == a_year


@given(nights=some.integers(0, 7), extra=some.integers(0, 365))
def test_a_week_and_two_such_weeks_are_the_same(nights, extra):
    by_week = Stays(pattern=Pattern.WEEK, nights=nights, extra=extra)
    by_fortnight = Stays(pattern=Pattern.FORTNIGHT, nights=2 * nights, extra=extra)
    assert by_week.a_year == by_fortnight.a_year


@given(pattern=some.sampled_from(Pattern), data=some.data())
def test_there_are_never_more_nights_than_a_year_has(pattern, data):
    nights, extra = data.draw(some.integers(0, MOST[pattern])), data.draw(some.integers(0, 365))
    assert 0 <= Stays(pattern=pattern, nights=nights, extra=extra).a_year <= NIGHTS_IN_A_YEAR


@pytest.mark.parametrize(
    "wrong", [{"nights": 8}, {"nights": -1}, {"nights": 1, "extra": 366}, {"nights": 1, "extra": -1}]
)
def test_a_week_does_not_have_eight_nights(wrong):
    with pytest.raises(ValueError, match="nights"):
        Stays(pattern=Pattern.WEEK, **wrong)


def test_who_cares_more_is_asked_from_half_the_year_on():
    assert not may_share_care_equally(174)
    assert may_share_care_equally(175)
