"""How money received is applied. No statute fixes it (SI 2009/3151 reg 4 says "as it thinks fit"): so it is a setting."""

from dataclasses import dataclass
from typing import Literal, get_args

from childmaintenance.law.provision import BadFact

Step = Literal["ongoing", "arrears", "enforcement_fees"]
Short = Literal["pro_rata", "maintenance_first", "fee_first"]
Surplus = Literal["credit", "arrears"]


@dataclass(frozen=True, slots=True)
class Allocation:
    """One order of applying money; what stands here is the usual one.

    `order`: maintenance due now with its fee, then arrears, then what the state is owed for enforcing.
    `short`: a payment that does not cover what is due now is shared as maintenance and fee stand to each other.
    `surplus`: money over the agreed instalment of arrears is kept for the next payment, or goes to further arrears.
    `fee_on_arrears`: whether the receiving parent's fee is taken from arrears too (reg 7(3) says any payment collected).
    """

    order: tuple[Step, ...] = ("ongoing", "arrears", "enforcement_fees")
    short: Short = "pro_rata"
    surplus: Surplus = "credit"
    fee_on_arrears: bool = True

    def __post_init__(self) -> None:
        if sorted(self.order) != sorted(get_args(Step)):
            raise BadFact("allocation.order", f"must be an order of {', '.join(get_args(Step))}")
        if self.short not in get_args(Short):
            raise BadFact("allocation.short", f"must be one of {', '.join(get_args(Short))}")
        if self.surplus not in get_args(Surplus):
            raise BadFact("allocation.surplus", f"must be one of {', '.join(get_args(Surplus))}")


USUAL = Allocation()
