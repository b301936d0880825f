"""Children for whom the paying parent pays under another arrangement. Schedule 1, paragraph 5A."""

from dataclasses import dataclass

from childmaintenance.law.figures import Amount
from childmaintenance.law.provision import Figures, InForce
from childmaintenance.law.reasons import Reasons
from childmaintenance.values import Money


@dataclass(frozen=True, slots=True)
class OtherArrangements:
    """The figure of paragraph 5A."""

    least: Amount


FIGURES = Figures(OtherArrangements, __file__)


def shared_with_other_arrangements(
    rate_for_all: Money, qualifying: int, others: int, law: InForce, reasons: Reasons
) -> tuple[Money, bool]:
    """(2) The part for the qualifying children of a rate worked out for all of them, and whether the floor decided it."""
    least = FIGURES.under(law).least
    share = rate_for_all * qualifying / (qualifying + others)
    share = reasons.add(
        "other_arrangements", least.says, share, rate=rate_for_all, qualifying=qualifying, others=others
    )
    if share >= least.of:
        return share, False
    return reasons.add("other_arrangements_minimum", least.says, least.of, share=share), True
