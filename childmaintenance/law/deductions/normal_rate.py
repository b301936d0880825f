"""The normal deduction rate for each pay period. SI 1992/1989 regulations 4 and 10 (Northern Ireland: SR 1992/390)."""

from enum import Enum

from childmaintenance.law.days.reference_period import due_in_reference_period
from childmaintenance.law.provision import InForce
from childmaintenance.values import Citation, Money

SAYS = Citation(gb="SI 1992/1989 regs 4 and 10", ni="SR 1992/390 regs 4 and 10")


class Frequency(Enum):
    """The four pay periods an order may be worked for; for any other the order has to be discharged (reg 20(1)(g))."""

    WEEK = "W"
    FORTNIGHT = "2W"
    FOUR_WEEKS = "4W"
    MONTH = "M"


PERIODS_IN_THE_REFERENCE_PERIOD = {
    Frequency.WEEK: 52,
    Frequency.FORTNIGHT: 26,
    Frequency.FOUR_WEEKS: 13,
    Frequency.MONTH: 12,
}


def normal_deduction_rate(weekly: Money, frequency: Frequency, law: InForce) -> Money:
    """The amount an order states for a pay period, to the penny: 52 weeks of everything due, in equal parts."""
    return (due_in_reference_period(weekly, law) / PERIODS_IN_THE_REFERENCE_PERIOD[frequency]).rounded()


def left_for_the_last_instalment(weekly: Money, frequency: Frequency, law: InForce) -> Money:
    """The odd pence that equal instalments leave of a reference period, more or less than nought."""
    rate = normal_deduction_rate(weekly, frequency, law)
    return due_in_reference_period(weekly, law) - rate * PERIODS_IN_THE_REFERENCE_PERIOD[frequency]
