"""By when an employer and an employee must act. CSA 1991 s 31(7); SI 1992/1989 regulations 14 to 16, 19 and 22."""

from dataclasses import dataclass
from datetime import date, timedelta

from childmaintenance.law.days.months import months_after
from childmaintenance.law.days.working_days import Nation, on_or_before
from childmaintenance.law.figures import Number
from childmaintenance.law.provision import Figures, InForce


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of Part III."""

    grace_days: Number
    pay_over_by_day: Number
    not_my_employee_days: Number
    employee_left_days: Number
    became_aware_days: Number
    parent_tells_days: Number
    appeal_days: Number
    appeal_days_abroad: Number


FIGURES = Figures(Limits, __file__)


def liable_from(served: date, law: InForce) -> date:
    """The first day on which not complying is an offence: seven days pass, of which the day of service is the first."""
    return served + timedelta(days=FIGURES.under(law).grace_days.of)


def must_arrive_by(deducted: date, law: InForce) -> date:
    """Reg 14(1): the 19th of the month after the month in which the deduction was made."""
    return months_after(deducted.replace(day=1), 1).replace(day=FIGURES.under(law).pay_over_by_day.of)


def pay_over_on(deducted: date, nation: Nation, law: InForce) -> date:
    """The last working day that still arrives in time; where the 19th is none, the one before."""
    return on_or_before(must_arrive_by(deducted, law), nation)


def say_not_my_employee_by(served: date, law: InForce) -> date:
    """Reg 16(1): the last day to write that the person named is not employed."""
    return served + timedelta(days=FIGURES.under(law).not_my_employee_days.of)


def say_employee_left_by(left: date, law: InForce) -> date:
    """Reg 16(2): the last day to write that the employee has left."""
    return left + timedelta(days=FIGURES.under(law).employee_left_days.of)


def say_aware_by(aware: date, law: InForce) -> date:
    """Reg 16(3): the last day to write after learning that an order is in force for somebody now employed."""
    return aware + timedelta(days=FIGURES.under(law).became_aware_days.of)


def parent_tells_by(changed: date, law: InForce) -> date:
    """Reg 15: the paying parent's last day to write of leaving, starting or starting again."""
    return changed + timedelta(days=FIGURES.under(law).parent_tells_days.of)


def appeal_by(served: date, lives_abroad: bool, law: InForce) -> date:
    """Reg 22: the last day to appeal, on no other ground than a defective order or payments that are not earnings."""
    rates = FIGURES.under(law)
    return served + timedelta(days=(rates.appeal_days_abroad if lives_abroad else rates.appeal_days).of)
