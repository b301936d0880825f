"""What each habit of paying means, to the day and the penny."""

from __future__ import annotations

import datetime as dt

import pytest

from childmaintenance.demo.habits import Payment, payments, swapped
from childmaintenance.demo.people import Habit, Slip

DUE, LAST = dt.date(2026, 3, 6), dt.date(2026, 11, 22)
REFERENCE = "123456789012"


def paid(habit: Habit, number: int = 1, due: dt.date = DUE) -> list[Payment]:
    return list(payments(habit, number=number, due=due, pence=12_34, reference=REFERENCE, last_day=LAST))


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


def test_some_never_pay() -> None:
    assert paid(Habit(how="never")) == []


def test_somebody_stops_and_starts_again() -> None:
    habit = Habit(how="by hand", stops=3, starts_again=6)
    assert [len(paid(habit, number)) for number in range(1, 8)] == [1, 1, 1, 0, 0, 1, 1]
    assert [len(paid(Habit(how="by hand", stops=3), number)) for number in (3, 4, 99)] == [1, 0, 0]


def test_slips_happen_once() -> None:
    habit = Habit(
        how="by hand",
        slips=(
            Slip(what="twice", n=2),
            Slip(what="forgotten", n=4),
            Slip(what="returned", n=6),
            Slip(what="no reference", n=7),
        ),
    )
    assert [sum(one.pence for one in paid(habit, number)) // 12_34 for number in range(1, 8)] == [1, 2, 1, 0, 2, 1, 1]
    assert paid(habit, 6)[0].returned_after == 2
    assert paid(habit, 7)[0].words == "MAINTENANCE"


def test_a_slip_may_be_told_from_the_last_day() -> None:
    habit = Habit(how="by hand", slips=(Slip(what="wrong reference", ago=12, within=14),))
    days = [LAST - dt.timedelta(days=ago) for ago in (13, 12, 0)]
    assert [paid(habit, due=day)[0].words == REFERENCE for day in days] == [True, False, False]


def test_a_swapped_reference_has_the_same_digits_in_another_order() -> None:
    assert swapped("123456789012") == "123456789102"
    assert swapped("100000000000") == "010000000000"
    assert sorted(swapped(REFERENCE)) == sorted(REFERENCE)


def test_spaces_may_be_typed() -> None:
    assert paid(Habit(how="by hand", typed="with spaces"))[0].words == "1234 5678 9012"
