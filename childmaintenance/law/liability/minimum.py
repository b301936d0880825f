"""The least that is paid after care or a variation. Schedule 1, paragraph 7(7); regulations 53(9) and 74(1A)."""

from dataclasses import dataclass

from childmaintenance.law.figures import Amount
from childmaintenance.law.provision import Figures


@dataclass(frozen=True, slots=True)
class Minimum:
    """The floors, each over all receiving parents together."""

    after_care: Amount
    after_variation: Amount


FIGURES = Figures(Minimum, __file__)
