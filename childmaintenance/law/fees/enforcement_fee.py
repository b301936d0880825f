"""What the paying parent is charged for enforcing, and when not. SI 2014/612 regulations 10 to 13 (NI: SR 2014/182)."""

from dataclasses import dataclass
from enum import Enum

from childmaintenance.law.figures import Amount
from childmaintenance.law.provision import Figures, InForce
from childmaintenance.values import ZERO, Money


@dataclass(frozen=True, slots=True)
class EnforcementFee:
    """The table of regulation 10."""

    liability_order: Amount
    lump_sum_deduction_order: Amount
    regular_deduction_order: Amount
    deduction_from_earnings: Amount


FIGURES = Figures(EnforcementFee, __file__)


class Action(Enum):
    """What is charged for."""

    LIABILITY_ORDER = "liability_order"
    LUMP_SUM_DEDUCTION_ORDER = "lump_sum_deduction_order"
    REGULAR_DEDUCTION_ORDER = "regular_deduction_order"
    DEDUCTION_FROM_EARNINGS = "deduction_from_earnings"


class Waiver(Enum):
    """Reg 12: when there is no charge."""

    SECOND_FOR_ANOTHER_EMPLOYER_OR_ACCOUNT = "second_for_another_employer_or_account"
    NEW_FOR_CHANGED_EMPLOYER_ACCOUNT_OR_AMOUNT = "new_for_changed_employer_account_or_amount"
    LIABILITY_ORDER_NOT_GRANTED = "liability_order_not_granted"
    APPEAL_OR_REVIEW_SUCCEEDED = "appeal_or_review_succeeded"
    OFFICIAL_ERROR = "official_error"
    CHOSEN_BY_THE_PAYING_PARENT = "chosen_by_the_paying_parent"
    FORCES_ON_OPERATIONS = "forces_on_operations"


ONLY_FOR = {
    Waiver.LIABILITY_ORDER_NOT_GRANTED: frozenset({Action.LIABILITY_ORDER}),
    Waiver.CHOSEN_BY_THE_PAYING_PARENT: frozenset({Action.DEDUCTION_FROM_EARNINGS}),
    Waiver.FORCES_ON_OPERATIONS: frozenset({Action.DEDUCTION_FROM_EARNINGS}),
    Waiver.SECOND_FOR_ANOTHER_EMPLOYER_OR_ACCOUNT: frozenset(Action) - {Action.LIABILITY_ORDER},
    Waiver.NEW_FOR_CHANGED_EMPLOYER_ACCOUNT_OR_AMOUNT: frozenset(Action) - {Action.LIABILITY_ORDER},
}


def enforcement_fee(action: Action, waiver: Waiver | None, law: InForce) -> Money:
    """Pounds for one action on the day; a waiver that belongs to another action changes nothing."""
    if waiver is not None and action in ONLY_FOR.get(waiver, frozenset(Action)):
        return ZERO
    amount: Amount = getattr(FIGURES.under(law), action.value)
    return amount.of


def fee_may_support(action: str) -> bool:
    """Reg 13(2): fees alone never support prison, or the loss of a driving licence or passport."""
    return action not in {"prison", "driving_licence", "passport"}
