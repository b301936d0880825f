"""The fee for applying, until 25 February 2024 in Great Britain. SI 2014/612 regulation 3."""

from dataclasses import dataclass

from childmaintenance.law.figures import Amount
from childmaintenance.law.provision import Figures, InForce
from childmaintenance.values import Money


@dataclass(frozen=True, slots=True)
class ApplicationFee:
    """The figure of regulation 3."""

    amount: Amount


FIGURES = Figures(ApplicationFee, __file__)


def application_fee(law: InForce) -> Money:
    """Pounds for one application made on the day."""
    return FIGURES.under(law).amount.of
