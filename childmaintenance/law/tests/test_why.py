"""Why it changed: parts that make the difference exactly, whatever order the causes are thought of in."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from childmaintenance.law.liability import Benefit, Child, Facts, ReceivingParent, assess
from childmaintenance.law.provision import UNKNOWN, BadFact
from childmaintenance.law.tests.families import any_facts, days
from childmaintenance.law.why import Situation, causes_between, why
from childmaintenance.values import ZERO, Money, Territory

ON = date(2026, 4, 1)
M = Money.of
FACTS = Facts((ReceivingParent("A", (Child(0), Child(0))),), gross_weekly_income=M("500"))


def test_one_cause_is_the_whole_difference() -> None:
    found = why(Situation(FACTS, ON), Situation(replace(FACTS, gross_weekly_income=M("600")), ON))
    assert [(part.cause, str(part.amount)) for part in found.parts] == [("income", "16.00")]


def test_two_causes_share_what_they_do_together() -> None:
    """Income 500 to 600 and nights 0 to 52: alone +16 and -11.43; together 82.29, so each bears half of what both did."""
    nights = (ReceivingParent("A", (Child(52), Child(52))),)
    after = replace(FACTS, gross_weekly_income=M("600"), receiving_parents=nights)
    found = why(Situation(FACTS, ON), Situation(after, ON))
    assert (str(found.before), str(found.after)) == ("80.00", "82.29")
    assert [(part.cause, str(part.amount)) for part in found.parts] == [("income", "14.86"), ("nights", "-12.57")]


def test_the_law_itself_may_be_a_cause() -> None:
    poor = replace(FACTS, gross_weekly_income=M("150"))
    found = why(Situation(poor, date(2013, 11, 24)), Situation(poor, date(2013, 11, 25)))
    assert [(part.cause, str(part.amount)) for part in found.parts] == [("law", "1.00")]


def test_income_and_benefit_are_one_where_they_cannot_be_taken_apart() -> None:
    after = replace(FACTS, gross_weekly_income=None, benefit=Benefit.LISTED, relevant_other_children=1)
    assert causes_between(Situation(FACTS, ON), Situation(after, ON)) == (
        "income_and_benefit",
        "other_children_at_home",
    )
    assert causes_between(Situation(FACTS, ON), Situation(replace(FACTS, gross_weekly_income=UNKNOWN), ON)) == (
        "income_and_benefit",
    )


def test_income_and_benefit_together_have_their_part() -> None:
    """A benefit in place of 500 a week: 73 less alone, 64.20 less beside a child at home, who alone takes 8.80 off."""
    after = replace(FACTS, gross_weekly_income=None, benefit=Benefit.LISTED, relevant_other_children=1)
    found = why(Situation(FACTS, ON), Situation(after, ON))
    assert (str(found.before), str(found.after)) == ("80.00", "7.00")
    assert [(part.cause, str(part.amount)) for part in found.parts] == [
        ("income_and_benefit", "-68.60"),
        ("other_children_at_home", "-4.40"),
    ]


def test_a_parent_who_comes_in_counts_from_nothing() -> None:
    joined = replace(FACTS, receiving_parents=(*FACTS.receiving_parents, ReceivingParent("B", (Child(),))))
    found = why(Situation(FACTS, ON), Situation(joined, ON), ref="B")
    assert (found.before, [part.cause for part in found.parts]) == (ZERO, ["children"])


def test_two_territories_are_not_compared() -> None:
    with pytest.raises(BadFact, match="territory"):
        why(Situation(FACTS, ON), Situation(replace(FACTS, territory=Territory.NI), ON))


@given(any_facts, any_facts, days, days)
@settings(max_examples=60, deadline=None)
def test_the_parts_make_the_difference_and_turn_round_with_it(one: Facts, other: Facts, day: date, later: date) -> None:
    other = replace(other, territory=one.territory)
    before, after = Situation(one, day), Situation(other, later)
    found, back = why(before, after), why(after, before)
    assert found.before == assess(one, on=day).total
    assert found.after == assess(other, on=later).total
    assert sum((part.amount for part in found.parts), ZERO) == found.after - found.before
    assert sum(part.exact for part in found.parts) == (found.after - found.before).exact
    assert {part.cause: part.exact for part in found.parts} == {part.cause: -part.exact for part in back.parts}
    assert all(abs((part.amount.exact - part.exact) * 100) < 1 for part in found.parts)
