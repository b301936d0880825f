"""Many cases as columns: one entry a paying parent, then one a receiving parent, then one a child."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final, NamedTuple, Self, TypeAlias

import numpy as np
from numpy.typing import NDArray

from childmaintenance.law.liability import Facts
from childmaintenance.law.provision import Unknown
from childmaintenance.modelling.terms import BENEFITS, NIL_REASONS, NO_INCOME_GIVEN, TERRITORIES, UNKNOWN_INCOME
from childmaintenance.values import Money

KINDS: Final[dict[str, Any]] = {
    "territory": np.int8,
    "income": np.int64,
    "additional": np.int64,
    "expenses": np.int64,
    "benefit": np.int8,
    "nil_reason": np.int8,
    "others": np.int8,
    "arrangements": np.int8,
    "receivers": np.int64,
    "children": np.int64,
    "nights": np.int16,
    "care_nights": np.int16,
}
Codes: TypeAlias = NDArray[np.int8]
A_CASE: Final = ("territory", "income", "additional", "expenses", "benefit", "nil_reason", "others", "arrangements")
A_CHILD: Final = ("nights", "care_nights")


@dataclass(frozen=True, eq=False)
class Columns:
    """Facts of many paying parents. The codes are places in `terms`; amounts are pounds a week in `parts` of a penny.

    Case `c` has the receiving parents from `receivers[c]` up to `receivers[c + 1]`, and receiving parent `r` the children from
    `children[r]` up to `children[r + 1]`. Income below nought says that there is none: see `terms`. A yearly amount of pence is
    exact as a weekly one where `parts` is 365: it is seven times the yearly one.
    """

    territory: NDArray[np.int8]
    income: NDArray[np.int64]
    additional: NDArray[np.int64]
    expenses: NDArray[np.int64]
    benefit: NDArray[np.int8]
    nil_reason: NDArray[np.int8]
    others: NDArray[np.int8]
    arrangements: NDArray[np.int8]
    receivers: NDArray[np.int64]
    children: NDArray[np.int64]
    nights: NDArray[np.int16]
    care_nights: NDArray[np.int16]
    parts: int = 1

    def __post_init__(self) -> None:
        for name, kind in KINDS.items():
            given = np.ascontiguousarray(getattr(self, name))
            if given.dtype.kind not in "iu":
                raise TypeError(f"{name} must be whole numbers.")
            if given.dtype != kind:
                if given.size and not (np.iinfo(kind).min <= given.min() and given.max() <= np.iinfo(kind).max):
                    raise OverflowError(f"{name} holds a number that no case can have.")
                given = given.astype(kind)
            object.__setattr__(self, name, given)

    def __len__(self) -> int:
        """How many cases: paying parents, each with everybody they pay."""
        return len(self.income)

    def cut(self, size: int) -> "Iterator[Columns]":
        """The same cases in pieces of so many, sharing memory."""
        for first in range(0, len(self), size):
            yield self.piece(first, min(first + size, len(self)))

    def piece(self, first: int, last: int) -> "Columns":
        """The cases from `first` up to `last`."""
        r_first, r_last = self.receivers[first], self.receivers[last]
        k_first, k_last = self.children[r_first], self.children[r_last]
        return Columns(
            **{name: getattr(self, name)[first:last] for name in A_CASE},
            **{name: getattr(self, name)[k_first:k_last] for name in A_CHILD},
            receivers=self.receivers[first : last + 1] - r_first,
            children=self.children[r_first : r_last + 1] - k_first,
            parts=self.parts,
        )

    @classmethod
    def of(cls, everybody: Iterable[Facts], parts: int = 1) -> Self:
        """The columns of facts as the law takes them; an amount that is not whole in these parts is refused."""
        found: dict[str, list[int]] = {name: [] for name in KINDS}
        found["receivers"].append(0)
        found["children"].append(0)
        for facts in everybody:
            for name, value in _of_case(facts, parts).items():
                found[name].append(value)
            for parent in facts.receiving_parents:
                found["nights"] += [child.nights for child in parent.children]
                found["care_nights"] += [child.local_authority_nights for child in parent.children]
                found["children"].append(len(found["nights"]))
            found["receivers"].append(len(found["children"]) - 1)
        return cls(**{name: np.array(values, dtype=KINDS[name]) for name, values in found.items()}, parts=parts)


class Case(NamedTuple):
    """What the kernel takes of the cases."""

    edition: NDArray[np.int16]
    income: NDArray[np.int64]
    additional: NDArray[np.int64]
    expenses: NDArray[np.int64]
    benefit: NDArray[np.int8]
    nil_reason: NDArray[np.int8]
    others: NDArray[np.int8]
    arrangements: NDArray[np.int8]
    receivers: NDArray[np.int64]
    scale: int


class Receiver(NamedTuple):
    """What the kernel takes of the receiving parents."""

    children: NDArray[np.int64]


class Child(NamedTuple):
    """What the kernel takes of the children."""

    nights: NDArray[np.int16]
    care_nights: NDArray[np.int16]


def for_the_kernel(columns: Columns, edition: NDArray[np.int16], scale: int) -> tuple[Case, Receiver, Child]:
    """The columns as the kernel takes them; `scale` brings their parts of a penny to those of the figures."""
    names = [field for field in Case._fields if field not in ("edition", "scale")]
    case = Case(edition=edition, scale=scale, **{name: getattr(columns, name) for name in names})
    return case, Receiver(columns.children), Child(columns.nights, columns.care_nights)


def _of_case(facts: Facts, parts: int) -> dict[str, int]:
    income = facts.gross_weekly_income
    return {
        "territory": TERRITORIES.index(facts.territory),
        "income": NO_INCOME_GIVEN
        if income is None
        else UNKNOWN_INCOME
        if isinstance(income, Unknown)
        else _in(parts, income),
        "additional": _in(parts, facts.additional_income_weekly),
        "expenses": _in(parts, facts.special_expenses_weekly),
        "benefit": BENEFITS.index(facts.benefit),
        "nil_reason": NIL_REASONS.index(facts.nil_reason),
        "others": facts.relevant_other_children,
        "arrangements": facts.other_arrangement_children,
    }


def _in(parts: int, amount: Money) -> int:
    return (amount * parts).in_pence
