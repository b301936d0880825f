"""What each habit of paying means, to the day and the penny."""

from __future__ import annotations

import datetime as dt

import pytest

from childmaintenance.demo.habits import Payment, payments, reach, swapped
from childmaintenance.demo.people import Habit, Slip

DUE = dt.date(2026, 3, 6)
REFERENCE = "123456789012"
WEEK = dt.timedelta(weeks=1)


def paid(habit: Habit, due: dt.date = DUE) -> list[Payment]:
    return list(payments(habit, due=due, pence=12_34, reference=REFERENCE))


@pytest.mark.parametrize(
    ("habit", "days_after", "pence"),
    [
        (Habit(how="by hand"), 0, 12_34),
        (Habit(how="late", days=4), 4, 12_34),
        (Habit(how="early", days=2), -2, 12_34),
        (Habit(how="short", percent=66), 0, 8_14),
        (Habit(how="rounds up"), 0, 15_00),
    ],
)
def test_when_and_how_much(habit: Habit, days_after: int, pence: int) -> None:
    [one] = paid(habit)
    assert (one.on - DUE).days == days_after
    assert (one.pence, one.words, one.returned_after) == (pence, REFERENCE, None)
    before, after = reach(habit)
    assert -before <= days_after <= after


def test_some_never_pay() -> None:
    assert paid(Habit(how="never")) == []


def test_somebody_stops_and_starts_again() -> None:
    habit = Habit(how="by hand", every="W", stops=DUE + 3 * WEEK, starts_again=DUE + 5 * WEEK)
    assert [len(paid(habit, DUE + week * WEEK)) for week in range(7)] == [1, 1, 1, 0, 0, 1, 1]
    assert [len(paid(Habit(how="by hand", stops=DUE), DUE + week * WEEK)) for week in (-1, 0, 99)] == [1, 0, 0]


def test_slips_happen_once() -> None:
    whats = {1: "twice", 3: "forgotten", 5: "returned", 6: "no reference"}
    slips = tuple(Slip(what=what, on=DUE + week * WEEK - dt.timedelta(days=2)) for week, what in whats.items())
    habit = Habit(how="by hand", every="W", slips=slips)
    weeks = [paid(habit, DUE + week * WEEK) for week in range(8)]
    assert [sum(one.pence for one in week) // 12_34 for week in weeks] == [1, 2, 1, 0, 2, 1, 1, 1]
    assert [week[0].returned_after for week in weeks if week] == [None, None, None, None, 2, None, None]
    assert weeks[6][0].words == "MAINTENANCE"


def test_a_monthly_slip_belongs_to_its_month() -> None:
    habit = Habit(how="by hand", every="M", slips=(Slip(what="wrong reference", on=dt.date(2026, 2, 20)),))
    days = [dt.date(2026, month, 28) for month in (1, 2, 3)]
    assert [paid(habit, day)[0].words == REFERENCE for day in days] == [True, False, True]


def test_a_swapped_reference_has_the_same_digits_in_another_order() -> None:
    assert swapped("123456789012") == "123456789102"
    assert swapped("100000000000") == "010000000000"
    assert sorted(swapped(REFERENCE)) == sorted(REFERENCE)


def test_spaces_may_be_typed() -> None:
    assert paid(Habit(how="by hand", typed="with spaces"))[0].words == "1234 5678 9012"
