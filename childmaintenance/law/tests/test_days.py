"""The edges of days: month ends, leap years, bank holidays of three nations, and what stops a child counting."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from childmaintenance.law.days.childhood import Young, counts_on, stops_counting, terminal_date
from childmaintenance.law.days.first_effective_date import (
    earliest_date_to_state,
    initial_effective_date,
    variation_before_first_calculation,
)
from childmaintenance.law.days.months import birthday, month_end, months_after
from childmaintenance.law.days.reporting import pay_rise_must_be_reported
from childmaintenance.law.days.review import next_review, review_date
from childmaintenance.law.days.service import Means, given_on, received_on
from childmaintenance.law.days.supersession import DAY, Cause, Days, says, works_from
from childmaintenance.law.days.working_days import (
    Nation,
    NoCalendar,
    bank_holidays,
    is_working_day,
    on_or_after,
    on_or_before,
    working_days_after,
)
from childmaintenance.law.income.weekly import Every
from childmaintenance.law.provision import BadFact, MissingFact, NoRateInForce, in_force
from childmaintenance.law.tests.families import unhurried
from childmaintenance.values import Money, Territory

ON = date(2026, 4, 1)
LAW = in_force(ON, Territory.GB)
days = st.dates(date(2012, 1, 1), date(2028, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "after"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2024, 12, 31), 2, date(2025, 2, 28)),
        (date(2024, 3, 31), -1, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 1, 15), 0, date(2026, 1, 15)),
    ],
)
def test_months_end_where_they_end(day: date, months: int, after: date) -> None:
    assert months_after(day, months) == after


def test_a_leap_birthday_comes_on_the_first_of_march() -> None:
    assert birthday(date(2008, 2, 29), 16) == date(2024, 2, 29)
    assert birthday(date(2008, 2, 29), 18) == date(2026, 3, 1)
    assert month_end(date(2024, 2, 1)) == date(2024, 2, 29)


@unhurried
@given(days, st.integers(0, 20))
def test_reviews_come_in_order_and_the_next_is_after(initial: date, years: int) -> None:
    assert review_date(initial, years + 1, LAW) > review_date(initial, years, LAW)
    after = initial + timedelta(days=years * 300)
    found = next_review(initial, after, LAW)
    assert found > after
    assert (found.month, found.day) in {(initial.month, initial.day), (2, 28)}


def test_the_next_review_is_the_first_after_a_day() -> None:
    initial = date(2024, 2, 29)
    reviews = [date(2025, 2, 28), date(2026, 2, 28), date(2027, 2, 28), date(2028, 2, 29)]
    assert [review_date(initial, number, LAW) for number in (1, 2, 3, 4)] == reviews
    for before, following in zip([initial, *reviews], reviews, strict=False):
        assert next_review(initial, before, LAW) == following
        assert next_review(initial, following - timedelta(days=1), LAW) == following


def test_each_nation_has_its_own_holidays() -> None:
    st_patrick, st_andrew, easter_monday = date(2026, 3, 17), date(2026, 11, 30), date(2026, 4, 6)
    working = {
        nation: [is_working_day(day, nation) for day in (st_patrick, st_andrew, easter_monday)] for nation in Nation
    }
    assert working == {
        Nation.ENGLAND_AND_WALES: [True, True, False],
        Nation.SCOTLAND: [True, False, True],
        Nation.NORTHERN_IRELAND: [False, True, False],
    }
    assert not is_working_day(date(2026, 6, 15), Nation.SCOTLAND)
    assert is_working_day(date(2026, 6, 15), Nation.ENGLAND_AND_WALES)


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2012, 6, 5), "a jubilee"),
        (date(2020, 5, 8), "May Day moved"),
        (date(2022, 6, 3), "a jubilee"),
        (date(2022, 9, 19), "a funeral"),
        (date(2023, 5, 8), "a coronation"),
        (date(2021, 12, 28), "Boxing Day in place of a Sunday"),
    ],
)
def test_days_that_no_rule_gives_are_there(day: date, why: str) -> None:
    assert all(day in bank_holidays(day.year, nation) for nation in Nation), why


@pytest.mark.parametrize("nation", Nation)
def test_every_year_of_the_table_is_whole(nation: Nation) -> None:
    usual = {Nation.ENGLAND_AND_WALES: 8, Nation.SCOTLAND: 9, Nation.NORTHERN_IRELAND: 10}[nation]
    for year in range(2012, 2029):
        holidays = bank_holidays(year, nation)
        extra = {2012: 1, 2022: 2, 2023: 1}.get(year, 0) + (1 if (year, nation) == (2026, Nation.SCOTLAND) else 0)
        assert len(holidays) == usual + extra, year
        assert all(day.year == year and day.weekday() < 5 for day in holidays)


@pytest.mark.parametrize("day", [date(2011, 12, 31), date(2029, 1, 1)])
def test_the_calendar_stops_where_it_ends(day: date) -> None:
    with pytest.raises(NoCalendar):
        is_working_day(day, Nation.SCOTLAND)
    with pytest.raises(NoCalendar):
        working_days_after(date(2028, 12, 29), 3, Nation.SCOTLAND)


@unhurried
@given(days.filter(lambda day: date(2012, 2, 1) < day < date(2028, 12, 1)), st.sampled_from(Nation), st.integers(1, 10))
def test_moving_to_a_working_day_moves_no_further_than_it_must(day: date, nation: Nation, number: int) -> None:
    after, before = on_or_after(day, nation), on_or_before(day, nation)
    assert before <= day <= after
    assert is_working_day(after, nation)
    assert is_working_day(before, nation)
    assert (after == day) is (before == day) is is_working_day(day, nation)
    found = working_days_after(day, number, nation)
    between = [day + timedelta(days=i) for i in range(1, (found - day).days + 1)]
    assert sum(is_working_day(one, nation) for one in between) == number


def test_means_of_notice() -> None:
    assert given_on(ON, Means.TELEPHONE, LAW) == ON == received_on(ON)
    assert earliest_date_to_state(ON, Means.TELEPHONE, LAW) == ON
    assert initial_effective_date(date(2026, 4, 3), ON, Means.POST, LAW) == date(2026, 4, 3)
    with pytest.raises(BadFact, match="2026-04-03"):
        initial_effective_date(date(2026, 4, 2), ON, Means.POST, LAW)
    assert variation_before_first_calculation(ON, date(2026, 5, 1)) == date(2026, 5, 1)


def test_there_was_no_electronic_service_before_may_2022() -> None:
    before = in_force(date(2022, 5, 25), Territory.GB)
    assert given_on(date(2022, 5, 25), Means.POST, before) == date(2022, 5, 27)
    with pytest.raises(NoRateInForce):
        given_on(date(2022, 5, 25), Means.ELECTRONIC, before)


@pytest.mark.parametrize("cause", Cause)
def test_every_cause_takes_its_own_day_and_says_where_that_is_written(cause: Cause) -> None:
    name, _ = DAY[cause]
    assert works_from(cause, Days(**{name: ON})) == ON
    gb, ni = says(cause, LAW), says(cause, in_force(ON, Territory.NI))
    assert gb.startswith("SI 2012/2677 reg ")
    assert ni == gb.replace("SI 2012/2677", "SR 2012/427")
    with pytest.raises(MissingFact, match=name):
        works_from(cause, Days())


def test_a_periodic_check_goes_back_to_a_change_that_had_to_be_reported() -> None:
    assert works_from(Cause.PERIODIC_CHECK, Days(decided=ON, changed=date(2026, 2, 1))) == date(2026, 2, 1)


@pytest.mark.parametrize(
    ("left", "terminal"),
    [
        (date(2026, 2, 27), date(2026, 2, 28)),
        (date(2026, 2, 28), date(2026, 5, 31)),
        (date(2024, 2, 28), date(2024, 2, 29)),
        (date(2026, 12, 1), date(2027, 2, 28)),
        (date(2026, 8, 31), date(2026, 11, 30)),
    ],
)
def test_the_terminal_date_is_the_next_of_four(left: date, terminal: date) -> None:
    assert terminal_date(left) == terminal


@unhurried
@given(days, st.none() | days, st.none() | days)
def test_a_child_counts_without_a_gap_and_never_past_twenty(
    born: date, left: date | None, married: date | None
) -> None:
    young = Young(born, left, married)
    stops = stops_counting(young, LAW)
    assert stops <= birthday(born, 20)
    assert not counts_on(stops, young, LAW)
    assert not counts_on(born - timedelta(days=1), young, LAW)
    if stops > born:
        assert counts_on(stops - timedelta(days=1), young, LAW)


def test_somebody_who_marries_stops_counting_that_day_or_sooner() -> None:
    born, married = date(2009, 1, 10), date(2026, 6, 1)
    assert stops_counting(Young(born, None, married), LAW) == married
    assert stops_counting(Young(born, date(2025, 6, 30), married), LAW) == date(2025, 9, 1)
    assert stops_counting(Young(born, None, date(2030, 1, 1)), LAW) == birthday(born, 20)


def test_too_few_payments_and_yearly_pay_report_nothing() -> None:
    many = (Money.of("9000"),) * 4
    assert not pay_rise_must_be_reported(many, Every.WEEK, Money.of("500"), LAW)
    assert pay_rise_must_be_reported(many, Every.FOUR_WEEKS, Money.of("500"), LAW)
    with pytest.raises(BadFact, match="every"):
        pay_rise_must_be_reported(many, Every.YEAR, Money.of("500"), LAW)
