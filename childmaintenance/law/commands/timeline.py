"""`timeline`: facts that change over the years, decided slice by slice."""

from collections.abc import Iterable
from typing import Any

from childmaintenance.law.commands.assess import READ, read_facts
from childmaintenance.law.commands.reading import Fields, Unreadable, checked
from childmaintenance.law.days.supersession import Cause, Days
from childmaintenance.law.income.which_income import Kind
from childmaintenance.law.provision import Scenario
from childmaintenance.law.timeline import Change, Life, timeline
from childmaintenance.law.timeline.changes import FACTS
from childmaintenance.values import Period, Territory

DAYS = (
    "changed",
    "expected",
    "applied",
    "information_arrived",
    "decided",
    "review",
    "of_new_application",
    "of_revised_decision",
)


def answer(fields: Fields, scenario: Scenario | None = None) -> dict[str, Any]:
    """The result of one line, by the law or by a scenario laid over it."""
    starts = fields.day("from")
    ends = fields.day("until") if fields.has("until") else None
    facts = read_facts(fields)
    kind = fields.choice("income_kind", Kind, Kind.HISTORIC.value)
    changes = fields.objects("changes", _change, at_least_one=False) if fields.has("changes") else ()
    if ends is not None and ends < starts:
        raise Unreadable("until", "must not be before the day from which the case runs")
    fields.finish()
    return checked(
        lambda: timeline(Life(Period(starts, ends), facts, changes, kind), scenario=scenario).as_json(), day="from"
    )


def in_words(found: dict[str, Any], fields: Fields, language: str) -> Iterable[str]:
    """The same result in sentences."""
    from childmaintenance.law.reasons import Reason
    from childmaintenance.law.sentences import explain, explain_note, name_of_rate, say

    territory = fields.choice("territory", Territory, "GB")
    for one in found["slices"]:
        yield say("words", "slice", language, starts=one["from"], ends=one["until"] or "…")
        for each in one["because"]:
            where = f" ({each['provision']})" if each["provision"] else ""
            yield say("causes", each["cause"], language) + where
            yield from (explain(Reason.from_json(reason), language) for reason in each["reasons"])
        yield say("words", "total", language, amount=one["total"], rate=name_of_rate(one["rate"], language))
        for number, reason in enumerate(one["reasons"], 1):
            yield f"{number}. {explain(Reason.from_json(reason), language)}"
        yield from (
            f"{say('words', 'note', language)} {explain_note(note, language, territory)}" for note in one["notes"]
        )
    for one in found["refused"]:
        yield say("words", "refused", language, on=one["on"])
        yield from (explain(Reason.from_json(reason), language) for reason in one["reasons"])


def _change(part: Fields) -> Change:
    days = Days(**{name: part.day(name) for name in DAYS if part.has(name)})
    return Change(
        cause=part.choice("cause", Cause),
        days=days,
        becomes=part.object("facts", _becomes) if part.has("facts") else {},
        current_income=part.money("current_income", exact=True) if part.has("current_income") else None,
        historic_income=part.money("historic_income", exact=True) if part.has("historic_income") else None,
    )


def _becomes(inner: Fields) -> dict[str, Any]:
    """The facts that a change names; all others stay as they were."""
    return {name: READ[name](inner) for name in READ if name in FACTS and inner.has(name)}
