"""What counts as earnings, and what comes off before the protected part. SI 1992/1989 regulation 8(3) to (5)."""

from dataclasses import dataclass
from enum import Enum

from childmaintenance.law.provision import BadFact
from childmaintenance.values import ZERO, Citation, Money

SAYS = Citation(gb="SI 1992/1989 reg 8(3) to (5)", ni="SR 1992/390 reg 8(3) to (5)")


class Paid(Enum):
    """What an employer or pension payer pays."""

    WAGES = "wages"
    BONUS_OR_COMMISSION = "bonus_or_commission"
    OVERTIME = "overtime"
    OCCUPATIONAL_PENSION = "occupational_pension"
    COMPENSATION_FOR_LOSS_OF_OFFICE = "compensation_for_loss_of_office"
    STATUTORY_SICK_PAY = "statutory_sick_pay"
    CONTRACTUAL_TOP_UP = "contractual_top_up"
    FOREIGN_GOVERNMENT = "foreign_government"
    FORCES_PAY = "forces_pay"
    STATE_BENEFIT = "state_benefit"
    TAX_CREDIT = "tax_credit"
    DISABLEMENT_PENSION = "disablement_pension"
    GUARANTEED_MINIMUM_PENSION = "guaranteed_minimum_pension"
    STATUTORY_PARENTAL_PAY = "statutory_parental_pay"
    STATUTORY_REDUNDANCY = "statutory_redundancy"


EARNINGS = frozenset(
    {
        Paid.WAGES,
        Paid.BONUS_OR_COMMISSION,
        Paid.OVERTIME,
        Paid.OCCUPATIONAL_PENSION,
        Paid.COMPENSATION_FOR_LOSS_OF_OFFICE,
        Paid.STATUTORY_SICK_PAY,
        Paid.CONTRACTUAL_TOP_UP,
    }
)


@dataclass(frozen=True, slots=True)
class Item:
    """One thing paid on a pay-day, before anything comes off."""

    kind: Paid
    amount: Money


def counts(kind: Paid) -> bool:
    """Reg 8(3) and (4): whether it is earnings. Statutory shared parental and bereavement pay go with the other statutory pay."""
    return kind in EARNINGS


def net_earnings(items: tuple[Item, ...], income_tax: Money, national_insurance: Money, pension: Money) -> Money:
    """Reg 8(5): earnings less income tax, class 1 contributions and pension scheme contributions, and nothing else.

    Student loans, union dues, loans and earlier voluntary deductions stay in. The three amounts are those on the earnings.
    """
    for field, amount in (("income_tax", income_tax), ("national_insurance", national_insurance), ("pension", pension)):
        if amount < ZERO:
            raise BadFact(field, "must not be less than nought")
    earned = sum((item.amount for item in items if counts(item.kind)), ZERO)
    return (earned - income_tax - national_insurance - pension).at_least(ZERO)
