"""The days and amounts of a plan, worked out from what was decided and chosen; no database. SI 1992/1989 regulation 4.

Money is whole pence. A plan covers a reference period of 52 weeks and is paid in equal instalments, the odd pennies in the last.
"""

import calendar
import datetime as dt
from collections.abc import Iterator, Sequence
from fractions import Fraction

from childmaintenance.cases.terms import Frequency, PayChoice

WEEKS = 52
PERIOD = dt.timedelta(weeks=WEEKS)
INSTALMENTS = {Frequency.WEEKLY: 52, Frequency.FORTNIGHTLY: 26, Frequency.FOUR_WEEKLY: 13, Frequency.MONTHLY: 12}
STEPS = {
    Frequency.WEEKLY: dt.timedelta(weeks=1),
    Frequency.FORTNIGHTLY: dt.timedelta(weeks=2),
    Frequency.FOUR_WEEKLY: dt.timedelta(weeks=4),
}
DAYS_IN_A_WEEK = 7


def period_end(starts: dt.date) -> dt.date:
    """The last day of the 52 weeks that begin on a day."""
    return starts + PERIOD - dt.timedelta(days=1)


def pay_days(choice: PayChoice, not_before: dt.date, in_step_with: dt.date | None = None) -> Iterator[dt.date]:
    """The chosen pay days from a day on, without end. A day of the month past its end is the month's last day.

    `in_step_with` is an earlier pay day of the same choice: every second or fourth week is counted from it.
    """
    if choice.frequency == Frequency.MONTHLY:
        year, month = not_before.year, not_before.month
        while True:
            day = dt.date(year, month, min(choice.day, calendar.monthrange(year, month)[1]))
            if day >= not_before:
                yield day
            year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    step = STEPS[choice.frequency]
    if in_step_with is None:
        day = not_before + dt.timedelta(days=(choice.day - not_before.weekday()) % DAYS_IN_A_WEEK)
    else:
        day = not_before + (in_step_with - not_before) % step
    while True:
        yield day
        day += step


def year_total(weekly: int) -> int:
    """What is due for the reference period, assuming that the weekly rate does not change."""
    return weekly * WEEKS


def shares(total: int, parts: int) -> list[int]:
    """A sum in equal parts to the nearest penny, the difference in the last. A sum below nought is shared likewise."""
    if total < 0:
        return [-part for part in shares(-total, parts)]
    each = half_up(Fraction(total, parts))
    if each * (parts - 1) >= total:  # so small that rounding up would leave nothing for the last
        each = total // parts
    return [each] * (parts - 1) + [total - each * (parts - 1)]


def accrued(weekly: int, first: dt.date, last: dt.date) -> Fraction:
    """What accrues from a day to a day, both counted: a seventh of the weekly amount for each."""
    return Fraction(weekly * max(0, (last - first).days + 1), DAYS_IN_A_WEEK)


def half_up(amount: Fraction) -> int:
    """To the nearest penny, half a penny up."""
    return (2 * amount.numerator + amount.denominator) // (2 * amount.denominator)


def kept(amounts: Sequence[int], still_due: int) -> int:
    """How many of the old plan's instalments to come, from the first, fit into what is still due under it."""
    count, sum_ = 0, 0
    for amount in amounts:
        if sum_ + amount > still_due:
            break
        count, sum_ = count + 1, sum_ + amount
    return count


def spread(amount: int, instalment: int, percent: int, most: int) -> list[int]:
    """A true-up in as few parts as add or take at most `percent` of an ordinary instalment each, and at most `most` parts."""
    if not amount:
        return []
    part = max(1, instalment * percent // 100)
    return shares(amount, max(1, min(most, -(-abs(amount) // part))))
