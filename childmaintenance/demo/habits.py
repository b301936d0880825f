"""How people of the town pay: on time, late, short, twice, with a wrong reference, or not at all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from childmaintenance.demo.people import Habit, Slip


@dataclass(frozen=True, kw_only=True)
class Payment:
    """What somebody does at the bank on one day. `returned_after` days later their bank takes it back."""

    on: dt.date
    pence: int
    words: str
    returned_after: int | None = None


def payments(
    habit: Habit, *, number: int, due: dt.date, pence: int, reference: str, last_day: dt.date
) -> Iterator[Payment]:
    """The payments somebody with this habit makes for the instalment that is their `number`-th, counted from 1.

    The same question always has the same answer, so that the town can be asked on any day.
    """
    slip = _slip(habit, number, due, last_day)
    if habit.how == "never" or slip == "forgotten" or _is_pausing(habit, number):
        return
    on, amount = due, pence
    match habit.how:
        case "late":
            on = due + dt.timedelta(days=habit.days)
        case "early":
            on = due - dt.timedelta(days=habit.days)
        case "short":
            amount = max(1, pence * habit.percent // 100)
        case "rounds up":
            amount = -(-pence // 500) * 500  # to the next five pounds
    if _slip(habit, number - 1, due - dt.timedelta(days=1), last_day) == "forgotten":
        amount *= 2  # what was forgotten is made up
    words = _typed(reference, habit.typed)
    match slip:
        case "no reference":
            words = "MAINTENANCE"
        case "wrong reference":
            words = swapped(reference)
    returned_after = 2 if slip == "returned" else None
    yield Payment(on=on, pence=amount, words=words, returned_after=returned_after)
    if slip == "twice":
        yield Payment(on=on, pence=amount, words=words)


def swapped(reference: str) -> str:
    """The reference with two different neighbours exchanged, as fingers do."""
    for place in range(len(reference) - 2, 0, -1):
        if reference[place] != reference[place - 1]:
            return reference[: place - 1] + reference[place] + reference[place - 1] + reference[place + 1 :]
    return reference[::-1]


def _typed(reference: str, how: str) -> str:
    if how == "with spaces":
        return " ".join(reference[place : place + 4] for place in range(0, len(reference), 4))
    return reference


def _is_pausing(habit: Habit, number: int) -> bool:
    if habit.stops is None or number <= habit.stops:
        return False
    return habit.starts_again is None or number < habit.starts_again


def _slip(habit: Habit, number: int, due: dt.date, last_day: dt.date) -> str:
    for slip in habit.slips:
        if slip.n == number or _is_near(slip, due, last_day):
            return slip.what
    return ""


def _is_near(slip: Slip, due: dt.date, last_day: dt.date) -> bool:
    if slip.ago is None:
        return False
    day = last_day - dt.timedelta(days=slip.ago)
    return day <= due < day + dt.timedelta(days=slip.within)
