"""Whatever somebody answers, the calculator's figures are those the law gives to the same facts, and their sums are whole."""

import datetime as dt
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from childmaintenance.foundation import clock
from childmaintenance.journeys.route import walk
from childmaintenance.law.fees import in_whole_pence, split_pence
from childmaintenance.law.fees.ways import Way
from childmaintenance.law.income.weekly import Every, weekly_equivalent
from childmaintenance.law.liability import Benefit, Child, Facts, NilReason, ReceivingParent, assess
from childmaintenance.law.provision import UNKNOWN, in_force
from childmaintenance.portals.calculator.journey import calculator
from childmaintenance.portals.calculator.outcome import Outcome, outcome
from childmaintenance.portals.calculator.presenters import result
from childmaintenance.portals.calculator.told import told
from childmaintenance.values import Money, Territory

ON = dt.date(2026, 11, 2)
BOX = {"W": "week", "M": "month", "Y": "year"}


@st.composite
def families(draw: st.DrawFn) -> tuple[dict[str, Any], Facts]:
    """Answers as a browser sends them, and the facts they stand for, made beside them and not from them."""
    nation = draw(st.sampled_from(["england", "scotland", "wales", "northern_ireland"]))
    territory = Territory.NI if nation == "northern_ireland" else Territory.GB
    pages: dict[str, Any] = {
        "who": {"who": [draw(st.sampled_from(["pays", "gets", "helps"]))]},
        "nation": {"nation": [nation]},
    }
    parents = []
    for about in range(1, draw(st.integers(1, 4)) + 1):
        nights = draw(
            st.lists(st.sampled_from([0, 51, 52, 103, 104, 155, 156, 174, 175, 365]), min_size=1, max_size=10)
        )
        pages[f"children-{about}"] = {"count": [str(len(nights))]}
        if draw(st.booleans()):
            band = draw(st.sampled_from([0, 52, 104, 156, 175]))
            nights = [band] * len(nights)
            pages[f"nights-{about}"] = {"nights": [str(band)]}
        else:
            pages[f"nights-{about}"] = {"nights": ["exact"]}
            pages[f"each-night-{about}"] = {f"child_{place}": [str(n)] for place, n in enumerate(nights, start=1)}
        parents.append(ReceivingParent("ABCD"[about - 1], tuple(Child(n) for n in nights)))
    pages["parents"] = {"parents": [str(len(parents))]}
    counts = {}
    for question in ("other-children", "other-arrangement"):
        counts[question] = draw(st.integers(0, 10))
        pages[question] = {"any": ["yes"], "count": [str(counts[question])]} if counts[question] else {"any": ["no"]}
    situation = draw(st.sampled_from(["none", "none", "none", "44(1)", "44(2)", "prisoner", "care_home", "training"]))
    pages["situation"] = {"situation": [situation]}
    both = draw(st.booleans())
    pages["partner-pays"] = {"partner_pays": ["yes" if both else "no"]}
    every = draw(st.sampled_from(["W", "M", "Y", "unknown"]))
    pence = draw(st.integers(0, 99_999_999))
    pages["income"] = {"every": [every]}
    income: Any = None
    if situation == "none":
        income = UNKNOWN
        if every != "unknown":
            pages["income"][BOX[every]] = [f"{pence // 100}.{pence % 100:02d}"]
            income = weekly_equivalent(Money.pence(pence), Every(every), in_force(ON, territory))
    benefit = Benefit(situation) if situation in {"44(1)", "44(2)"} else Benefit.NONE
    facts = Facts(
        receiving_parents=tuple(parents),
        territory=territory,
        gross_weekly_income=income,
        benefit=Benefit.MEANS_TESTED_BOTH_PAYING if benefit is Benefit.MEANS_TESTED and both else benefit,
        nil_reason=NilReason(situation) if situation in {"prisoner", "care_home", "training"} else NilReason.NONE,
        relevant_other_children=counts["other-children"],
        other_arrangement_children=counts["other-arrangement"],
    )
    return {"pages": pages}, facts


def worked_out(stored: dict[str, Any]) -> Outcome:
    with clock.travel(ON):
        route = walk(calculator, stored, {})
        assert route.complete, route.unanswered()
        return outcome(told(route.answers), on=ON)


@settings(deadline=None, max_examples=150)
@given(families())
def test_the_figure_is_what_a_decision_on_the_same_facts_would_be(family):
    stored, facts = family
    found = worked_out(stored)
    decided = assess(facts, on=ON)
    assert found.told.facts == facts
    assert {ref: one.weekly for ref, one in found.each.items()} == dict(decided.weekly)
    assert found.total.weekly == decided.total
    assert found.found.reasons == decided.reasons
    assert found.found.rate is decided.rate


@settings(deadline=None, max_examples=60)
@given(families())
def test_collecting_costs_what_a_receipt_of_it_would_be_split_into(family):
    stored, facts = family
    found = worked_out(stored)
    added, taken = in_whole_pence(ON, facts.territory)
    for one in found.each.values():
        cost = next(cost for cost in one.by_week if cost.way is Way.COLLECT_AND_PAY)
        split = split_pence(
            cost.pays.in_pence, [one.weekly.in_pence], [cost.added.in_pence], [0], 0, added, taken, ["A"]
        )
        assert split.maintenance == [one.weekly.in_pence]
        assert split.paying_fee == [cost.added.in_pence]
        assert split.maintenance[0] - split.receiving_fee[0] == cost.gets.in_pence
        assert split.credit == 0


@settings(deadline=None, max_examples=60)
@given(families())
def test_every_outcome_has_its_words_in_both_languages(family):
    from childmaintenance.foundation.language import in_language
    from childmaintenance.portals.calculator.paper import sheet

    found = worked_out(family[0])
    for language in ("en", "cy"):
        with in_language(language):
            assert result(found)["lines"][-1]["figure"] == found.total.weekly.in_pence
            assert sheet(found).blocks
