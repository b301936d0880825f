"""Until when a child counts. Section 55 and regulation 76, with the terminal dates of child benefit."""

from dataclasses import dataclass
from datetime import date, timedelta

from childmaintenance.law.days.months import birthday, month_end
from childmaintenance.law.figures import Number
from childmaintenance.law.provision import Figures, InForce

TERMINAL_MONTHS = (2, 5, 8, 11)


@dataclass(frozen=True, slots=True)
class Childhood:
    """The ages of section 55."""

    child_below: Number
    young_person_below: Number


FIGURES = Figures(Childhood, __file__)


@dataclass(frozen=True, slots=True)
class Young:
    """What is known of a child: born, left approved education (None while in it), and married or in a civil partnership."""

    born: date
    left_education: date | None = None
    married: date | None = None


def terminal_date(left: date) -> date:
    """The end of February, May, August or November that follows leaving approved education."""
    day = month_end(left)
    while day.month not in TERMINAL_MONTHS or day <= left:
        day = month_end(day + timedelta(days=1))
    return day


def stops_counting(young: Young, law: InForce) -> date:
    """The first day on which somebody is no longer a child; a person still in education has it at the upper age.

    A week of paid work of 24 hours or more, and some support in their own right, take single weeks out and are not in it.
    """
    rates = FIGURES.under(law)
    sixteen, upper = birthday(young.born, rates.child_below.of), birthday(young.born, rates.young_person_below.of)
    last = upper
    if young.left_education is not None:
        after = terminal_date(young.left_education) + timedelta(days=1)
        last = min(upper, max(sixteen, after))
    return last if young.married is None else min(last, young.married)


def counts_on(day: date, young: Young, law: InForce) -> bool:
    """Whether somebody is a child on a day."""
    return young.born <= day < stops_counting(young, law)
