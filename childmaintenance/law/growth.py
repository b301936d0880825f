"""How the amount grows: with income, from line to line, and with nights, from band to band. For pictures and tables."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from childmaintenance.law.edges import PENNY, income_lines
from childmaintenance.law.liability import Assessment, Benefit, Facts, assess
from childmaintenance.law.liability.facts import DAYS_IN_THE_LONGEST_YEAR
from childmaintenance.law.liability.flat_rate_shared_care import FIGURES as FLAT_CARE
from childmaintenance.law.liability.shared_care import FIGURES as CARE
from childmaintenance.law.provision import in_force
from childmaintenance.law.readings import USUAL, Readings
from childmaintenance.values import ZERO, Money


@dataclass(frozen=True, slots=True)
class AtIncome:
    """The result at one weekly income; `line` names the line that begins there, if one does."""

    income: Money
    found: Assessment
    line: str = ""


@dataclass(frozen=True, slots=True)
class WithNights:
    """The result where every child stays from `least` to `most` nights in 12 months with the paying parent."""

    least: int
    most: int
    found: Assessment


def at_incomes(facts: Facts, incomes: Iterable[Money], *, on: date, readings: Readings = USUAL) -> tuple[AtIncome, ...]:
    """The result at each of these weekly incomes, all else as it is."""
    return tuple(AtIncome(income, _at(facts, income, on, readings)) for income in incomes)


def by_income(facts: Facts, *, on: date, readings: Readings = USUAL) -> tuple[AtIncome, ...]:
    """The result at nought and on both sides of every line of income, in order.

    Between two neighbours the amount follows a straight line, apart from rounding to the penny, from the least amount payable
    (their rates then differ) and from a share that came out below nought (its note says so): enough for a drawing.
    """
    points = [AtIncome(ZERO, _at(facts, ZERO, on, readings))]
    for name, first in sorted(income_lines(facts, in_force(on, facts.territory)), key=lambda line: line[1]):
        points.append(AtIncome(first - PENNY, _at(facts, first - PENNY, on, readings)))
        points.append(AtIncome(first, _at(facts, first, on, readings), name))
    return tuple(points)


def by_nights(facts: Facts, *, on: date, readings: Readings = USUAL) -> tuple[WithNights, ...]:
    """The result in every band of nights, all the children alike and no nights in local authority care."""
    law = in_force(on, facts.territory)
    if facts.benefit is Benefit.NONE:
        limits = [least for least, _ in CARE.under(law).share_by_nights.of]
    else:
        limits = [FLAT_CARE.under(law).nil_from.of]
    starts = [0, *(limit for limit in limits if limit)]
    ends = [*(start - 1 for start in starts[1:]), DAYS_IN_THE_LONGEST_YEAR]
    return tuple(
        WithNights(least, most, assess(_with_nights(facts, least), on=on, readings=readings, explain=False))
        for least, most in zip(starts, ends, strict=True)
    )


def _at(facts: Facts, income: Money, on: date, readings: Readings) -> Assessment:
    return assess(replace(facts, gross_weekly_income=income), on=on, readings=readings, explain=False)


def _with_nights(facts: Facts, nights: int) -> Facts:
    parents = tuple(
        replace(
            parent,
            children=tuple(replace(child, nights=nights, local_authority_nights=0) for child in parent.children),
        )
        for parent in facts.receiving_parents
    )
    return replace(facts, receiving_parents=parents)
