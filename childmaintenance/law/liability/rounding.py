"""Rounding. Regulation 6: the nearest penny, an exact half penny up, once, at the end."""

from childmaintenance.law.provision import InForce
from childmaintenance.law.reasons import Reasons
from childmaintenance.values import Citation, Money

SAYS = Citation(gb="SI 2012/2677 reg 6", ni="SR 2012/427 reg 6")


def rounded_by_regulation_6(ref: str, amount: Money, law: InForce, reasons: Reasons) -> Money:
    """One receiving parent's weekly amount in whole pence. Rounded parts need not add up to a rounded whole."""
    if amount.is_whole_pence:
        return amount.rounded()
    return reasons.add("rounded", law.cite(SAYS), amount.rounded(), receiving_parent=ref, before=amount)
