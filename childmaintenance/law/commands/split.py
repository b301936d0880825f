"""`split`: where each penny of a receipt goes, and why."""

from collections.abc import Iterable
from typing import Any

from childmaintenance.law.commands.reading import Fields, checked
from childmaintenance.law.fees import Due, Receipt, split
from childmaintenance.law.provision import Scenario


def answer(fields: Fields, scenario: Scenario | None = None) -> dict[str, Any]:
    """The result of one line, by the law or by a scenario laid over it."""
    on = fields.day("on")
    receipt = checked(
        lambda: Receipt(
            received=fields.money("received"),
            receiving_parents=fields.objects("receiving_parents", _due),
            collection_fee=fields.flag("collection_fee", True),
            enforcement_fees_due=fields.money("enforcement_fees_due", "0.00"),
        )
    )
    fields.finish()
    return checked(lambda: split(receipt, on=on, scenario=scenario).as_json())


def in_words(found: dict[str, Any], fields: Fields, language: str) -> Iterable[str]:
    """The same result in sentences."""
    from childmaintenance.law.reasons import Reason
    from childmaintenance.law.sentences import explain, say

    for number, reason in enumerate(found["reasons"], 1):
        yield f"{number}. {explain(Reason.from_json(reason), language)}"
    for ref, amount in found["paid_out"].items():
        yield say("words", "paid_out", language, receiving_parent=ref, amount=amount)


def _due(fields: Fields) -> Due:
    return Due(
        ref=fields.text("ref"),
        due=fields.money("due", "0.00"),
        arrears=fields.money("arrears", "0.00"),
        arrears_instalment=fields.money("arrears_instalment", "0.00"),
    )
