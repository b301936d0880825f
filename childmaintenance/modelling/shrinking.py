"""Making a case smaller while something stays true of it, so that a person can see why."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from childmaintenance.law.liability import Benefit, Child, Facts, NilReason
from childmaintenance.values import ZERO, Money, Territory

StillTrue = Callable[[Facts, date], bool]


def smallest(facts: Facts, on: date, still_true: StillTrue, parts: int = 1) -> tuple[Facts, date]:
    """Take away whatever can be taken away, again and again, until nothing can; amounts stay whole in `parts` of a penny."""
    smaller = True
    while smaller:
        smaller = False
        for candidate in simpler(facts, parts):
            if still_true(candidate, on):
                facts, smaller = candidate, True
                break
    return facts, on


def simpler(facts: Facts, parts: int) -> Iterator[Facts]:
    """The cases one step simpler, boldest first; every one is smaller by some measure, so that the walk ends."""
    parents = facts.receiving_parents
    if len(parents) > 1:
        for place in range(len(parents)):
            yield replace(facts, receiving_parents=parents[:place] + parents[place + 1 :])
    for place, parent in enumerate(parents):
        for children in _fewer(parent.children):
            yield replace(
                facts, receiving_parents=(*parents[:place], replace(parent, children=children), *parents[place + 1 :])
            )
    plain: dict[str, Any] = {
        "territory": Territory.GB,
        "benefit": Benefit.NONE,
        "nil_reason": NilReason.NONE,
        "relevant_other_children": 0,
        "other_arrangement_children": 0,
    }
    for name, value in plain.items():
        if getattr(facts, name) != value and not (
            facts.gross_weekly_income is None and name in ("benefit", "nil_reason")
        ):
            yield replace(facts, **{name: value})
    for name in ("relevant_other_children", "other_arrangement_children"):
        if getattr(facts, name) > 1:
            yield replace(facts, **_less(facts, name))
    for name in ("additional_income_weekly", "special_expenses_weekly", "gross_weekly_income"):
        amount = getattr(facts, name)
        if isinstance(amount, Money):
            for less in _rounder(amount, parts):
                less_of_it: dict[str, Any] = {name: less}
                yield replace(facts, **less_of_it)


def _less(facts: Facts, name: str) -> dict[str, Any]:
    return {name: getattr(facts, name) - 1}


def _fewer(children: tuple[Child, ...]) -> Iterator[tuple[Child, ...]]:
    """Without one of the children, or with fewer nights for one."""
    if len(children) > 1:
        for place in range(len(children)):
            yield children[:place] + children[place + 1 :]
    for place, child in enumerate(children):
        for name in ("nights", "local_authority_nights"):
            nights = getattr(child, name)
            for less in sorted({0, nights // 2, nights - 1}):
                if 0 <= less < nights:
                    yield (*children[:place], replace(child, **{name: less}), *children[place + 1 :])


def _rounder(amount: Money, parts: int) -> Iterator[Money]:
    """Nothing; half; whole pounds; whole pence; a penny less; a part of a penny less."""
    small, pound = int(amount.exact * 100 * parts), 100 * parts
    for less in (
        0,
        small // 2,
        small // pound * pound,
        small // parts * parts,
        small - pound,
        small - parts,
        small - 1,
    ):
        if 0 <= less < small:
            yield Money(less, pound) if less else ZERO
