"""Where the law on deductions is silent or its practice differs, what is done is a setting."""

from dataclasses import dataclass
from typing import Literal, get_args

from childmaintenance.law.provision import BadFact

Carry = Literal["CARRY", "REPORT"]
ProtectedRounding = Literal["UP", "NEAREST"]
SeveralOrders = Literal["OVERALL", "LITERAL"]


@dataclass(frozen=True, slots=True)
class DeductionSettings:
    """One employer's way; what stands here is the usual one.

    `carry`: regulation 12(4) adds a shortfall to the next pay-day; some payroll practice only reports it. Never both, or the
    money is collected twice.
    `protected_rounding`: the law does not say how 60% is rounded; up keeps the employee's part whole.
    `several_orders`: each later order looks at what is left; read to the letter it protects only 60% of that.
    """

    carry: Carry = "CARRY"
    protected_rounding: ProtectedRounding = "UP"
    several_orders: SeveralOrders = "OVERALL"

    def __post_init__(self) -> None:
        for name, choices in (
            ("carry", Carry),
            ("protected_rounding", ProtectedRounding),
            ("several_orders", SeveralOrders),
        ):
            if getattr(self, name) not in get_args(choices):
                raise BadFact(name, f"must be one of {', '.join(get_args(choices))}")


USUAL = DeductionSettings()
