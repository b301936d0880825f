"""Until when a decision may be challenged. Regulations 14 and 14A; rule 22 of the Tribunal Procedure Rules 2008."""

from dataclasses import dataclass
from datetime import date, timedelta

from childmaintenance.law.days.months import months_after
from childmaintenance.law.figures import Number
from childmaintenance.law.provision import Figures, InForce


@dataclass(frozen=True, slots=True)
class TimeLimits:
    """The limits of regulation 14 and of the tribunal's rules."""

    reconsideration_days: Number
    own_initiative_days: Number
    appeal_months: Number
    appeal_latest_months: Number


FIGURES = Figures(TimeLimits, __file__)


def last_day_to_ask_for_reconsideration(notified: date, law: InForce) -> date:
    """Reg 14(1)(a): the thirtieth day after notification; the notice of an accidental error corrected starts it again."""
    return notified + timedelta(days=FIGURES.under(law).reconsideration_days.of)


def last_day_to_revise_unasked(notified: date, law: InForce) -> date:
    """Reg 14(1)(d): the service's own last day, where there is no error, misstatement or default decision."""
    return notified + timedelta(days=FIGURES.under(law).own_initiative_days.of)


def last_day_to_appeal(reconsideration_sent: date, law: InForce) -> date:
    """One month after the reconsideration notice was sent."""
    return months_after(reconsideration_sent, FIGURES.under(law).appeal_months.of)


def last_day_with_leave(reconsideration_sent: date, law: InForce) -> date:
    """The day after which a tribunal cannot admit an appeal at all."""
    return months_after(reconsideration_sent, FIGURES.under(law).appeal_latest_months.of)
