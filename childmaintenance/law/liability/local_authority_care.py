"""A qualifying child partly in the care of a local authority. Regulation 53 (Northern Ireland: regulation 52)."""

from dataclasses import dataclass
from fractions import Fraction

from childmaintenance.law.figures import Bands, Number
from childmaintenance.law.provision import Figures, InForce


@dataclass(frozen=True, slots=True)
class LocalAuthorityCare:
    """The figures of regulation 53."""

    share_by_nights: Bands
    nothing_from: Number


FIGURES = Figures(LocalAuthorityCare, __file__)


def share_in_care(nights: int, law: InForce) -> Fraction:
    """(6) The part that nights in the authority's care take off for one child."""
    return FIGURES.under(law).share_by_nights.for_(nights)


def nothing_payable(nights: int, law: InForce) -> bool:
    """(10) Whether the child is in care for so much of the year that nothing is payable for that child."""
    return nights >= FIGURES.under(law).nothing_from.of
