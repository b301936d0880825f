"""The days and amounts of plans: pure arithmetic, and what always holds of it."""

import datetime as dt
from fractions import Fraction
from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from childmaintenance.cases.terms import Frequency, PayChoice
from childmaintenance.collection import schedule
from childmaintenance.collection.drawing import Drawing, Situation, ToCome, draw
from childmaintenance.collection.terms import InstalmentKind

days = st.dates(dt.date(2015, 1, 1), dt.date(2040, 12, 31))
choices = st.one_of(
    st.builds(PayChoice, frequency=st.just(Frequency.MONTHLY), day=st.integers(1, 28)),
    st.builds(
        PayChoice,
        frequency=st.sampled_from([Frequency.WEEKLY, Frequency.FORTNIGHTLY, Frequency.FOUR_WEEKLY]),
        day=st.integers(0, 6),
    ),
)
weekly = st.integers(350, 500_00)
MONTHLY_14 = PayChoice(frequency=Frequency.MONTHLY, day=14)


def test_the_plan_of_the_public_prototype() -> None:
    """8 February 2021 to 7 February 2022, paid on the 14th from 14 March: the last payment is a week after the plan ends."""
    starts = dt.date(2021, 2, 8)
    paid_on = list(islice(schedule.pay_days(MONTHLY_14, starts + dt.timedelta(days=14)), 12))
    assert paid_on[0] == dt.date(2021, 3, 14)
    assert paid_on[-1] == dt.date(2022, 2, 14)


def test_accrual_counts_both_days() -> None:
    """CSCS/20/2006: 30.50 a week from 6 August 2003 to 28 March 2006 is 4,209.00."""
    assert schedule.accrued(30_50, dt.date(2003, 8, 6), dt.date(2006, 3, 28)) == 4209_00


def test_a_year_accrues_more_than_52_weeks() -> None:
    year = schedule.accrued(100_00, dt.date(2025, 4, 1), dt.date(2026, 3, 31))
    assert schedule.half_up(year - schedule.year_total(100_00)) == 14_29


def test_fifty_a_week_by_the_month_is_216_67_and_the_last_takes_the_pennies() -> None:
    amounts = schedule.shares(schedule.year_total(50_00), 12)
    assert amounts == [216_67] * 11 + [216_63]


@given(choices, days)
def test_pay_days_are_the_chosen_ones_in_order(choice: PayChoice, first: dt.date) -> None:
    found = list(islice(schedule.pay_days(choice, first), 30))
    assert found[0] >= first and found == sorted(set(found))
    if choice.frequency == Frequency.MONTHLY:
        assert all(day.day == choice.day for day in found)
        assert len({(day.year, day.month) for day in found}) == 30
    else:
        assert all(day.weekday() == choice.day for day in found)
        assert {b - a for a, b in pairwise(found)} == {schedule.STEPS[choice.frequency]}
        assert found[0] - first < schedule.STEPS[choice.frequency]


@pytest.mark.parametrize(("year", "last"), [(2027, 28), (2028, 29)])
def test_a_day_past_the_end_of_a_month_is_its_last(year: int, last: int) -> None:
    choice = PayChoice(frequency=Frequency.MONTHLY, day=28)
    object.__setattr__(choice, "day", 31)  # a choice that pages do not offer yet
    assert next(schedule.pay_days(choice, dt.date(year, 2, 2))) == dt.date(year, 2, last)


@given(choices.filter(lambda choice: choice.frequency != Frequency.MONTHLY), days, st.integers(0, 400))
def test_every_second_or_fourth_week_is_counted_from_an_earlier_pay_day(
    choice: PayChoice, first: dt.date, later: int
) -> None:
    before = next(schedule.pay_days(choice, first))
    after = next(schedule.pay_days(choice, before + dt.timedelta(days=later), before))
    assert (after - before) % schedule.STEPS[choice.frequency] == dt.timedelta()


@given(st.integers(-(10**9), 10**9), st.integers(1, 60))
def test_shares_come_to_the_sum_and_differ_only_in_the_last(total: int, parts: int) -> None:
    found = schedule.shares(total, parts)
    assert sum(found) == total and len(found) == parts
    assert len(set(found[:-1])) <= 1
    assert all(share * total >= 0 for share in found)
    if abs(total) > parts * parts:
        assert abs(found[-1] - found[0]) <= parts


@given(st.integers(-100_000, 100_000), st.integers(1, 50_000), st.integers(1, 60))
def test_a_true_up_is_spread_thinly_where_there_is_room(amount: int, instalment: int, most: int) -> None:
    found = schedule.spread(amount, instalment, 25, most)
    assert sum(found) == amount and len(found) <= most
    if 1 < len(found) < most:
        assert all(abs(part) <= max(1, instalment * 25 // 100) + len(found) for part in found)


# ---- One plan takes the place of another -----------------------------------------------------------------------------


@st.composite
def situations(draw_: st.DrawFn) -> Situation:
    choice = draw_(choices)
    old_choice = draw_(st.one_of(st.just(choice), choices))
    today = draw_(days)
    starts = today + dt.timedelta(days=draw_(st.integers(-200, 60)))
    old_weekly = draw_(weekly)
    amounts = schedule.shares(schedule.year_total(old_weekly), schedule.INSTALMENTS[old_choice.frequency])
    left = draw_(st.integers(0, len(amounts)))
    first = today + dt.timedelta(days=draw_(st.integers(1, 30)))
    to_come = tuple(
        ToCome(id=number, due_on=day, maintenance=amount)
        for number, (day, amount) in enumerate(
            zip(schedule.pay_days(old_choice, first), amounts[len(amounts) - left :], strict=False)
        )
    )
    takes_over = draw_(st.booleans())
    new_weekly = draw_(weekly if takes_over else st.one_of(st.just(0), weekly))
    return Situation(
        today=today,
        notice_days=14,
        choice=choice,
        old_choice=old_choice,
        weekly=new_weekly,
        starts=starts,
        ends=max(starts, today) + dt.timedelta(days=draw_(st.integers(0, 363)))
        if takes_over
        else schedule.period_end(starts),
        collects=draw_(st.booleans()) or takes_over,
        takes_over=takes_over,
        still_due=draw_(st.integers(-schedule.year_total(old_weekly), schedule.year_total(old_weekly))),
        unpaid=draw_(st.integers(0, 1000_00)),
        to_come=to_come,
        last_due=draw_(st.one_of(st.none(), st.just(today - dt.timedelta(days=3)))),
        most_percent=25,
    )


def asked_for(situation: Situation, drawing: Drawing) -> int:
    stay = sum(line.maintenance for line in situation.to_come if line.id in drawing.stay)
    return stay + sum(line.maintenance for line in drawing.closing) + sum(line.maintenance for line in drawing.new)


@given(situations())
def test_in_the_end_every_penny_that_accrued_is_asked_for_and_no_more(situation: Situation) -> None:
    drawing = draw(situation)
    if situation.takes_over:
        owed = schedule.half_up(schedule.accrued(situation.weekly, situation.starts, situation.ends))
    else:
        owed = schedule.year_total(situation.weekly) if situation.weekly else 0
    assert asked_for(situation, drawing) == situation.still_due + owed


@given(situations())
def test_new_payments_come_after_notice_and_after_the_old_ones_that_stay(situation: Situation) -> None:
    drawing = draw(situation)
    first_possible = max(situation.today, situation.starts) + dt.timedelta(days=14)
    stay = [line.due_on for line in situation.to_come if line.id in drawing.stay]
    for line in drawing.new:
        assert line.due_on >= first_possible
        assert not stay or line.due_on > max(stay)
        assert line.maintenance > 0 and line.kind == InstalmentKind.REGULAR
    assert [line.due_on for line in drawing.new] == sorted({line.due_on for line in drawing.new})
    for line in drawing.closing:
        assert line.maintenance != 0
        assert (line.kind == InstalmentKind.CREDIT) == (line.maintenance < 0)
        assert line.due_on >= situation.today


@given(situations())
def test_the_first_instalments_of_the_old_plan_stay_and_the_rest_go(situation: Situation) -> None:
    stay = draw(situation).stay
    assert list(stay) == [line.id for line in situation.to_come][: len(stay)]


def test_an_exact_year_leaves_nothing_to_true_up() -> None:
    to_come = tuple(
        ToCome(id=n, due_on=dt.date(2027, 1, 4) + dt.timedelta(weeks=n), maintenance=100_00) for n in range(6)
    )
    monday = PayChoice(frequency=Frequency.WEEKLY, day=0)
    drawing = draw(
        Situation(
            today=dt.date(2027, 1, 1),
            notice_days=14,
            choice=monday,
            old_choice=monday,
            weekly=110_00,
            starts=dt.date(2027, 1, 1),
            ends=schedule.period_end(dt.date(2027, 1, 1)),
            collects=True,
            takes_over=False,
            still_due=600_00,
            unpaid=0,
            to_come=to_come,
            last_due=dt.date(2026, 12, 28),
            most_percent=25,
        )
    )
    assert len(drawing.stay) == 6 and drawing.closing == ()
    assert drawing.new[0].due_on == dt.date(2027, 2, 15)
    assert {line.maintenance for line in drawing.new} == {110_00} and len(drawing.new) == 52


def test_accrual_is_exact() -> None:
    assert schedule.accrued(1, dt.date(2026, 1, 1), dt.date(2026, 1, 1)) == Fraction(1, 7)
    assert schedule.accrued(1, dt.date(2026, 1, 2), dt.date(2026, 1, 1)) == 0
