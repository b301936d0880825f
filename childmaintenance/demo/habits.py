"""How people of the town pay: on time, late, short, twice, with a wrong reference, or not at all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from childmaintenance.demo.people import Habit


@dataclass(frozen=True, kw_only=True)
class Payment:
    """What somebody does at the bank on one day. `returned_after` days later their bank takes it back."""

    on: dt.date
    pence: int
    words: str
    returned_after: int | None = None


def payments(habit: Habit, *, due: dt.date, pence: int, reference: str) -> Iterator[Payment]:
    """The payments somebody with this habit makes for what is due on a day.

    The same question always has the same answer, so that the town can be asked on any day.
    """
    slip = _slip(habit, due)
    if habit.how == "never" or slip == "forgotten" or _is_pausing(habit, due):
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
    if slip == "after forgotten":
        amount *= 2  # what was forgotten is made up
    words = _typed(reference, habit.typed)
    match slip:
        case "no reference":
            words = "MAINTENANCE"
        case "wrong reference":
            words = swapped(reference)
    yield Payment(on=on, pence=amount, words=words, returned_after=2 if slip == "returned" else None)
    if slip == "twice":
        yield Payment(on=on, pence=amount, words=words)


def reach(habit: Habit) -> tuple[int, int]:
    """How many days before and after the due day this habit pays."""
    return (habit.days if habit.how == "early" else 0), (habit.days if habit.how == "late" else 0)


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


def _is_pausing(habit: Habit, due: dt.date) -> bool:
    if habit.stops is None or due < habit.stops:
        return False
    return habit.starts_again is None or due < habit.starts_again


def _slip(habit: Habit, due: dt.date) -> str:
    for slip in habit.slips:
        turn = _turns_since(habit.every, slip.on, due)
        if turn == 0:
            return slip.what
        if turn == 1 and slip.what == "forgotten":
            return "after forgotten"
    return ""


def _turns_since(every: str, day: dt.date, due: dt.date) -> int:
    """0 for the one payment that belongs to this day, 1 for the next one."""
    if every == "M":
        return (due.year - day.year) * 12 + due.month - day.month
    return (due - day).days // {"W": 7, "2W": 14, "4W": 28}[every]
