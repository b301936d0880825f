"""Why did it change? The difference between two results split into causes, exact to the penny and independent of order.

Each cause gets the average of what it adds over every order in which the causes could have come (the Shapley value). The parts
are brought to whole pence by largest remainder, so that they make the difference exactly.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from itertools import combinations
from math import factorial

from childmaintenance.law.liability import Facts, assess
from childmaintenance.law.provision import BadFact
from childmaintenance.law.readings import USUAL, Readings
from childmaintenance.values import ZERO, Money

# The facts that are looked at one by one, and the name each has as a cause.
CAUSES: dict[str, tuple[str, ...]] = {
    "income": ("gross_weekly_income",),
    "benefit": ("benefit",),
    "description": ("nil_reason",),
    "other_children_at_home": ("relevant_other_children",),
    "other_arrangements": ("other_arrangement_children",),
    "special_expenses": ("special_expenses_weekly",),
    "additional_income": ("additional_income_weekly",),
}
TOGETHER = ("gross_weekly_income", "benefit", "nil_reason")


@dataclass(frozen=True, slots=True)
class Part:
    """One cause and its part of the difference, in pounds a week; less than nought where it lowered the amount."""

    cause: str
    amount: Money
    exact: Fraction


@dataclass(frozen=True, slots=True)
class Why:
    """The two amounts and the parts that lead from one to the other."""

    before: Money
    after: Money
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Situation:
    """The facts and the day whose law applies."""

    facts: Facts
    on: date


def why(before: Situation, after: Situation, *, ref: str | None = None, readings: Readings = USUAL) -> Why:
    """Split the difference of the totals, or of one receiving parent's amount, into its causes.

    Raises BadFact where the two are not of one territory. A receiving parent who is in one of them alone counts as nought in the
    other.
    """
    if before.facts.territory is not after.facts.territory:
        raise BadFact("territory", "must be the same before and after")
    causes = causes_between(before, after)
    known: dict[frozenset[str], int] = {}

    def pence(changed: frozenset[str]) -> int:
        if changed not in known:
            known[changed] = _amount(mixed(before, after, changed), ref, readings).in_pence
        return known[changed]

    exact = {cause: _average(cause, causes, pence) for cause in causes}
    start, end = pence(frozenset()), pence(frozenset(causes))
    whole = _whole_pence(exact, end - start)
    parts = tuple(Part(cause, Money.pence(whole[cause]), exact[cause] / 100) for cause in causes)
    return Why(Money.pence(start), Money.pence(end), parts)


def causes_between(before: Situation, after: Situation) -> tuple[str, ...]:
    """The names of what is different, in a fixed order.

    Nights are their own cause while the same children live with the same parents; otherwise children and nights are one. Income,
    benefit and description are one where either side has no income to speak of, since they cannot then be taken apart.
    """
    one, other = before.facts, after.facts
    found = []
    if before.on != after.on:
        found.append("law")
    if any(not isinstance(side.gross_weekly_income, Money) for side in (one, other)):
        if any(getattr(one, name) != getattr(other, name) for name in TOGETHER):
            found.append("income_and_benefit")
        single = [cause for cause, names in CAUSES.items() if names[0] not in TOGETHER]
    else:
        single = list(CAUSES)
    found += [cause for cause in single if any(getattr(one, name) != getattr(other, name) for name in CAUSES[cause])]
    if one.receiving_parents != other.receiving_parents:
        found.append("nights" if _households(one) == _households(other) else "children")
    return tuple(found)


def mixed(before: Situation, after: Situation, changed: frozenset[str]) -> Situation:
    """The situation before, with some causes already as they are after."""
    facts = before.facts
    for cause in changed:
        names = {
            "income_and_benefit": TOGETHER,
            "nights": ("receiving_parents",),
            "children": ("receiving_parents",),
        }.get(cause, CAUSES.get(cause, ()))
        facts = replace(facts, **{name: getattr(after.facts, name) for name in names})
    return Situation(facts, after.on if "law" in changed else before.on)


def _households(facts: Facts) -> dict[str, int]:
    return {parent.ref: len(parent.children) for parent in facts.receiving_parents}


def _amount(situation: Situation, ref: str | None, readings: Readings) -> Money:
    found = assess(situation.facts, on=situation.on, readings=readings, explain=False)
    return found.total if ref is None else found.weekly.get(ref, ZERO)


def _average(cause: str, causes: tuple[str, ...], pence: Callable[[frozenset[str]], int]) -> Fraction:
    """What a cause adds, over every order of the others before it."""
    others = [other for other in causes if other != cause]
    total = Fraction(0)
    for size in range(len(others) + 1):
        weight = Fraction(factorial(size) * factorial(len(others) - size), factorial(len(causes)))
        for before in combinations(others, size):
            already = frozenset(before)
            total += weight * (pence(already | {cause}) - pence(already))
    return total


def _whole_pence(exact: dict[str, Fraction], whole: int) -> dict[str, int]:
    """Whole pence that make the whole, the odd ones to the largest remainders and then by name."""
    floors = {cause: part.numerator // part.denominator for cause, part in exact.items()}
    odd = whole - sum(floors.values())
    order = sorted(exact, key=lambda cause: (-(exact[cause] - floors[cause]), cause))
    return {cause: floors[cause] + (1 if cause in order[:odd] else 0) for cause in exact}
