"""What the caseworkers of the town do on a working day: settle, find, choose, decide, and look again every year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from childmaintenance.calculation import actions as calculation
from childmaintenance.calculation import queries as calculations
from childmaintenance.calculation.previewing import preview
from childmaintenance.calculation.terms import IncomeBasis
from childmaintenance.cases import actions as cases
from childmaintenance.cases import queries as case_queries
from childmaintenance.cases.terms import FactKind, Service, TaskKind, TaskRecord
from childmaintenance.demo.people import Family
from childmaintenance.demo.residents import Register
from childmaintenance.foundation.actor import Actor
from childmaintenance.foundation.clock import LONDON
from childmaintenance.foundation.language import pounds

Tell = Callable[[str], None]
TAKEN_UP_AFTER = dt.timedelta(days=2)  # a task lies a while before somebody takes it up
REVIEWED_BEFORE = dt.timedelta(days=7)
OURS = (
    TaskKind.SETTLE_FACT,
    TaskKind.CHOOSE_SERVICE,
    TaskKind.FIND_INCOME,
    TaskKind.DECIDE,
    TaskKind.REVIEW,
    TaskKind.MISSED_PAYMENT,
    TaskKind.NOT_ARRIVED,
    TaskKind.SAFE_CONTACT,
)


def work(book: Register, on: dt.date, tell: Tell) -> None:
    """One day in the office. Families whose work is left to visitors are passed over."""
    for task in case_queries.work_list(kinds=OURS, limit=200):
        family = book.family_of(task.case)
        if family is None or family.waits or task.opened_at.astimezone(LONDON).date() + TAKEN_UP_AFTER > on:
            continue
        by = book.colleague("CASEWORKER", sum(map(ord, family.key)))
        match task.kind:
            case TaskKind.SETTLE_FACT:
                _settle(task, family, by, tell)
            case TaskKind.CHOOSE_SERVICE:
                _choose(task, family, by, tell)
            case TaskKind.FIND_INCOME:
                _find_income(task, family, by, tell)
            case TaskKind.DECIDE:
                _decide(task, family, by, tell)
            case TaskKind.REVIEW:
                _review(task, family, by, on, tell)
            case TaskKind.MISSED_PAYMENT:
                cases.close_task(task=task.reference, outcome="telephoned, and asked how it will be made up", by=by)
                tell(f"{by.name} telephoned {family.paying.name} about a missed payment.")
            case TaskKind.NOT_ARRIVED:
                cases.close_task(task=task.reference, outcome="read, and done what the receiving parent wants", by=by)
                tell(f"{by.name} read that a payment did not reach {family.receiving.name}.")
            case TaskKind.SAFE_CONTACT:
                cases.close_task(task=task.reference, outcome="told in the way they asked for", by=by)
                tell(f"{by.name} told {family.receiving.name} of a letter, in the way she asked for.")


def _settle(task: TaskRecord, family: Family, by: Actor, tell: Tell) -> None:
    kind = FactKind(task.reason["fact"])
    if kind != FactKind.NIGHTS:
        raise LookupError(f"The town has no finding for {kind} in {family.key}: add one to families.toml.")
    nights = family.found_nights if family.found_nights is not None else family.children[0].nights
    cases.record_finding(
        case=task.case,
        kind=kind,
        child=task.reason["child"],
        value={"nights": nights},
        because="Both parents sent their diaries for the last three months; the nights were counted in both.",
        by=by,
    )
    tell(f"{by.name} found {nights} nights a year for a child of {family.receiving.name} and {family.paying.name}.")


def _choose(task: TaskRecord, family: Family, by: Actor, tell: Tell) -> None:
    service = Service.COLLECT_AND_PAY if family.abuse else Service.DIRECT_PAY
    because = "What one parent told us about their safety." if family.abuse else "No sign that payment is unlikely."
    cases.choose_service(case=task.case, service=service, because=because, by=by)
    cases.close_task(task=task.reference, outcome=service.value, by=by)
    tell(f"{by.name} chose {service.label.lower()} for {family.receiving.name} and {family.paying.name}.")


def _find_income(task: TaskRecord, family: Family, by: Actor, tell: Tell) -> None:
    found = family.finding or {"basis": "default", "because": "Nothing is known of the paying parent's income."}
    weekly = found.get("weekly")
    pence = None if weekly is None else round(weekly * 100)
    paying_parent = case_queries.case(task.case).paying_parent
    calculation.find_income(
        paying_parent=paying_parent,
        basis=IncomeBasis(found["basis"]),
        weekly_pence=pence,
        because=found["because"],
        by=by,
    )
    what = "that nothing is known" if pence is None else f"{pounds(pence)} a week"
    tell(f"{by.name} found the income of {family.paying.name}: {what}.")


def _decide(task: TaskRecord, family: Family, by: Actor, tell: Tell) -> None:
    paying_parent = case_queries.case(task.case).paying_parent
    looked = preview(paying_parent)
    if not looked.can_be_decided:
        return
    made = calculation.decide(paying_parent=paying_parent, token=looked.token, by=by)
    _tell_decision(made, family, by, tell)


def _review(task: TaskRecord, family: Family, by: Actor, on: dt.date, tell: Tell) -> None:
    if task.due_on > on + REVIEWED_BEFORE:
        return
    decision = calculations.decision(task.about)
    looked = preview(decision.paying_parent, review_on=decision.review_on)
    if any(lack.name == "income" for lack in looked.missing):
        _find_income(task, family, by, tell)
        looked = preview(decision.paying_parent, review_on=decision.review_on)
    if not looked.can_be_decided:
        return
    made = calculation.decide(
        paying_parent=decision.paying_parent, token=looked.token, review_on=decision.review_on, by=by
    )
    _tell_decision(made, family, by, tell)


def _tell_decision(reference: str, family: Family, by: Actor, tell: Tell) -> None:
    decision = calculations.decision(reference)
    tell(f"{by.name} decided that {family.paying.name} pays {pounds(decision.total)} a week ({reference}).")
