"""What would change it? The nearest edges on either side of where a family stands, and what lies beyond each."""

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from childmaintenance.law.income.which_income import FIGURES as WHICH_INCOME
from childmaintenance.law.income.which_income import Kind
from childmaintenance.law.liability import Assessment, Benefit, Facts, NilReason, assess
from childmaintenance.law.liability.basic_rate import FIGURES as BASIC
from childmaintenance.law.liability.facts import DAYS_IN_THE_LONGEST_YEAR
from childmaintenance.law.liability.flat_rate import FIGURES as FLAT
from childmaintenance.law.liability.flat_rate_shared_care import FIGURES as FLAT_CARE
from childmaintenance.law.liability.income_cap import FIGURES as CAP
from childmaintenance.law.liability.reduced_rate import FIGURES as REDUCED
from childmaintenance.law.liability.shared_care import FIGURES as CARE
from childmaintenance.law.provision import InForce, in_force
from childmaintenance.law.readings import USUAL, Readings
from childmaintenance.values import ZERO, Money

PENNY = Money.pence(1)


@dataclass(frozen=True, slots=True)
class IncomeEdge:
    """A line of income: at `income` the family is on the far side of it, and the result is `beyond`."""

    line: str
    income: Money
    beyond: Assessment


@dataclass(frozen=True, slots=True)
class NightsEdge:
    """A band of nights: with `nights` this child is in the next band, and the result is `beyond`."""

    ref: str
    child: int
    nights: int
    beyond: Assessment


@dataclass(frozen=True, slots=True)
class ToleranceEdge:
    """From these incomes a change counts between reviews: at or below the one, at or above the other."""

    at_or_below: Money
    at_or_above: Money
    provision: str


def income_edges(facts: Facts, *, on: date, readings: Readings = USUAL) -> tuple[IncomeEdge, ...]:
    """The nearest line below and above a family's income; none where income does not decide the amount."""
    income = facts.gross_weekly_income
    if not isinstance(income, Money) or facts.benefit is not Benefit.NONE or facts.nil_reason is not NilReason.NONE:
        return ()
    lines = income_lines(facts, in_force(on, facts.territory))
    # Seen from below, a line lies at its first income; seen from above, at the penny before it.
    below = [(name, first - PENNY) for name, first in lines if first <= income]
    above = [(name, first) for name, first in lines if first > income]
    nearest = [*sorted(below, key=lambda line: line[1])[-1:], *sorted(above, key=lambda line: line[1])[:1]]
    return tuple(
        IncomeEdge(name, at, assess(replace(facts, gross_weekly_income=at), on=on, readings=readings, explain=False))
        for name, at in nearest
    )


def nights_edges(facts: Facts, *, on: date, readings: Readings = USUAL) -> tuple[NightsEdge, ...]:
    """For each child the fewest nights more, and the fewest less, that reach another band; all else as it is."""
    law = in_force(on, facts.territory)
    if facts.benefit is Benefit.NONE:
        limits = [least for least, _ in CARE.under(law).share_by_nights.of]
    else:
        limits = [FLAT_CARE.under(law).nil_from.of]
    found = []
    for parent in facts.receiving_parents:
        for place, child in enumerate(parent.children):
            most = DAYS_IN_THE_LONGEST_YEAR - child.local_authority_nights
            fewer = [limit - 1 for limit in limits if limit <= child.nights][-1:]
            more = [limit for limit in limits if child.nights < limit <= most][:1]
            for nights in (*fewer, *more):
                changed = (*parent.children[:place], replace(child, nights=nights), *parent.children[place + 1 :])
                parents = tuple(replace(p, children=changed) if p is parent else p for p in facts.receiving_parents)
                beyond = assess(replace(facts, receiving_parents=parents), on=on, readings=readings, explain=False)
                found.append(NightsEdge(parent.ref, place, nights, beyond))
    return tuple(found)


def one_more_at_home(facts: Facts, *, on: date, readings: Readings = USUAL) -> Assessment:
    """What it would be if one more child lived with the paying parent; all else as it is."""
    more = replace(facts, relevant_other_children=facts.relevant_other_children + 1)
    return assess(more, on=on, readings=readings, explain=False)


def tolerance_edge(in_force_income: Money, kind: Kind, law: InForce) -> ToleranceEdge:
    """How far current income must move before a change of it counts between reviews.

    Measured against the current income in force (reg 23), or against historic income while that is what counts (reg 34).
    """
    tests = WHICH_INCOME.under(law)
    test = tests.tolerance_between_reviews if kind is Kind.CURRENT else tests.tolerance
    step = in_force_income.percent(test.of)
    below = in_force_income - step
    # To the penny that is still at least a quarter away: down for a fall, up for a rise.
    return ToleranceEdge(-((-below).rounded_up()), (in_force_income + step).rounded_up(), test.says)


def income_lines(facts: Facts, law: InForce) -> list[tuple[str, Money]]:
    """The first income, to the penny, on the upper side of each line of Schedule 1 for this family."""
    basic, reduced = BASIC.under(law), REDUCED.under(law)
    others = facts.relevant_other_children
    kept = 1 - (basic.cut_for_other_children.for_(others) / 100 if others else Fraction(0))
    lines = [
        ("flat_rate", FLAT.under(law).amount.of),
        ("reduced_rate", reduced.more_than.of + PENNY),
        ("basic_rate", reduced.less_than.of),
        ("above_the_line", ((basic.line.of / kept).rounded_up() if others else basic.line.of) + PENNY),
        ("income_cap", CAP.under(law).most.of + PENNY),
    ]
    # An agreed variation moves every line by what it adds to income or takes from it.
    shift = facts.special_expenses_weekly - facts.additional_income_weekly
    if facts.additional_income_weekly or facts.special_expenses_weekly:
        lines = [(name, first if name in ("flat_rate", "reduced_rate") else first + shift) for name, first in lines]
    return [(name, first) for name, first in lines if first > ZERO]
