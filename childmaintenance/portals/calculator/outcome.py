"""What the law makes of it: the amount, by week and month and by every way of paying, and what would change it.

No figure is made here. Each comes from `law`, by the same functions as a decision's.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from childmaintenance.cases.nights import may_share_care_equally
from childmaintenance.law import RULEBOOK
from childmaintenance.law.days.reference_period import monthly_instalment
from childmaintenance.law.edges import (
    IncomeEdge,
    NightsEdge,
    ToleranceEdge,
    income_edges,
    nights_edges,
    one_more_at_home,
    tolerance_edge,
)
from childmaintenance.law.fees.ways import Cost, Way, by_way
from childmaintenance.law.growth import AtIncome, WithNights, at_incomes, by_income, by_nights
from childmaintenance.law.income.weekly import weekly_from_year
from childmaintenance.law.income.which_income import Kind
from childmaintenance.law.liability import Assessment, Benefit, NilReason, assess
from childmaintenance.law.liability.income_cap import FIGURES as CAP
from childmaintenance.law.provision import InForce, in_force
from childmaintenance.portals.calculator.said import letter
from childmaintenance.portals.calculator.told import Told
from childmaintenance.portals.calculator.who import Side
from childmaintenance.values import ZERO, Money

ROUND_INCOMES = tuple(Money.of(pounds) for pounds in (10_000, 15_000, 20_000, 25_000, 30_000, 40_000, 50_000, 75_000))
"""Pounds a year, for somebody who does not know the income: round figures, and no statement about what people earn."""
FIRST = letter(1)


@dataclass(frozen=True)
class Amounts:
    """What one receiving parent is due, or all of them together, by the week and by the month, each way."""

    weekly: Money
    monthly: Money
    by_week: tuple[Cost, ...]
    by_month: tuple[Cost, ...]


@dataclass(frozen=True)
class WouldChange:
    """The nearest things that would give another amount."""

    incomes: tuple[IncomeEdge, ...]
    nights: tuple[NightsEdge, ...]
    one_more_at_home: Assessment | None
    tolerance: ToleranceEdge | None


@dataclass(frozen=True)
class Pictured:
    """What the drawings are made from: the amount by income, and by band of nights."""

    by_income: tuple[AtIncome, ...]
    by_nights: tuple[WithNights, ...]


@dataclass(frozen=True)
class Outcome:
    """One answer of the calculator. Of a range, `found` is what a default decision would say."""

    told: Told
    on: date
    rulebook: str
    found: Assessment
    each: Mapping[str, Amounts]
    total: Amounts
    range: tuple[tuple[Money, AtIncome], ...]
    would_change: WouldChange
    pictured: Pictured
    cap: Money

    @property
    def is_range(self) -> bool:
        return self.told.is_range

    @property
    def mine(self) -> Amounts:
        """The asker's own: what they would get, or everything that the paying parent would pay."""
        return self.each[FIRST] if self.told.side is Side.GETS else self.total

    def mine_of(self, weekly: Mapping[str, Money]) -> int:
        """Pence a week of the asker's own, in another assessment of the same family."""
        shares = [weekly[FIRST]] if self.told.side is Side.GETS else list(weekly.values())
        return sum(share.in_pence for share in shares)

    @property
    def is_above_the_cap(self) -> bool:
        """Whether there is income that the calculation leaves out, so that a court may order more."""
        income = self.told.facts.gross_weekly_income
        return isinstance(income, Money) and _income_decides(self.told) and income > self.cap

    @property
    def care_may_be_equal(self) -> bool:
        """Whether some child stays about half the time, so that perhaps nothing is owed for them at all."""
        return any(
            may_share_care_equally(child.nights)
            for parent in self.told.facts.receiving_parents
            for child in parent.children
        )


def outcome(told: Told, *, on: date) -> Outcome:
    """Ask the law everything that the result page says, by the law of a day."""
    law = in_force(on, told.facts.territory)
    found = assess(told.facts, on=on)
    return Outcome(
        told=told,
        on=on,
        rulebook=RULEBOOK,
        found=found,
        each={ref: amounts([weekly], law) for ref, weekly in found.weekly.items()},
        total=amounts(list(found.weekly.values()), law),
        range=_range(told, law) if told.is_range else (),
        would_change=_would_change(told, law),
        pictured=_pictured(told, on),
        cap=CAP.under(law).most.of,
    )


def amounts(weekly: list[Money], law: InForce) -> Amounts:
    """The weekly amounts of one or several receiving parents, added up; fees are rounded for each of them."""
    monthly = [monthly_instalment(one, law) for one in weekly]
    return Amounts(_sum(weekly), _sum(monthly), _added_up(weekly, law), _added_up(monthly, law))


def _added_up(payments: list[Money], law: InForce) -> tuple[Cost, ...]:
    each = [by_way(payment, law) for payment in payments]
    return tuple(
        Cost(
            way,
            *(_sum([getattr(cost[place], part) for cost in each]) for part in ("pays", "gets", "added", "taken")),
        )
        for place, way in enumerate(Way)
    )


def _range(told: Told, law: InForce) -> tuple[tuple[Money, AtIncome], ...]:
    """Round incomes by the year, each with what it would come to."""
    weekly = [weekly_from_year(yearly, law) for yearly in ROUND_INCOMES]
    return tuple(zip(ROUND_INCOMES, at_incomes(told.facts, weekly, on=law.on), strict=True))


def _would_change(told: Told, law: InForce) -> WouldChange:
    income = told.facts.gross_weekly_income
    known = isinstance(income, Money) and _income_decides(told)
    return WouldChange(
        incomes=income_edges(told.facts, on=law.on) if known else (),
        nights=nights_edges(told.facts, on=law.on)
        if told.facts.nil_reason is NilReason.NONE and not told.is_range
        else (),
        one_more_at_home=one_more_at_home(told.facts, on=law.on) if known else None,
        tolerance=tolerance_edge(income.rounded(), Kind.CURRENT, law) if known and isinstance(income, Money) else None,
    )


def _pictured(told: Told, on: date) -> Pictured:
    if told.facts.nil_reason is not NilReason.NONE:
        return Pictured((), ())
    growth = by_income(told.facts, on=on) if _income_decides(told) else ()
    return Pictured(growth, () if told.is_range else by_nights(told.facts, on=on))


def _income_decides(told: Told) -> bool:
    return told.facts.benefit is Benefit.NONE and told.facts.nil_reason is NilReason.NONE


def _sum(parts: list[Money]) -> Money:
    total = ZERO
    for part in parts:
        total = total + part
    return total
