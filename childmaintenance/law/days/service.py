"""When a notice counts as given. Regulation 7."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from childmaintenance.law.figures import Number
from childmaintenance.law.provision import Figures, InForce


@dataclass(frozen=True, slots=True)
class Service:
    """The figures of regulation 7."""

    post_days: Number
    electronic_days: Number


FIGURES = Figures(Service, __file__)


class Means(Enum):
    """How a notice goes out."""

    POST = "post"
    ELECTRONIC = "electronic"
    TELEPHONE = "telephone"
    BY_HAND = "by_hand"


def given_on(sent: date, means: Means, law: InForce) -> date:
    """The day a notice from the service is given: by post the second day after, electronically by the end of the next."""
    rates = FIGURES.under(law)
    if means is Means.POST:
        return sent + timedelta(days=rates.post_days.of)
    if means is Means.ELECTRONIC:
        return sent + timedelta(days=rates.electronic_days.of)
    return sent


def received_on(arrived: date) -> date:
    """Reg 7(1): a document sent to the service counts on the day the service has it."""
    return arrived
