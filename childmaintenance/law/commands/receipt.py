"""`receipt`: a result with everything needed to compute it again."""

from collections.abc import Iterable
from typing import Any

from childmaintenance.law.commands.reading import Fields, Unreadable, checked
from childmaintenance.law.provision import Scenario
from childmaintenance.law.receipt import make_receipt


def answer(fields: Fields, scenario: Scenario | None = None) -> dict[str, Any]:
    """The receipt for one line: `{"id": …, "command": "assess", "given": {…}}`; only the law itself gives receipts."""
    if scenario is not None:
        raise ValueError("A scenario is not the law and gives no receipt.")
    command, given = fields.text("command"), fields.take("given")
    if not isinstance(given, dict):
        raise Unreadable("given", "must be an object")
    fields.finish()
    return {"receipt": checked(lambda: make_receipt(command, given))}


def in_words(found: dict[str, Any], fields: Fields, language: str) -> Iterable[str]:
    """The same result in sentences."""
    from childmaintenance.law.sentences import say

    receipt = found["receipt"]
    yield say("words", "receipt", language, rulebook=receipt["rulebook"], seal=receipt["seal"])
