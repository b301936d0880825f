"""Small arrears of an ended case. SI 2009/3151 regulation 13G, as SI 2024/87 amended it."""

from dataclasses import dataclass

from childmaintenance.law.figures import Amount
from childmaintenance.law.provision import Figures, InForce
from childmaintenance.values import ZERO, Money


@dataclass(frozen=True, slots=True)
class WriteOff:
    """The figure of regulation 13G."""

    below: Amount


FIGURES = Figures(WriteOff, __file__)


def may_be_written_off(arrears: Money, case_has_ended: bool, paid_in_last_three_months: bool, law: InForce) -> bool:
    """Whether arrears may be written off without notice, because an ended case owes less than the line."""
    return case_has_ended and not paid_in_last_three_months and ZERO < arrears < FIGURES.under(law).below.of
