"""Fees: what collecting costs each parent, and how a receipt is shared out."""

from childmaintenance.law.fees.allocation import Due, Receipt, Split, split
from childmaintenance.law.fees.collection_fee import fee_for_days, fee_on_instalment, in_whole_pence
from childmaintenance.law.fees.settings import USUAL, Allocation
from childmaintenance.law.fees.whole_pence import PenceSplit, pro_rata, split_pence

__all__ = [
    "USUAL",
    "Allocation",
    "Due",
    "PenceSplit",
    "Receipt",
    "Split",
    "fee_for_days",
    "fee_on_instalment",
    "in_whole_pence",
    "pro_rata",
    "split",
    "split_pence",
]
