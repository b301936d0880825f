"""Is there enough to decide? Opens the task that fits: decide, settle a fact, or find the income."""

from django.db import transaction

from childmaintenance.calculation import queries
from childmaintenance.calculation.previewing import preview
from childmaintenance.cases import actions as cases
from childmaintenance.cases import queries as case_queries
from childmaintenance.cases.terms import CaseRecord, Status, TaskKind
from childmaintenance.foundation.actor import Actor


@transaction.atomic
def consider_paying_parent(*, paying_parent: str, by: Actor) -> None:
    """Look at every case of a paying parent that waits for a decision."""
    for case in case_queries.cases_against(paying_parent):
        consider(case=case.reference, by=by)


@transaction.atomic
def consider(*, case: str, by: Actor) -> None:
    """Open what a person has to do next for a case that has been answered. Safe to repeat: each reason is one task.

    Waiting for the tax authority, or for the parents, opens nothing: those have timers of their own.
    """
    record = case_queries.case(case)
    if record.status != Status.ANSWERED:
        return
    looked = preview(record.paying_parent)
    for lack in looked.missing:
        if lack.name == "income":
            _income_task(record, by)
        elif lack.name in {
            "nights",
            "parentage",
            "equal_care",
            "other_children",
            "other_arrangement",
            "benefit",
            "nil_reason",
        }:
            where = lack.case or case
            about = f"{lack.name}:{lack.child}"
            cases.open_task(
                kind=TaskKind.SETTLE_FACT,
                case=where,
                about=about,
                reason={"fact": lack.name, "child": lack.child},
                key=f"settle:{where}:{about}",
                by=by,
            )
    if looked.can_be_decided:
        cases.open_task(kind=TaskKind.DECIDE, case=case, about=case, key=f"decide:{case}", by=by)


def _income_task(case: CaseRecord, by: Actor) -> None:
    question = queries.newest_income_question(case.paying_parent)
    if question is None or question.outcome is None:
        return
    cases.open_task(
        kind=TaskKind.FIND_INCOME,
        case=case.reference,
        about=question.reference,
        reason={"outcome": question.outcome.value, "because": question.because},
        key=f"find-income:{question.reference}:{case.reference}",
        by=by,
    )
