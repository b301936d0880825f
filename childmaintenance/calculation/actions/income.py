"""Asking the tax authority, taking its answer once, and a caseworker's own finding."""

from django.db import transaction

from childmaintenance.calculation.models import IncomeAnswer, IncomeFinding, IncomeQuestion
from childmaintenance.calculation.terms import IncomeBasis, IncomeOutcome, IncomeTold
from childmaintenance.cases import actions as cases
from childmaintenance.cases import queries as case_queries
from childmaintenance.cases.terms import CannotDoThat, TaskKind
from childmaintenance.foundation import audit, clock
from childmaintenance.foundation.actor import Actor
from childmaintenance.foundation.identifiers import new_reference
from childmaintenance.foundation.locks import hold
from childmaintenance.foundation.outbox import announce


@transaction.atomic
def ask_for_income(*, paying_parent: str, key: str, by: Actor) -> str:
    """Ask for the latest available tax year; answers the question's reference. The same key asks once."""
    question, asked = IncomeQuestion.objects.get_or_create(
        key=key,
        defaults={"reference": new_reference("Q"), "paying_parent_id": paying_parent, "asked_at": clock.now()},
    )
    if asked:
        audit.record(by=by, act="calculation.ask_for_income", about=paying_parent)
        announce("IncomeAsked", question=question.reference)
    return question.reference


@transaction.atomic
def receive_income(*, question: str, told: IncomeTold | None, by: Actor) -> bool:
    """Take the tax authority's answer; None when it holds nothing for any of the six years. Answers whether it was the
    first.

    A repeated or late answer to a question that has ended changes nothing.
    """
    if told is None:
        return _end(question, by, outcome=IncomeOutcome.NOT_FOUND)
    return _end(
        question,
        by,
        outcome=IncomeOutcome.FOUND,
        tax_year=told.tax_year,
        source=told.source,
        employment=told.employment,
        pensions=told.pensions,
        trading=told.trading,
        taxable_benefits=told.taxable_benefits,
        correlation=told.correlation,
    )


@transaction.atomic
def income_not_available(*, question: str, because: str, by: Actor) -> bool:
    """The tax authority stayed silent or made no sense for as long as we wait: a person has to find the income."""
    return _end(question, by, outcome=IncomeOutcome.NOT_AVAILABLE, because=because[:200])


@transaction.atomic
def find_income(*, paying_parent: str, basis: IncomeBasis, weekly_pence: int | None, because: str, by: Actor) -> None:
    """A caseworker says what income counts, and why. Raises CannotDoThat without a reason or a fitting amount."""
    if not because.strip():
        raise CannotDoThat("a finding needs its reason")
    if basis == IncomeBasis.HISTORIC:
        raise CannotDoThat("the tax authority's figure comes from the tax authority")
    if (basis == IncomeBasis.DEFAULT) != (weekly_pence is None) or (weekly_pence is not None and weekly_pence < 0):
        raise CannotDoThat("a default decision has no weekly income; every other finding has one, never negative")
    IncomeFinding.objects.create(
        paying_parent_id=paying_parent,
        basis=basis,
        weekly_pence=weekly_pence,
        because=because,
        found_at=clock.now(),
        by=by.reference,
    )
    for case in case_queries.cases_against(paying_parent):
        cases.close_tasks(kind=TaskKind.FIND_INCOME, case=case.reference, outcome="found", by=by)
    audit.record(by=by, act="calculation.find_income", about=paying_parent, why=because)
    announce("IncomeFound", paying_parent=paying_parent)


def _end(reference: str, by: Actor, **ending) -> bool:
    hold(f"income-question:{reference}")
    question = IncomeQuestion.objects.get(reference=reference)
    if IncomeAnswer.objects.filter(question=question).exists():
        return False
    IncomeAnswer.objects.create(question=question, received_at=clock.now(), **ending)
    audit.record(by=by, act="calculation.receive_income", about=question.paying_parent_id)
    announce("IncomeReceived", question=reference)
    return True
