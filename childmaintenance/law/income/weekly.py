"""A yearly or other amount as one for a week. Regulations 35(1)(c), 38 and 69(7): always a 365th part, and seven of those."""

from dataclasses import dataclass
from enum import Enum

from childmaintenance.law.figures import Number
from childmaintenance.law.provision import Figures, InForce
from childmaintenance.law.reasons import Reasons
from childmaintenance.values import Money


@dataclass(frozen=True, slots=True)
class Weekly:
    """The divisor and the multiplier."""

    days_in_a_year: Number
    days_in_a_week: Number


FIGURES = Figures(Weekly, __file__)


class Every(Enum):
    """How often a regular amount is paid."""

    WEEK = "W"
    FORTNIGHT = "2W"
    FOUR_WEEKS = "4W"
    MONTH = "M"
    YEAR = "Y"


TIMES_A_YEAR = {Every.MONTH: 12, Every.YEAR: 1}
WEEKS = {Every.WEEK: 1, Every.FORTNIGHT: 2, Every.FOUR_WEEKS: 4}


def weekly_from_year(amount: Money, law: InForce) -> Money:
    """Pounds a week from pounds a year, unrounded: divided by 365 and multiplied by 7, in leap years too."""
    rates = FIGURES.under(law)
    return amount * rates.days_in_a_week.of / rates.days_in_a_year.of


def weekly_equivalent(amount: Money, every: Every, law: InForce) -> Money:
    """Pounds a week from regular pay.

    The regulations do not say how a month becomes a week; twelve of them as a year is what the other provisions come to.
    """
    if every in WEEKS:
        return amount / WEEKS[every]
    return weekly_from_year(amount * TIMES_A_YEAR[every], law)


def told_as_weekly(amount: Money, every: Every, law: InForce, reasons: Reasons) -> Money:
    """Pounds a week from regular pay as somebody says it, unrounded, with each step; of a week's pay there is none."""
    says = FIGURES.under(law).days_in_a_year.says
    if every in WEEKS:
        if WEEKS[every] == 1:
            return amount
        return reasons.add(
            "weeks_to_week", says, weekly_equivalent(amount, every, law), paid=amount, weeks=WEEKS[every]
        )
    yearly = amount
    if every is Every.MONTH:
        yearly = reasons.add("month_to_year", says, amount * TIMES_A_YEAR[every], monthly=amount)
    return reasons.add("year_to_week", says, weekly_from_year(yearly, law), yearly=yearly)
