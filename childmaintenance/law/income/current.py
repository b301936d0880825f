"""Current income: what the paying parent gets now. Regulations 37 to 41 (Northern Ireland: 36 to 40).

Earnings, profits and private pensions, and nothing else: no benefits, tax credits, student money, rent, dividends or interest.
"""

from dataclasses import dataclass
from fractions import Fraction

from childmaintenance.law.income.weekly import Every, weekly_equivalent, weekly_from_year
from childmaintenance.law.provision import BadFact, InForce
from childmaintenance.law.reasons import Reasons
from childmaintenance.values import ZERO, Citation, Money

TOTAL = Citation(gb="SI 2012/2677 reg 37", ni="SR 2012/427 reg 36")
EMPLOYMENT = Citation(gb="SI 2012/2677 reg 38", ni="SR 2012/427 reg 37")
SELF_EMPLOYMENT = Citation(gb="SI 2012/2677 reg 39", ni="SR 2012/427 reg 38")
CONTRIBUTIONS = Citation(gb="SI 2012/2677 reg 40", ni="SR 2012/427 reg 39")
PENSION = Citation(gb="SI 2012/2677 reg 41", ni="SR 2012/427 reg 40")


@dataclass(frozen=True, slots=True)
class Pay:
    """Settled pay: an amount and how often it comes."""

    amount: Money
    every: Every


@dataclass(frozen=True, slots=True)
class Earnings:
    """One employment at the effective date, after pension contributions that the employer takes under net pay.

    `settled` where the pay is regular; otherwise `irregular` payments over `irregular_weeks`, a period that is fair to look at.
    `separate_payments` are bonuses and commissions of the last twelve months, `benefits_in_kind` what HMRC last held for a year.
    """

    settled: Pay | None = None
    irregular: tuple[Money, ...] = ()
    irregular_weeks: int = 0
    separate_payments: Money = ZERO
    benefits_in_kind: Money = ZERO

    def __post_init__(self) -> None:
        if (self.settled is None) == (not self.irregular):
            raise BadFact("earnings", "must be settled pay or irregular payments, and not both")
        if self.irregular and self.irregular_weeks < 1:
            raise BadFact("irregular_weeks", "must say how many weeks the payments are for")


@dataclass(frozen=True, slots=True)
class Profits:
    """One trade, the paying parent's share only: taxable profits of the last finished period, or an estimate of the running."""

    profit: Money
    weeks: Fraction
    ceased: bool = False

    def __post_init__(self) -> None:
        if self.weeks <= 0:
            raise BadFact("weeks", "must be more than nought")


@dataclass(frozen=True, slots=True)
class Pension:
    """A private or occupational pension over a fair period; the state pension never counts."""

    payments: Money
    weeks: int

    def __post_init__(self) -> None:
        if self.weeks < 1:
            raise BadFact("weeks", "must be at least one")


def current_income(
    employments: tuple[Earnings, ...],
    trades: tuple[Profits, ...],
    pensions: tuple[Pension, ...],
    relief_at_source_weekly: Money,
    law: InForce,
    reasons: Reasons,
) -> Money:
    """Pounds a week at the effective date, unrounded: everything added up, less pension contributions relieved at source."""
    earned = ZERO
    for job in employments:
        earned = earned + reasons.add("employment", law.cite(EMPLOYMENT), weekly_earnings(job, law))
    for trade in trades:
        earned = earned + reasons.add(
            "self_employment", law.cite(SELF_EMPLOYMENT), weekly_profit(trade), profit=trade.profit, weeks=trade.weeks
        )
    if relief_at_source_weekly:
        left = (earned - relief_at_source_weekly).at_least(ZERO)
        earned = reasons.add(
            "pension_relief", law.cite(CONTRIBUTIONS), left, income=earned, contributions=relief_at_source_weekly
        )
    total = earned
    for pension in pensions:
        total = total + reasons.add("private_pension", law.cite(PENSION), pension.payments / pension.weeks)
    return reasons.add("current_income", law.cite(TOTAL), total)


def weekly_earnings(job: Earnings, law: InForce) -> Money:
    """Reg 38: the weekly equivalent or average, and a year's extras over 365 by 7."""
    if job.settled is not None:
        regular = weekly_equivalent(job.settled.amount, job.settled.every, law)
    else:
        regular = sum(job.irregular, ZERO) / job.irregular_weeks
    return regular + weekly_from_year(job.separate_payments + job.benefits_in_kind, law)


def weekly_profit(trade: Profits) -> Money:
    """Reg 39: the profit over the weeks of its period; a trade that has ceased brings nothing."""
    return ZERO if trade.ceased else trade.profit / trade.weeks
