"""The capped amount. Schedule 1, paragraph 10(3)."""

from dataclasses import dataclass

from childmaintenance.law.figures import Amount
from childmaintenance.law.provision import Figures, InForce
from childmaintenance.law.reasons import Reasons
from childmaintenance.values import Money


@dataclass(frozen=True, slots=True)
class IncomeCap:
    """The figure of paragraph 10(3)."""

    most: Amount


FIGURES = Figures(IncomeCap, __file__)


def capped(income: Money, law: InForce, reasons: Reasons) -> Money:
    """Income with anything over the cap left out. It comes before the other children of paragraph 2(3)."""
    cap = FIGURES.under(law).most
    if income <= cap.of:
        return income
    return reasons.add("income_cap", cap.says, cap.of, income=income)
