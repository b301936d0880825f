"""What must hold for every family, whatever its facts."""

from dataclasses import replace
from datetime import date
from typing import get_args, get_type_hints

from hypothesis import given
from hypothesis import strategies as st

from childmaintenance.law.fees.settings import Allocation
from childmaintenance.law.liability import Assessment, Child, Facts, Rate, ReceivingParent, assess
from childmaintenance.law.provision import UNKNOWN
from childmaintenance.law.readings import Readings
from childmaintenance.law.reasons import Reason
from childmaintenance.law.sentences import explain, explain_note, name_of_rate
from childmaintenance.law.tests.families import any_facts, days, incomes, nights, plain_facts, thorough
from childmaintenance.values import ZERO, Money

ON = date(2026, 4, 1)
readings = st.builds(
    Readings, **{name: st.sampled_from(get_args(hint)) for name, hint in get_type_hints(Readings).items()}
)


def pennies(found: Assessment) -> Money:
    """How far rounding each part may move the whole."""
    return Money.pence(len(found.weekly))


@thorough
@given(any_facts, days, readings)
def test_no_amount_is_ever_below_nought_and_parts_make_the_total(facts: Facts, on: date, how: Readings) -> None:
    found = assess(facts, on=on, readings=how)
    assert all(amount >= ZERO and amount.is_whole_pence for amount in found.weekly.values())
    assert sum((amount.in_pence for amount in found.weekly.values()), 0) == found.total.in_pence
    assert list(found.weekly) == [parent.ref for parent in facts.receiving_parents]


@thorough
@given(any_facts, days, st.randoms())
def test_the_order_of_parents_and_children_does_not_matter(facts: Facts, on: date, chance: object) -> None:
    shuffle = chance.shuffle  # type: ignore[attr-defined]
    parents = []
    for parent in facts.receiving_parents:
        children = list(parent.children)
        shuffle(children)
        parents.append(replace(parent, children=tuple(children)))
    shuffle(parents)
    one, other = assess(facts, on=on), assess(replace(facts, receiving_parents=tuple(parents)), on=on)
    assert (one.rate, one.total, dict(one.weekly)) == (other.rate, other.total, dict(other.weekly))


@thorough
@given(plain_facts, incomes, days)
def test_more_income_within_a_rate_never_lowers_the_amount(facts: Facts, income: Money, on: date) -> None:
    assert isinstance(facts.gross_weekly_income, Money)
    low, high = sorted((facts.gross_weekly_income, income))
    less = assess(replace(facts, gross_weekly_income=low), on=on)
    more = assess(replace(facts, gross_weekly_income=high), on=on)
    kinds = {Rate.BASIC_PLUS: Rate.BASIC}
    if kinds.get(less.rate, less.rate) is kinds.get(more.rate, more.rate):
        assert more.total + (pennies(more) if len(more.weekly) > 1 else ZERO) >= less.total


@thorough
@given(any_facts, nights, days, st.data())
def test_more_nights_never_raise_the_amount(facts: Facts, number: int, on: date, data: st.DataObject) -> None:
    parent = data.draw(st.sampled_from(facts.receiving_parents))
    place = data.draw(st.integers(0, len(parent.children) - 1))
    child = parent.children[place]
    more = Child(min(max(number, child.nights), 366 - child.local_authority_nights), child.local_authority_nights)
    children = (*parent.children[:place], more, *parent.children[place + 1 :])
    parents = tuple(replace(p, children=children) if p is parent else p for p in facts.receiving_parents)
    before, after = assess(facts, on=on), assess(replace(facts, receiving_parents=parents), on=on)
    assert after.total <= before.total + (pennies(after) if len(after.weekly) > 1 else ZERO)


@thorough
@given(plain_facts, days)
def test_another_child_at_home_never_raises_the_amount(facts: Facts, on: date) -> None:
    one = assess(facts, on=on)
    other = assess(replace(facts, relevant_other_children=facts.relevant_other_children + 1), on=on)
    assert other.total <= one.total + (pennies(other) if len(other.weekly) > 1 else ZERO)


@thorough
@given(plain_facts, days)
def test_without_care_the_parts_are_the_whole_shared_by_children(facts: Facts, on: date) -> None:
    at_home = tuple(ReceivingParent(p.ref, tuple(Child() for _ in p.children)) for p in facts.receiving_parents)
    together = (ReceivingParent("all", tuple(Child() for p in at_home for _ in p.children)),)
    apart = assess(replace(facts, receiving_parents=at_home), on=on)
    whole = assess(replace(facts, receiving_parents=together), on=on)
    assert abs(apart.total.in_pence - whole.total.in_pence) <= len(at_home)
    for parent in at_home:
        share = whole.total * len(parent.children) / facts.qualifying_children
        assert abs((apart.weekly[parent.ref] - share).exact) <= Money.pence(1).exact


@thorough
@given(any_facts, days)
def test_the_total_after_care_is_at_least_the_minimum_unless_nothing_is_payable(facts: Facts, on: date) -> None:
    found = assess(facts, on=on)
    if found.rate in (Rate.BASIC, Rate.BASIC_PLUS, Rate.REDUCED, Rate.MINIMUM, Rate.FLAT_PLUS_VARIATION):
        least = Money.of("5") if on < date(2013, 11, 25) else Money.of("7")
        assert found.total + pennies(found) >= least


@thorough
@given(any_facts, days, readings)
def test_reasons_are_whole_can_be_stored_and_speak_both_languages(facts: Facts, on: date, how: Readings) -> None:
    found = assess(facts, on=on, readings=how)
    assert assess(facts, on=on, readings=how, explain=False) == replace(found, reasons=())
    for reason in found.reasons:
        again = Reason.from_json(reason.as_json())
        for language in ("en", "cy"):
            sentence = explain(reason, language)
            assert sentence == explain(again, language)
            assert sentence.endswith(f"({reason.provision})")
            assert "{" not in sentence
    for note in found.notes:
        assert explain_note(note, "en", facts.territory) != explain_note(note, "cy", facts.territory)
    assert name_of_rate(found.rate.value, "cy")


@thorough
@given(plain_facts, days)
def test_the_last_reason_for_each_parent_is_their_amount(facts: Facts, on: date) -> None:
    """Redoing the sum by hand ends at the figure itself."""
    found = assess(facts, on=on)
    if len(facts.receiving_parents) == 1:
        last = found.reasons[-1].amount
        assert last is not None
        assert last == found.total


@thorough
@given(any_facts, days)
def test_an_unknown_income_gives_the_default_by_children_alone(facts: Facts, on: date) -> None:
    found = assess(replace(facts, gross_weekly_income=UNKNOWN), on=on)
    assert found.rate is Rate.DEFAULT
    amount = {1: 39, 2: 51}.get(facts.qualifying_children, 64)
    assert abs(found.total.in_pence - amount * 100) <= len(found.weekly)


def test_an_order_of_money_that_forgets_a_step_is_refused() -> None:
    import pytest

    with pytest.raises(ValueError, match="order"):
        Allocation(order=("ongoing", "ongoing", "arrears"))
