"""What follows from a decision: both parents are told how it was worked out, and the payments are planned."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from childmaintenance.calculation import queries as calculations
from childmaintenance.calculation.terms import DecisionRecord, IncomeBasis, SourcedFact
from childmaintenance.cases import queries as case_queries
from childmaintenance.cases.terms import CaseRecord, FactKind, Side
from childmaintenance.collection import actions as collection
from childmaintenance.consequences import letters
from childmaintenance.correspondence.terms import Kind
from childmaintenance.foundation.actor import Actor

BY = Actor.system("decisions")


def tell_both_parents_the_decision(about: Mapping[str, str]) -> None:
    for case in calculations.decision(about["decision"]).weekly:
        record = case_queries.case(case)
        decision = calculations.receipt(about["decision"], case)
        for side in Side:
            letters.send(
                kind=Kind.DECISION,
                to=record.party(side),
                case=case,
                facts=letter_facts(decision, record, side),
                key=f"decision:{decision.reference}:{case}:{side.value}",
                by=BY,
            )


def draw_the_plans(about: Mapping[str, str]) -> None:
    collection.draw_plans(decision=about["decision"], by=BY)


def redraw_the_plan(about: Mapping[str, str]) -> None:
    """Another pay day, or another way for the money to move: the same amounts on other days."""
    if decision := calculations.newest_decision(about["case"]):
        collection.draw_plans(decision=decision.reference, by=BY)


def letter_facts(decision: DecisionRecord, case: CaseRecord, side: Side) -> dict[str, Any]:
    """What a decision letter says, to one of the two parents of one case."""
    names = {child.reference: child.first_name for child in case.children}
    before = calculations.decision(decision.builds_on).weekly.get(case.reference) if decision.builds_on else None
    counted = {source.child for source in decision.sources if source.name == FactKind.NIGHTS}
    return {
        "reader": side.value,
        "territory": decision.territory.value,
        "decision": decision.reference,
        "other_parent": case_queries.name_for(case, side, side.other),
        "children": [name for reference, name in names.items() if reference in counted],
        "weekly_pence": decision.weekly[case.reference],
        "effective_from": decision.effective_from,
        "review_on": decision.review_on,
        "reasons": list(decision.reasons),
        "notes": list(decision.notes),
        "facts_used": [_fact_used(source, names) for source in decision.sources],
        "income_is_current": any(source.source == IncomeBasis.CURRENT for source in decision.sources),
        "service": case.service.value if case.service else None,
        "previous_weekly_pence": before,
    }


def _fact_used(source: SourcedFact, names: Mapping[str, str]) -> dict[str, Any]:
    """One fact as the letter has it: figures and codes, never what somebody wrote about it."""
    used: dict[str, Any] = {
        "name": source.name,
        "source": "nobody" if source.standing == "assumed" else source.source,
        "child": names.get(source.child, ""),
    }
    match source.name:
        case "income":
            if source.value != "unknown":
                used["weekly_pence"] = round(Fraction(source.value) * 100)
            if source.yearly_pence is not None:
                used |= {"yearly_pence": source.yearly_pence, "tax_year": source.as_of}
        case FactKind.BENEFIT | FactKind.NIL_REASON:
            used["code"] = source.value
        case FactKind.PARENTAGE | FactKind.EQUAL_CARE:
            used["accepted"] = source.value
        case _:
            used["count"] = source.value
    return used
