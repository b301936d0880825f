"""What the paying parent must report, and by when. SI 2008/2551 regulations 9 and 9A (Northern Ireland: SR 2008/403)."""

from dataclasses import dataclass
from datetime import date, timedelta

from childmaintenance.law.figures import Number, Percent
from childmaintenance.law.income.weekly import Every, weekly_equivalent
from childmaintenance.law.provision import BadFact, Figures, InForce
from childmaintenance.values import ZERO, Money


@dataclass(frozen=True, slots=True)
class Reporting:
    """The figures of regulations 9 and 9A."""

    address_days: Number
    income_days: Number
    income_percent: Percent
    weekly_payments: Number
    fortnightly_payments: Number
    longer_payments: Number


FIGURES = Figures(Reporting, __file__)


def last_day_to_report_address(changed: date, law: InForce) -> date:
    """Reg 9: seven days after moving."""
    return changed + timedelta(days=FIGURES.under(law).address_days.of)


def last_day_to_report_income(changed: date, law: InForce) -> date:
    """Reg 9A(5): fourteen days of which the day of change is the first."""
    return changed + timedelta(days=FIGURES.under(law).income_days.of - 1)


def payments_to_look_at(every: Every, law: InForce) -> int:
    """Reg 9A(6)(b): how many payments running must be higher."""
    rates = FIGURES.under(law)
    found = {Every.WEEK: rates.weekly_payments, Every.FORTNIGHT: rates.fortnightly_payments}
    return found.get(every, rates.longer_payments).of


def pay_rise_must_be_reported(payments: tuple[Money, ...], every: Every, income_counted: Money, law: InForce) -> bool:
    """Whether the last payments, as a weekly average, are a quarter or more above the income in the calculation.

    Only somebody whose current income is counted, and who was told of the duty in writing, has to look.
    """
    if every is Every.YEAR:
        raise BadFact("every", "must be a week, a fortnight, four weeks or a month")
    wanted = payments_to_look_at(every, law)
    if len(payments) < wanted:
        return False
    average = weekly_equivalent(sum(payments[-wanted:], ZERO), every, law) / wanted
    return average >= income_counted + income_counted.percent(FIGURES.under(law).income_percent.of)
