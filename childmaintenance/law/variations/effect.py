"""What an agreed variation does to income. Regulations 72 to 74 (Northern Ireland: 71 to 73).

The two weekly amounts come in agreed: whether a ground is made out, and just and equitable, is decided before this.
"""

from childmaintenance.law.provision import InForce
from childmaintenance.law.reasons import Reasons
from childmaintenance.values import ZERO, Citation, Money

SPECIAL_EXPENSES = Citation(gb="SI 2012/2677 reg 72", ni="SR 2012/427 reg 71")
ADDITIONAL_INCOME = Citation(gb="SI 2012/2677 reg 73(1)", ni="SR 2012/427 reg 72(1)")
BESIDE_THE_FLAT_RATE = Citation(gb="SI 2012/2677 reg 73(2)", ni="SR 2012/427 reg 72(2)")
NO_EFFECT = Citation(gb="SI 2012/2677 reg 74(5)", ni="SR 2012/427 reg 73(5)")


def varied_income(income: Money, additional: Money, expenses: Money, law: InForce, reasons: Reasons) -> Money:
    """Income with additional income added and special expenses taken off, before the cap: reg 72(2) and 73(1)."""
    if additional:
        income = reasons.add(
            "additional_income", law.cite(ADDITIONAL_INCOME), income + additional, income=income, additional=additional
        )
    if expenses:
        left = (income - expenses).at_least(ZERO)
        income = reasons.add("special_expenses", law.cite(SPECIAL_EXPENSES), left, income=income, expenses=expenses)
    return income


def added_to_the_flat_rate(
    flat: Money, on_additional: Money, additional: Money, law: InForce, reasons: Reasons
) -> Money:
    """The flat rate and Schedule 1 applied to the additional income alone: reg 73(2)."""
    return reasons.add(
        "flat_rate_plus_variation",
        law.cite(BESIDE_THE_FLAT_RATE),
        flat + on_additional,
        flat=flat,
        on_additional=on_additional,
        additional=additional,
    )
