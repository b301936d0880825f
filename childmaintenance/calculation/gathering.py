"""Gathering the facts of a decision: every input with its source, and what is missing, before the law is asked."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from childmaintenance.calculation.income import income_fact
from childmaintenance.calculation.terms import Missing, SourcedFact
from childmaintenance.cases import queries as cases
from childmaintenance.cases.terms import CaseRecord, FactKind, FactRecord, Standing

# What stands when nobody has said anything. Each is shown as an assumption in the decision, with how to put it right:
# a fact that no one was asked about would otherwise stop every decision whose paying parent stays silent.
ASSUMED: dict[FactKind, tuple[str, Any]] = {
    FactKind.OTHER_CHILDREN: ("count", 0),
    FactKind.OTHER_ARRANGEMENT: ("count", 0),
    FactKind.BENEFIT: ("benefit", "none"),
    FactKind.NIL_REASON: ("reason", ""),
}


@dataclass(frozen=True, kw_only=True)
class Gathered:
    """`facts` in the form of the `assess` command, with each case's reference as the receiving parent's `ref`."""

    facts: dict[str, Any]
    sources: tuple[SourcedFact, ...]
    missing: tuple[Missing, ...]


def gather(paying_parent: str, on: dt.date, included: Sequence[CaseRecord]) -> Gathered:
    """Everything that decides what one paying parent owes on a day, over all the cases included."""
    said = {case.reference: cases.facts(case.reference) for case in included}
    sources: list[SourcedFact] = []
    missing: list[Missing] = []
    parents = [_receiving_parent(case, said[case.reference], sources, missing) for case in included]
    circumstances = {kind: _circumstance(kind, said, sources, missing) for kind in ASSUMED}
    irrelevant = circumstances[FactKind.BENEFIT] not in (None, "none") or circumstances[FactKind.NIL_REASON]
    income = income_fact(paying_parent)
    if isinstance(income, SourcedFact):
        sources.append(income)
    elif not irrelevant:
        missing.append(income)
    if len(territories := {case.territory for case in included}) != 1:
        missing.append(Missing(name="one_territory"))
    facts = {
        "territory": sorted(territory.value for territory in territories)[0],
        "on": on.isoformat(),
        "gross_weekly_income": income.value if isinstance(income, SourcedFact) else None,
        "benefit": circumstances[FactKind.BENEFIT],
        "nil_reason": circumstances[FactKind.NIL_REASON],
        "receiving_parents": [parent for parent in parents if parent["children"]],
        "relevant_other_children": circumstances[FactKind.OTHER_CHILDREN],
        "other_arrangement_children": circumstances[FactKind.OTHER_ARRANGEMENT],
    }
    if not facts["receiving_parents"] and not any(lack.child for lack in missing):
        missing.append(Missing(name="children"))
    return Gathered(facts=facts, sources=tuple(sources), missing=tuple(missing))


def _receiving_parent(
    case: CaseRecord, said: list[FactRecord], sources: list[SourcedFact], missing: list[Missing]
) -> dict[str, Any]:
    """One household: its children and the nights each stays with the paying parent."""
    by_child = {(fact.kind, fact.child): fact for fact in said if fact.child}
    children = []
    for child in case.children:
        parentage = by_child.get((FactKind.PARENTAGE, child.reference))
        if parentage is not None and parentage.standing == Standing.DISPUTED:
            missing.append(Missing(name=FactKind.PARENTAGE, case=case.reference, child=child.reference))
            continue
        if parentage is not None and parentage.value is not None and not parentage.value["accepted"]:
            sources.append(_sourced(parentage, "accepted", case.reference))
            continue
        # Where both care for the child alike, neither is the non-resident parent and nothing is owed for that child (reg 50;
        # NI reg 49). That is a finding of fact, so even two parents who agree about it wait for a caseworker.
        equal = by_child.get((FactKind.EQUAL_CARE, child.reference))
        if equal is not None and equal.standing != Standing.FOUND and equal.value != {"equal": False}:
            missing.append(Missing(name=FactKind.EQUAL_CARE, case=case.reference, child=child.reference))
            continue
        if equal is not None and equal.value == {"equal": True}:
            sources.append(_sourced(equal, "equal", case.reference))
            continue
        nights = by_child.get((FactKind.NIGHTS, child.reference))
        if nights is None or nights.value is None:
            missing.append(Missing(name=FactKind.NIGHTS, case=case.reference, child=child.reference))
            continue
        sources.append(_sourced(nights, "nights", case.reference))
        children.append({"nights": nights.value["nights"], "local_authority_nights": 0})
    return {"ref": case.reference, "children": children}


def _circumstance(
    kind: FactKind, said: dict[str, list[FactRecord]], sources: list[SourcedFact], missing: list[Missing]
) -> Any:
    """A fact about the paying parent, said in any of their cases: the newest counts, a dispute stops."""
    key, assumed = ASSUMED[kind]
    stated = [(case, fact) for case, facts in said.items() for fact in facts if fact.kind == kind]
    if not stated:
        sources.append(SourcedFact(name=kind, value=assumed, standing="assumed", source="", as_of=""))
        return assumed
    case, newest = max(stated, key=lambda one: one[1].said[-1].said_at)
    if newest.value is None:
        missing.append(Missing(name=kind, case=case))
        return None
    sources.append(_sourced(newest, key, case=""))
    return newest.value[key]


def _sourced(fact: FactRecord, key: str, case: str) -> SourcedFact:
    assert fact.value is not None
    last = fact.said[-1]
    return SourcedFact(
        name=fact.kind,
        value=fact.value[key],
        standing=fact.standing,
        source=fact.source or "both",
        as_of=last.said_at.date().isoformat(),
        case=case,
        child=fact.child,
        because=last.because if fact.standing == Standing.FOUND else "",
    )
