"""Nights with the paying parent, at a flat rate because of a benefit. Schedule 1, paragraph 8."""

from dataclasses import dataclass

from childmaintenance.law.figures import Number
from childmaintenance.law.liability.facts import ReceivingParent
from childmaintenance.law.provision import Figures, InForce
from childmaintenance.law.reasons import Reasons
from childmaintenance.values import ZERO, Money


@dataclass(frozen=True, slots=True)
class FlatRateSharedCare:
    """The figure of paragraph 8."""

    nil_from: Number


FIGURES = Figures(FlatRateSharedCare, __file__)


def after_care_on_benefit(parent: ReceivingParent, share: Money, law: InForce, reasons: Reasons) -> Money:
    """(2) Nothing to a receiving parent one of whose children stays often enough; otherwise the share as it is."""
    least = FIGURES.under(law).nil_from
    most = max([child.nights for child in parent.children])
    if most < least.of:
        return share
    return reasons.add(
        "flat_rate_shared_care", least.says, ZERO, receiving_parent=parent.ref, share=share, nights=most, least=least.of
    )
