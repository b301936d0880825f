"""What a new plan makes of the old one: which payments stay, what is trued up, and the new payments. Pure; no database."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from childmaintenance.cases.terms import PayChoice
from childmaintenance.collection import schedule
from childmaintenance.collection.terms import InstalmentKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ToCome:
    """An instalment of the old plan that has not fallen due."""

    id: int
    due_on: dt.date
    maintenance: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An instalment to be added."""

    kind: InstalmentKind
    due_on: dt.date
    maintenance: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Old instalments that stay, lines that close the old plan, and the new plan's lines."""

    stay: tuple[int, ...]
    closing: tuple[Line, ...]
    new: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """Everything a drawing depends on. Money is maintenance in whole pence, without fees.

    `still_due` is what accrued until the new plan starts, less what was charged: below nought where too much was. `unpaid` is
    what was charged and is not paid. `ends` is the last day of the new plan's reference period: 52 weeks from `starts`, or the
    old period's when the new plan only takes over its remainder. `collects` says that the new payments go through the service.
    `weekly` is nought where nothing is due any more.
    """

    today: dt.date
    notice_days: int
    choice: PayChoice
    old_choice: PayChoice
    weekly: int
    starts: dt.date
    ends: dt.date
    collects: bool
    takes_over: bool
    still_due: int
    unpaid: int
    to_come: tuple[ToCome, ...]
    last_due: dt.date | None
    most_percent: int


def draw(now: Situation) -> Drawing:
    """SI 1992/1989 regs 4 and 7: the payments to come, so that in the end every penny that accrued is asked for, and no more."""
    first_possible = max(now.today, now.starts) + dt.timedelta(days=now.notice_days)
    if now.takes_over:
        return _take_over(now, first_possible)
    return _begin(now, first_possible)


def _begin(now: Situation, first_possible: dt.date) -> Drawing:
    """A new reference period, or an end. The old plan's payments stay as far as they are still due, then the new ones follow."""
    count = schedule.kept([line.maintenance for line in now.to_come], max(0, now.still_due))
    stay = now.to_come[:count]
    left = now.still_due - sum(line.maintenance for line in stay)
    last_due = stay[-1].due_on if stay else now.last_due
    after = max(first_possible, last_due + dt.timedelta(days=1)) if last_due else first_possible
    step = last_due if now.choice == now.old_choice else None
    new: list[Line] = []
    if now.weekly:
        days = list(islice(schedule.pay_days(now.choice, after, step), schedule.INSTALMENTS[now.choice.frequency]))
        new = _regular(schedule.shares(schedule.year_total(now.weekly), len(days)), days)
    if left > 0 and stay and left * 100 <= now.most_percent * sum(line.maintenance for line in stay):
        # Little enough to go on top of the closing payments.
        closing = _added(
            InstalmentKind.TRUE_UP, schedule.shares(left, min(left, len(stay))), [line.due_on for line in stay]
        )
        return Drawing(stay=_ids(stay), closing=closing, new=tuple(new))
    return Drawing(stay=_ids(stay), closing=_true_up(now, left, new if now.collects else [], after), new=tuple(new))


def _take_over(now: Situation, first_possible: dt.date) -> Drawing:
    """The rest of a reference period at another rate or on other days: what comes before there was notice stays as it was."""
    stay = [line for line in now.to_come if line.due_on < first_possible]
    horizon = now.to_come[-1].due_on if now.to_come else first_possible
    after = max([first_possible, *(line.due_on + dt.timedelta(days=1) for line in stay[-1:])])
    step = (stay[-1].due_on if stay else now.last_due) if now.choice == now.old_choice else None
    days = list(takewhile(lambda day: day <= horizon, schedule.pay_days(now.choice, after, step)))
    each = schedule.shares(schedule.year_total(now.weekly), schedule.INSTALMENTS[now.choice.frequency])[0]
    new = _regular([each] * len(days), days) if now.weekly else []
    whole = schedule.half_up(schedule.accrued(now.weekly, now.starts, now.ends))
    left = now.still_due + whole - sum(line.maintenance for line in stay) - sum(line.maintenance for line in new)
    return Drawing(stay=_ids(stay), closing=_true_up(now, left, new, after), new=tuple(new))


def _true_up(now: Situation, left: int, new: Sequence[Line], after: dt.date) -> tuple[Line, ...]:
    """What the old plan leaves over: on top of the new payments or off them, or by itself where there are none."""
    ordinary = new[0].maintenance if new else 0
    if left > 0:
        if new:
            parts = schedule.spread(left, ordinary, now.most_percent, len(new))
            return _added(InstalmentKind.TRUE_UP, parts, [line.due_on for line in new])
        usual = max((line.maintenance for line in now.to_come), default=left)
        parts = schedule.shares(left, min(left, -(-left // usual)))
        return _added(InstalmentKind.TRUE_UP, parts, list(islice(schedule.pay_days(now.old_choice, after), len(parts))))
    if left == 0:
        return ()
    # What was charged too much goes first against what is unpaid of it (SI 2009/3151 reg 8), then off what comes.
    at_once = left if not new else -min(-left, now.unpaid)
    parts = schedule.spread(left - at_once, ordinary, now.most_percent, len(new)) if new else []
    off = _added(InstalmentKind.CREDIT, parts, [line.due_on for line in new])
    return (Line(kind=InstalmentKind.CREDIT, due_on=now.today, maintenance=at_once), *off) if at_once else off


def _regular(amounts: Sequence[int], days: Sequence[dt.date]) -> list[Line]:
    return [
        Line(kind=InstalmentKind.REGULAR, due_on=day, maintenance=amount)
        for amount, day in zip(amounts, days, strict=True)
    ]


def _added(kind: InstalmentKind, amounts: Sequence[int], days: Sequence[dt.date]) -> tuple[Line, ...]:
    return tuple(
        Line(kind=kind, due_on=day, maintenance=amount) for amount, day in zip(amounts, days, strict=False) if amount
    )


def _ids(lines: Sequence[ToCome]) -> tuple[int, ...]:
    return tuple(line.id for line in lines)
