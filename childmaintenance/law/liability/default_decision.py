"""Default maintenance decision. Section 12(1) of the Act and regulation 49 (Northern Ireland: regulation 48)."""

from dataclasses import dataclass

from childmaintenance.law.figures import AmountByNumber
from childmaintenance.law.provision import Figures, InForce
from childmaintenance.law.reasons import Reasons
from childmaintenance.values import Money


@dataclass(frozen=True, slots=True)
class DefaultDecision:
    """The figures of regulation 49."""

    amount: AmountByNumber


FIGURES = Figures(DefaultDecision, __file__)


def default_rate(children: int, law: InForce, reasons: Reasons) -> Money:
    """Pounds a week while there is not enough information; other children, care and variations do not change it."""
    rates = FIGURES.under(law)
    return reasons.add("default_rate", rates.amount.says, rates.amount.for_(children), children=children)
