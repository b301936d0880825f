"""Facts are read strictly: nothing missing, nothing more, nothing of the wrong kind, nothing that turns the page round."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from childmaintenance.correspondence.composing import compose
from childmaintenance.correspondence.facts import clean, isolated
from childmaintenance.correspondence.letters import payment_plan
from childmaintenance.correspondence.terms import CannotWrite, Channel, Kind, MissingFact, UnknownFact, UnusableFact
from childmaintenance.correspondence.tests.samples import every_letter, sending

LETTERS = every_letter()
NEEDED = [
    (name, fact)
    for name, (_kind, facts) in LETTERS.items()
    for fact in facts
    if fact not in ("previous_weekly_pence", "service", "notes", "invitation_code", "income_is_current")
    or (fact == "service" and name.startswith("plan"))
]


@pytest.mark.parametrize(("name", "fact"), NEEDED)
def test_a_letter_is_never_written_without_a_fact_it_needs(name: str, fact: str) -> None:
    kind, facts = LETTERS[name]
    for gone in ({key: value for key, value in facts.items() if key != fact}, {**facts, fact: None}):
        with pytest.raises(CannotWrite, match=rf"^{kind.value}: .*{fact}"):
            compose(kind, gone, sending(), ("en",))


@pytest.mark.parametrize("name", LETTERS)
def test_empty_text_and_empty_lists_are_missing_too(name: str) -> None:
    kind, facts = LETTERS[name]
    for fact, value in facts.items():
        empty: Any = {str: "  ", list: []}.get(type(value))
        if empty is None or fact.startswith("invitation") or fact == "service":
            continue
        with pytest.raises(CannotWrite, match=fact):
            compose(kind, {**facts, fact: empty}, sending(), ("en",))


@pytest.mark.parametrize("name", LETTERS)
@pytest.mark.parametrize("slip", ["address", "postcode", "phone", "email", "employer", "nickname"])
def test_a_fact_without_a_place_is_refused(name: str, slip: str) -> None:
    kind, facts = LETTERS[name]
    with pytest.raises(UnknownFact, match=slip):
        compose(kind, {**facts, slip: "14 Quarry Row"}, sending(), ("en",))


def test_a_fact_without_a_place_deep_inside_is_refused() -> None:
    kind, facts = LETTERS["decision"]
    facts = {**facts, "facts_used": [{**facts["facts_used"][0], "because": "seen at 3 Heol y Felin"}]}
    with pytest.raises(UnknownFact, match=r"facts_used\[0\]\.because"):
        compose(kind, facts, sending(), ("en",))


@pytest.mark.parametrize(
    ("fact", "value"),
    [
        ("weekly_pence", 61.03),
        ("weekly_pence", "6103"),
        ("weekly_pence", True),
        ("weekly_pence", -1),
        ("effective_from", "12/01/2027"),
        ("effective_from", dt.datetime(2027, 1, 12, tzinfo=dt.UTC)),
        ("reader", "both"),
        ("territory", "FR"),
        ("children", "Cadi"),
        ("children", [7]),
        ("reasons", [{"step": "made up"}]),
        ("reasons", ["because"]),
        ("facts_used", [3]),
        ("income_is_current", "no"),
    ],
)
def test_a_fact_of_the_wrong_kind_is_named_and_not_quoted(fact: str, value: Any) -> None:
    kind, facts = LETTERS["decision"]
    with pytest.raises(UnusableFact, match=fact) as refused:
        compose(kind, {**facts, fact: value}, sending(), ("en",))
    assert str(value) not in str(refused.value).replace(fact, "")


def test_a_date_may_come_as_a_date() -> None:
    kind, facts = LETTERS["decision"]
    written = compose(kind, {**facts, "effective_from": dt.date(2027, 1, 12)}, sending(), ("en",))
    assert written == compose(kind, facts, sending(), ("en",))


def test_a_notice_that_comes_too_late_for_its_day_is_refused() -> None:
    kind, facts = LETTERS["told"]
    compose(kind, {**facts, "effective_from": "2027-01-07"}, sending(Channel.POST), ("en",))
    with pytest.raises(UnusableFact, match="effective_from"):
        compose(kind, {**facts, "effective_from": "2027-01-06"}, sending(Channel.POST), ("en",))
    compose(kind, {**facts, "effective_from": "2027-01-06"}, sending(Channel.ONLINE), ("en",))


def test_a_payment_that_is_not_missing_is_not_missed() -> None:
    kind, facts = LETTERS["missed"]
    with pytest.raises(UnusableFact, match="paid_pence"):
        compose(kind, {**facts, "paid_pence": facts["due_pence"]}, sending(), ("en",))


def test_a_letter_to_nobody_is_refused() -> None:
    with pytest.raises(MissingFact, match="to_name"):
        compose(*LETTERS["review"], sending(to_name=" \u202e "), ("en",))


def test_the_fee_and_where_to_pay_are_needed_where_money_goes_through_us() -> None:
    kind, facts = LETTERS["plan"]
    for fact in ("fee_percent", "pay_to"):
        with pytest.raises(MissingFact, match=fact):
            compose(kind, {**facts, fact: None}, sending(), ("en",))


@given(st.text())
def test_cleaned_text_is_one_line_and_turns_nothing(text: str) -> None:
    cleaned = clean(text)
    assert cleaned == " ".join(cleaned.split())
    assert not set(cleaned) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\x00")
    assert clean(cleaned) == cleaned


def test_only_names_from_right_to_left_are_isolated() -> None:
    assert isolated("Siân Ŵyn") == "Siân Ŵyn"
    assert isolated("שרה לוי") == "\u2068שרה לוי\u2069"


def test_an_instalment_has_a_fee_even_where_it_is_nought() -> None:
    _kind, facts = LETTERS["plan-direct"]
    assert payment_plan.Facts.__dataclass_fields__["fee_percent"].default is None
    without = [{key: value for key, value in facts["instalments"][0].items() if key != "fee_pence"}]
    with pytest.raises(MissingFact, match=r"instalments\[0\]\.fee_pence"):
        compose(Kind.PAYMENT_PLAN, {**facts, "instalments": without}, sending(), ("en",))


def test_a_reason_or_note_the_law_has_no_sentence_for_is_refused() -> None:
    kind, facts = LETTERS["decision"]
    unheard = {"provision": "CSA 1991", "step": "unheard_of", "amount": "1.00", "inputs": {}}
    with pytest.raises(UnusableFact, match="unheard_of"):
        compose(kind, {**facts, "reasons": [unheard]}, sending(), ("en",))
    with pytest.raises(UnusableFact, match="notes"):
        compose(kind, {**facts, "notes": ["unheard_of"]}, sending(), ("en",))
