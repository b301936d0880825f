"""What this room stores: plans, bank statements, where money went, payouts. Hot tables have no more indexes than they need."""

from childmaintenance.collection.models.bank import BankEntry, BankStatement, SuspenseSettled
from childmaintenance.collection.models.money import Allocation, Held, Missed, Owing
from childmaintenance.collection.models.payouts import Payout, PayoutFile, PayoutReturned
from childmaintenance.collection.models.plans import CaseBooks, Instalment, Payer, Plan

__all__ = [
    "Allocation",
    "BankEntry",
    "BankStatement",
    "CaseBooks",
    "Held",
    "Instalment",
    "Missed",
    "Owing",
    "Payer",
    "Payout",
    "PayoutFile",
    "PayoutReturned",
    "Plan",
    "SuspenseSettled",
]
