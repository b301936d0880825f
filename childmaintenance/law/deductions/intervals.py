"""How many normal periods a pay-day covers. SI 1992/1989 regulation 12(3) and (3A)."""

from calendar import monthrange
from datetime import date
from fractions import Fraction

from childmaintenance.law.deductions.normal_rate import Frequency
from childmaintenance.law.provision import BadFact
from childmaintenance.values import Citation

SAYS = Citation(gb="SI 1992/1989 reg 12(3) and (3A)", ni="SR 1992/390 reg 12(3) and (3A)")

DAYS = {Frequency.WEEK: 7, Frequency.FORTNIGHT: 14, Frequency.FOUR_WEEKS: 28}


def periods_since_last(last_pay_day: date, pay_day: date, frequency: Frequency) -> Fraction:
    """Reg 12(3): a pay-day that came sooner or later than usual, in normal periods.

    The law does not say how a month is counted in days; here it has the days of the month in which the interval began.
    """
    between = (pay_day - last_pay_day).days
    if between < 1:
        raise BadFact("pay_day", "must come after the last pay-day")
    if frequency is Frequency.MONTH:
        return Fraction(between, monthrange(last_pay_day.year, last_pay_day.month)[1])
    return Fraction(between, DAYS[frequency])


def periods_covered(weeks_or_months: int, frequency: Frequency) -> Fraction:
    """Reg 12(3A): pay for a longer time, such as holiday pay in advance; a period that was paid before counts as nought."""
    if weeks_or_months < 0:
        raise BadFact("weeks_or_months", "must not be less than nought")
    return Fraction(weeks_or_months) if frequency is Frequency.MONTH else Fraction(weeks_or_months * 7, DAYS[frequency])
