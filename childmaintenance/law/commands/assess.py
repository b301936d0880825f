"""`assess`: how much is payable to each receiving parent a week, and why."""

from collections.abc import Callable, Iterable
from typing import Any

from childmaintenance.law.commands.reading import Fields, checked
from childmaintenance.law.liability import Benefit, Child, Facts, NilReason, ReceivingParent, assess
from childmaintenance.law.liability.facts import DAYS_IN_THE_LONGEST_YEAR
from childmaintenance.law.provision import UNKNOWN, Scenario, Unknown
from childmaintenance.values import Money, Territory


def answer(fields: Fields, scenario: Scenario | None = None) -> dict[str, Any]:
    """The result of one line, by the law or by a scenario laid over it."""
    on = fields.day("on")
    facts = read_facts(fields)
    fields.finish()
    return checked(lambda: assess(facts, on=on, scenario=scenario).as_json())


def read_facts(fields: Fields) -> Facts:
    """The facts of a line, with what may be left out."""
    return checked(lambda: Facts(**{name: read(fields) for name, read in READ.items()}))


def in_words(found: dict[str, Any], fields: Fields, language: str) -> Iterable[str]:
    """The same result in sentences."""
    from childmaintenance.law.reasons import Reason
    from childmaintenance.law.sentences import explain, explain_note, name_of_rate, say

    territory = fields.choice("territory", Territory, "GB")
    yield say("words", "total", language, amount=found["total"], rate=name_of_rate(found["rate"], language))
    for ref, amount in found["weekly"].items():
        yield say("words", "share", language, receiving_parent=ref, amount=amount)
    for number, reason in enumerate(found["reasons"], 1):
        yield f"{number}. {explain(Reason.from_json(reason), language)}"
    for note in found["notes"]:
        yield f"{say('words', 'note', language)} {explain_note(note, language, territory)}"


def _income(fields: Fields) -> Money | Unknown | None:
    if not fields.has("gross_weekly_income"):
        return None
    given = fields.take("gross_weekly_income")
    if given is None:
        return None
    return UNKNOWN if given == "unknown" else fields.money("gross_weekly_income", exact=True)


def _receiving_parent(fields: Fields) -> ReceivingParent:
    return ReceivingParent(ref=fields.text("ref"), children=fields.objects("children", _child))


def _child(fields: Fields) -> Child:
    return Child(
        nights=fields.number("nights", 0, most=DAYS_IN_THE_LONGEST_YEAR),
        local_authority_nights=fields.number("local_authority_nights", 0, most=DAYS_IN_THE_LONGEST_YEAR),
    )


# How each fact is read, and what it means to leave it out.
READ: dict[str, Callable[[Fields], Any]] = {
    "receiving_parents": lambda fields: fields.objects("receiving_parents", _receiving_parent),
    "territory": lambda fields: fields.choice("territory", Territory, "GB"),
    "gross_weekly_income": _income,
    "benefit": lambda fields: fields.choice("benefit", Benefit, "none"),
    "nil_reason": lambda fields: fields.choice("nil_reason", NilReason, ""),
    "relevant_other_children": lambda fields: fields.number("relevant_other_children", 0),
    "other_arrangement_children": lambda fields: fields.number("other_arrangement_children", 0),
    "special_expenses_weekly": lambda fields: fields.money("special_expenses_weekly", "0.00"),
    "additional_income_weekly": lambda fields: fields.money("additional_income_weekly", "0.00"),
}
