"""Applying what is held for one paying parent to what they owe: pure, in whole pence. The arithmetic is `law.fees`."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import groupby
from typing import NamedTuple

from childmaintenance.law.fees import Allocation, split_pence

Rates = Callable[[str], tuple[Fraction, Fraction]]


class Money(NamedTuple):
    """What is left of a receipt, and how much of it was used before."""

    entry: int
    receipt: str
    received_on: dt.date
    pence: int
    used: int


class Open(NamedTuple):
    """What is left of an instalment, and the ledger accounts of its case."""

    instalment: int
    due_on: dt.date
    maintenance: int
    fee: int
    books: int
    case: str
    territory: str
    owes_maintenance: int
    owes_fee: int
    due_maintenance: int
    to_pay_out: int


class Part(NamedTuple):
    """What of a receipt goes to an instalment."""

    to: Open
    maintenance: int
    fee: int
    receiving_fee: int


class Use(NamedTuple):
    """One receipt, from the penny `money.used` on, and where it goes; `left` stays held."""

    money: Money
    parts: list[Part]
    left: int

    @property
    def counts_on(self) -> dt.date:
        """The day the money counts as paid: when it came, or when what it pays fell due if that is later."""
        return max(self.money.received_on, self.parts[-1].to.due_on)


class Applied(NamedTuple):
    """All that was used, and the instalments with what is left of each that money went to."""

    uses: list[Use]
    left: list[tuple[Open, int, int]]


def apply(money: Sequence[Money], owing: Sequence[Open], rates: Rates, how: Allocation) -> Applied:
    """Oldest receipt first, to what fell due first; what fell due on one day in proportion (SI 2009/3151 reg 4).

    Both lists are in order of their days. `rates` answers the two percentages for a territory.
    """
    if len(money) == len(owing) == 1:  # nearly everybody, nearly always
        return _one(money[0], owing[0], rates, how)
    days = [list(together) for _, together in groupby(owing, key=_due_on)]
    waiting = iter(money)
    uses: list[Use] = []
    left: list[tuple[Open, int, int]] = []
    use: Use | None = None
    for day in days:
        open_ = [(one.maintenance, one.fee) for one in day]
        while any(maintenance > 0 or fee > 0 for maintenance, fee in open_):
            if use is None or not use.left:
                use = _next(waiting, uses)
                if use is None:
                    break
            open_, use = _pay(day, open_, use, rates, how)
            uses[-1] = use
        left += [(one, *rest) for one, rest in zip(day, open_, strict=True) if rest != (one.maintenance, one.fee)]
        if use is None:
            break
    return Applied(uses, left)


def _one(money: Money, open_: Open, rates: Rates, how: Allocation) -> Applied:
    """One receipt to one instalment: the same as below, without the lists."""
    added, taken = rates(open_.territory)
    found = split_pence(money.pence, (open_.maintenance,), (open_.fee,), (0,), 0, added, taken, (open_.case,), how)
    maintenance, fee = found.maintenance[0], found.paying_fee[0]
    use = Use(money, [Part(open_, maintenance, fee, found.receiving_fee[0])], found.credit)
    return Applied([use], [(open_, open_.maintenance - maintenance, open_.fee - fee)])


def _pay(
    day: list[Open], open_: list[tuple[int, int]], use: Use, rates: Rates, how: Allocation
) -> tuple[list[tuple[int, int]], Use]:
    """One receipt towards everything that fell due on one day."""
    added, taken = rates(day[0].territory)
    found = split_pence(
        use.left,
        [maintenance for maintenance, _ in open_],
        [fee for _, fee in open_],
        [0] * len(day),
        0,
        added,
        taken,
        [one.case for one in day],
        how,
    )
    for place, one in enumerate(day):
        maintenance, fee = found.maintenance[place], found.paying_fee[place]
        if maintenance or fee:
            use.parts.append(Part(one, maintenance, fee, found.receiving_fee[place]))
    rest = [
        (maintenance - found.maintenance[place], fee - found.paying_fee[place])
        for place, (maintenance, fee) in enumerate(open_)
    ]
    return rest, use._replace(left=found.credit)


def _next(waiting: Iterator[Money], uses: list[Use]) -> Use | None:
    money = next(waiting, None)
    if money is None:
        return None
    uses.append(Use(money, [], money.pence))
    return uses[-1]


def _due_on(one: Open) -> dt.date:
    return one.due_on
