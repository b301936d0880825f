"""Each case by the law as it is and as it would be, and who gains and loses by it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from childmaintenance.law.fees import collection_fee
from childmaintenance.law.provision import Scenario
from childmaintenance.modelling.assess import assess
from childmaintenance.modelling.columns import Columns
from childmaintenance.modelling.figures import Whole
from childmaintenance.modelling.nation.parameters import names
from childmaintenance.modelling.nation.parquet import read_nation
from childmaintenance.modelling.nation.people import Drawn
from childmaintenance.modelling.terms import TERRITORIES
from childmaintenance.modelling.whatif.reform import Reform

INCOME_BANDS: Final = (0, 100, 200, 300, 400, 600, 800, 1000, 1500, 3000)  # pounds a week
A_POUND_A_WEEK: Final = 100 * 365  # in the parts that the nation's incomes are stated in


@dataclass(frozen=True)
class Group:
    """Some paying parents: how many, how many pay more or less, and pence a week before and after, all together."""

    by: str
    name: str
    payers: int
    pay_more: int
    pay_less: int
    paid_before: int
    paid_after: int
    received_before: int
    received_after: int

    def and_(self, other: "Group") -> "Group":
        """The two together."""
        added = {field: getattr(self, field) + getattr(other, field) for field in FIELDS}
        return Group(self.by, self.name, **added)

    @property
    def mean_change(self) -> Fraction:
        """Pounds a week more for each payer."""
        return Fraction(self.paid_after - self.paid_before, 100 * self.payers) if self.payers else Fraction(0)


FIELDS: Final = ("payers", "pay_more", "pay_less", "paid_before", "paid_after", "received_before", "received_after")


def compare(nation: Path, reform: Reform) -> list[Group]:
    """Everybody, then groups by income, family, nation and service; a row group of the file at a time."""
    found: dict[tuple[str, str], Group] = {}
    for columns, drawn in read_nation(nation, ("collect_and_pay", "nation")):
        for group in _groups(columns, drawn, reform):
            key = (group.by, group.name)
            found[key] = found[key].and_(group) if key in found else group
    return list(found.values())


def _groups(columns: Columns, drawn: Drawn, reform: Reform) -> Iterator[Group]:
    collected = drawn["collect_and_pay"]
    before = _paid_and_received(columns, collected, reform, None)
    after = _paid_and_received(columns, collected, reform, reform.scenario)
    for by, called, place in _ways(columns, drawn):
        for number, name in enumerate(called):
            which = place == number
            more, less = after[0][which] > before[0][which], after[0][which] < before[0][which]
            sums = [int(amounts[which].sum()) for amounts in (before[0], after[0], before[1], after[1])]
            yield Group(by, name, int(which.sum()), int(more.sum()), int(less.sum()), *sums)


def _paid_and_received(
    columns: Columns, collected: NDArray[np.bool_], reform: Reform, scenario: Scenario | None
) -> tuple[Whole, Whole]:
    """Pence a week that each payer pays and theirs receive: the maintenance, with the fees where it is collected."""
    due = assess(columns, on=reform.on, scenario=scenario).totals(columns)
    added, taken = np.zeros_like(due), np.zeros_like(due)
    for place, territory in enumerate(TERRITORIES):
        here = collected & (columns.territory == place)
        of_payer, of_receiver = collection_fee.in_whole_pence(reform.on, territory, scenario)
        added[here], taken[here] = _percent(due[here], of_payer), _percent(due[here], of_receiver)
    return due + added, due - taken


def _percent(amounts: Whole, percent: Fraction) -> Whole:
    """So many hundredths, to the nearest penny, half a penny up."""
    whole = percent / 100
    found: Whole = (2 * amounts * whole.numerator + whole.denominator) // (2 * whole.denominator)
    return found


def _ways(columns: Columns, drawn: Drawn) -> Iterator[tuple[str, list[str], Whole]]:
    """The ways of grouping: a title, the names, and the place of each payer among them."""
    bands = [f"{low} to {high}" for low, high in pairwise(INCOME_BANDS)]
    bands.append(f"{INCOME_BANDS[-1]} or more")
    weekly = np.searchsorted(np.array(INCOME_BANDS) * A_POUND_A_WEEK, columns.income, side="right") - 1
    receivers, children = np.diff(columns.receivers), np.diff(columns.children[columns.receivers])
    stay = np.add.reduceat(columns.nights, columns.children[columns.receivers[:-1]]) > 0
    upto: Callable[[Any, int], Whole] = lambda number, most: np.minimum(number, most).astype(np.int64)  # noqa: E731
    yield "Everybody", ["all paying parents"], np.zeros(len(columns), np.int64)
    yield "Income, pounds a week", [*bands, "not known"], np.where(weekly < 0, len(bands), weekly)
    yield "Children paid for", ["one", "two", "three or more"], upto(children - 1, 2)
    yield "Receiving parents", ["one", "two", "three"], upto(receivers - 1, 2)
    yield "Children stay overnight", ["never", "sometimes"], upto(stay, 1)
    yield "Other children at home", ["none", "one", "two or more"], upto(columns.others, 2)
    yield "Service", ["Direct Pay", "Collect and Pay"], upto(drawn["collect_and_pay"], 1)
    yield "Nation", names("nation"), drawn["nation"].astype(np.int64)
