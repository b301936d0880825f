"""Counting nights. Regulations 46 and 47 (Northern Ireland: 45 and 46).

A night counts if the paying parent looks after the child overnight and both stay at the same address; boarding school and
hospital nights go to whoever would otherwise have had the child.
"""

from dataclasses import dataclass
from enum import Enum

from childmaintenance.law.figures import Number
from childmaintenance.law.provision import BadFact, Figures, InForce

WEEKS_IN_A_YEAR = 52
DAYS_IN_A_YEAR = 365


@dataclass(frozen=True, slots=True)
class CountingNights:
    """The figure of regulation 47."""

    assumed_nights_a_week: Number


FIGURES = Figures(CountingNights, __file__)


class Basis(Enum):
    """Reg 46: where the number is looked for, in this order."""

    AGREEMENT_OR_ORDER = "agreement_or_order"
    PAST_PATTERN = "past_pattern"


def nights_in_a_year(nights: int, in_days: int) -> int:
    """Nights of a shorter period as nights of a year, for the bands of paragraph 7(4).

    The regulation shrinks the bands with the period; to compare the nights of a whole year with whole bands comes to the same,
    if a part of a night is dropped: a band is reached only when its limit is.
    """
    if not 1 <= in_days <= DAYS_IN_A_YEAR + 1:
        raise BadFact("in_days", f"must be from 1 to {DAYS_IN_A_YEAR + 1}")
    if not 0 <= nights <= in_days:
        raise BadFact("nights", f"must be from 0 to {in_days}")
    if in_days >= DAYS_IN_A_YEAR:
        return nights
    return nights * DAYS_IN_A_YEAR // in_days


def assumed_nights(law: InForce) -> int:
    """Reg 47(2): nights of a year where sharing is agreed in principle and the number cannot be settled."""
    return FIGURES.under(law).assumed_nights_a_week.of * WEEKS_IN_A_YEAR
