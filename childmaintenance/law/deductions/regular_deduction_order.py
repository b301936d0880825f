"""Regular deductions from a bank account. SI 1992/1989 regulations 25B to 25D and 25Z (NI: SR 1992/390)."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from childmaintenance.law.days.working_days import Nation, on_or_after
from childmaintenance.law.figures import Amount, Number, Percent
from childmaintenance.law.provision import BadFact, Figures, InForce
from childmaintenance.values import ZERO, Money

DAYS_IN_A_WEEK = 7


@dataclass(frozen=True, slots=True)
class RegularDeductionOrder:
    """The figures of Part 3A, chapter 2."""

    most_percent: Percent
    most_on_default: Amount
    least_monthly: Amount
    least_weekly: Amount
    least_for_each_extra_day: Amount
    bank_charge: Amount
    bank_tells_days: Number


FIGURES = Figures(RegularDeductionOrder, __file__)


class Every(Enum):
    """How often the bank deducts."""

    WEEK = "week"
    MONTH = "month"
    OTHER = "other"


def most_a_week(gross_weekly_income: Money | None, law: InForce) -> Money:
    """25C: the most that an order may take for a week; None stands for a default decision, which knows no income."""
    rates = FIGURES.under(law)
    if gross_weekly_income is None:
        return rates.most_on_default.of
    if gross_weekly_income < ZERO:
        raise BadFact("gross_weekly_income", "must not be less than nought")
    return gross_weekly_income.percent(rates.most_percent.of)


def deducted_on(due: date, nation: Nation) -> date:
    """25B(2): the day itself, or the first working day after it."""
    return on_or_after(due, nation)


def minimum_amount(every: Every, days: int, charge: Money, law: InForce) -> Money:
    """25D(2): what the account must hold before anything is taken; `days` counts only for a period of another length."""
    rates = FIGURES.under(law)
    if charge > rates.bank_charge.of or charge < ZERO:
        raise BadFact("charge", f"must be from 0 to {rates.bank_charge.of}")
    if every is Every.MONTH:
        return rates.least_monthly.of + charge
    if every is Every.WEEK:
        return rates.least_weekly.of + charge
    if days < 1:
        raise BadFact("days", "must be at least one")
    weeks, extra = divmod(days, DAYS_IN_A_WEEK)
    return rates.least_weekly.of * weeks + rates.least_for_each_extra_day.of * extra + charge


def may_be_made(balance: Money, minimum: Money) -> bool:
    """25D(1): no deduction is made where the account is below the minimum amount; exactly the minimum is not below it."""
    return balance >= minimum


def bank_tells_by(served: date, law: InForce) -> date:
    """25E: the bank's last day to say that the account is not there, is closed or has another name."""
    return served + timedelta(days=FIGURES.under(law).bank_tells_days.of)
