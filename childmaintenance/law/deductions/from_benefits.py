"""Deductions from a benefit for a flat rate. SI 2013/380 Schedule 7; Northern Ireland has its own, which was not read."""

from dataclasses import dataclass
from enum import Enum

from childmaintenance.law.figures import Amount
from childmaintenance.law.provision import Figures, InForce
from childmaintenance.values import ZERO, Money


@dataclass(frozen=True, slots=True)
class FromBenefits:
    """The amounts of Schedule 7 for maintenance: the flat rate and the fee for collecting it."""

    weekly: Amount
    monthly: Amount
    arrears_weekly: Amount
    least_left_weekly: Amount
    least_left_universal_credit: Amount


FIGURES = Figures(FromBenefits, __file__)


class From(Enum):
    """Which benefit is deducted from; only one at a time."""

    UNIVERSAL_CREDIT = "universal_credit"
    EMPLOYMENT_AND_SUPPORT_ALLOWANCE = "employment_and_support_allowance"
    JOBSEEKERS_ALLOWANCE = "jobseekers_allowance"


@dataclass(frozen=True, slots=True)
class Taken:
    """What comes out of one payment of the benefit."""

    for_maintenance: Money
    for_arrears: Money


def taken(benefit: From, award: Money, ongoing: bool, arrears: Money, law: InForce) -> Taken:
    """One payment of a benefit: pounds a month of universal credit, pounds a week of the others.

    Paragraph 3(1A): arrears only where no maintenance is being deducted, and never more than there are. Where the least would not
    be left, nothing is taken: the amounts are fixed and the schedule knows no part of one.
    """
    rates = FIGURES.under(law)
    monthly = benefit is From.UNIVERSAL_CREDIT
    most = award - (rates.least_left_universal_credit.of if monthly else rates.least_left_weekly.of)
    if ongoing:
        amount = rates.monthly.of if monthly else rates.weekly.of
        return Taken(amount if amount <= most else ZERO, ZERO)
    for_arrears = arrears.up_to(rates.monthly.of if monthly else rates.arrears_weekly.of)
    return Taken(ZERO, for_arrears if for_arrears <= most else ZERO)
