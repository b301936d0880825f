"""Sharing one rate among several people with care. Schedule 1, paragraph 6."""

from collections.abc import Mapping

from childmaintenance.law.provision import InForce
from childmaintenance.law.reasons import Reasons
from childmaintenance.values import Citation, Money

SAYS = Citation(gb="CSA 1991 Sch 1 para 6", ni="CS(NI)O 1991 Sch 1 para 6")


def apportioned(rate: Money, children: Mapping[str, int], law: InForce, reasons: Reasons) -> dict[str, Money]:
    """The rate divided by all the qualifying children and multiplied by those with each receiving parent, unrounded."""
    if len(children) == 1:
        return dict.fromkeys(children, rate)
    everyone = sum(children.values())
    return {
        ref: reasons.add(
            "apportioned",
            law.cite(SAYS),
            rate * number / everyone,
            receiving_parent=ref,
            rate=rate,
            children=number,
            everyone=everyone,
        )
        for ref, number in children.items()
    }
