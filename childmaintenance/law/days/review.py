"""The yearly review and the check of current income. Regulations 19, 20 and 22."""

from dataclasses import dataclass
from datetime import date

from childmaintenance.law.days.months import months_after
from childmaintenance.law.figures import Number
from childmaintenance.law.provision import Figures, InForce


@dataclass(frozen=True, slots=True)
class Review:
    """The figures of regulations 19 and 22."""

    months: Number
    periodic_check_months: Number


FIGURES = Figures(Review, __file__)


def review_date(initial: date, number: int, law: InForce) -> date:
    """Reg 19: the first, second, third review date. Each is counted from the start, so a 29th of February comes back."""
    return months_after(initial, number * FIGURES.under(law).months.of)


def next_review(initial: date, after: date, law: InForce) -> date:
    """The first review date that comes after a day; further applications keep to the running one."""
    number = 1
    while review_date(initial, number, law) <= after:
        number += 1
    return review_date(initial, number, law)


def periodic_check_from(current_income_since: date, law: InForce) -> date:
    """Reg 22: the day from which current income that has stood may be checked; without evidence historic income returns."""
    return months_after(current_income_since, FIGURES.under(law).periodic_check_months.of)
