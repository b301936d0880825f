"""What falls due over a year and what has accrued day by day. SI 1992/1989 regulation 4 (Northern Ireland: SR 1992/390)."""

from dataclasses import dataclass

from childmaintenance.law.figures import Number
from childmaintenance.law.provision import Figures, InForce
from childmaintenance.values import Money, Period

DAYS_IN_A_WEEK = 7
MONTHS_IN_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class ReferencePeriod:
    """The figure of regulation 4."""

    weeks: Number


FIGURES = Figures(ReferencePeriod, __file__)


def due_in_reference_period(weekly: Money, law: InForce) -> Money:
    """The total that the payment plan of one reference period collects."""
    return weekly * FIGURES.under(law).weeks.of


def monthly_instalment(weekly: Money, law: InForce) -> Money:
    """One of twelve equal payments of a reference period, to the penny; the plan puts the odd pennies into the last."""
    return (due_in_reference_period(weekly, law) / MONTHS_IN_A_YEAR).rounded()


def accrued(weekly: Money, days: Period) -> Money:
    """What has accrued over a period, counting both its first and its last day, to the penny."""
    return (weekly * days.days / DAYS_IN_A_WEEK).rounded()


def outside_the_plan(weekly: Money, year: Period, law: InForce) -> Money:
    """What a year accrues beyond its 52 weeks, a day or two of maintenance; without a true-up it looks like arrears."""
    return accrued(weekly, year) - due_in_reference_period(weekly, law).rounded()
