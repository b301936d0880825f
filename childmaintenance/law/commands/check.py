"""`check`: whether a receipt says what the rules say."""

from collections.abc import Iterable
from typing import Any

from childmaintenance.law.commands.reading import Fields, Unreadable, checked
from childmaintenance.law.provision import Scenario
from childmaintenance.law.receipt import check_receipt


def answer(fields: Fields, scenario: Scenario | None = None) -> dict[str, Any]:
    """Whether one receipt matches: `{"id": …, "receipt": {…}}`."""
    if scenario is not None:
        raise ValueError("A receipt is checked against the law and no scenario.")
    receipt = fields.take("receipt")
    if not isinstance(receipt, dict):
        raise Unreadable("receipt", "must be an object")
    fields.finish()
    return checked(lambda: check_receipt(receipt).as_json(), "receipt.")


def in_words(found: dict[str, Any], fields: Fields, language: str) -> Iterable[str]:
    """The same result in sentences."""
    from childmaintenance.law.sentences import say

    if found["matches"]:
        yield say("words", "matches", language, rulebook=found["checked_by"])
        return
    different = found["first_difference"]
    yield say(
        "words", "differs", language, where=different["where"], receipt=different["receipt"], rules=different["rules"]
    )
    if found["made_by"] != found["checked_by"]:
        yield say("words", "other_rulebook", language, made_by=found["made_by"], checked_by=found["checked_by"])
