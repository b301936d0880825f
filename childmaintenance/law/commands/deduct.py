"""`deduct`: what an employer takes on a pay-day, and why."""

from collections.abc import Iterable
from enum import Enum
from fractions import Fraction
from typing import Any, Literal

from childmaintenance.law.commands.reading import Fields, checked
from childmaintenance.law.deductions import DeductionSettings, PayDay, deduct
from childmaintenance.law.deductions.normal_rate import Frequency
from childmaintenance.law.provision import Scenario


class Carry(Enum):
    """Whether a shortfall is added to the next pay-day or only reported."""

    CARRY = "CARRY"
    REPORT = "REPORT"


def answer(fields: Fields, scenario: Scenario | None = None) -> dict[str, Any]:
    """The result of one line, by the law or by a scenario laid over it."""
    on = fields.day("on")
    fields.choice("frequency", Frequency)  # which of the order's four rates is meant; the sum itself does not use it
    carry: Literal["CARRY", "REPORT"] = "CARRY" if fields.choice("carry", Carry, "CARRY") is Carry.CARRY else "REPORT"
    pay = checked(
        lambda: PayDay(
            net_earnings=fields.money("net_earnings"),
            normal_deduction_rate=fields.money("normal_deduction_rate"),
            periods=Fraction(fields.decimal("periods", "1")),
            shortfall_brought_forward=fields.money("shortfall_brought_forward", "0.00"),
            admin_charge=fields.money("admin_charge", "0.00"),
            protected_earnings=fields.money("protected_earnings") if fields.has("protected_earnings") else None,
        )
    )
    fields.finish()
    return checked(lambda: deduct(pay, on=on, how=DeductionSettings(carry=carry), scenario=scenario).as_json())


def in_words(found: dict[str, Any], fields: Fields, language: str) -> Iterable[str]:
    """The same result in sentences."""
    from childmaintenance.law.reasons import Reason
    from childmaintenance.law.sentences import explain, say

    for number, reason in enumerate(found["reasons"], 1):
        yield f"{number}. {explain(Reason.from_json(reason), language)}"
    yield say("words", "take_home", language, amount=found["take_home"])
