"""Somebody applies: the one door by which a case comes into being."""

from dataclasses import replace

from django.db import transaction

from childmaintenance.cases import statuses
from childmaintenance.cases.actions.payment import add_pay_choice
from childmaintenance.cases.actions.statements import (
    record_children,
    record_circumstances,
    record_eligibility,
    record_safety,
    record_service_wish,
)
from childmaintenance.cases.actions.tasks import open_task
from childmaintenance.cases.eligibility import Reason, Why
from childmaintenance.cases.models import Application, Case, CaseChild
from childmaintenance.cases.terms import (
    AgainstThemselves,
    ApplicationTold,
    ChildTold,
    FactKind,
    Side,
    Source,
    Status,
    TaskKind,
)
from childmaintenance.cases.timeline import note
from childmaintenance.foundation import audit, clock
from childmaintenance.foundation.actor import Actor
from childmaintenance.foundation.identifiers import new_reference
from childmaintenance.foundation.locks import hold
from childmaintenance.foundation.outbox import announce
from childmaintenance.parties import actions as parties

FACT_IN_DOUBT: dict[Why, FactKind] = {
    Why.CHILD_NOT_IN_EDUCATION: FactKind.EDUCATION,
    Why.CHILD_LIVES_ABROAD: FactKind.RESIDENCE,
    Why.RECEIVING_PARENT_LIVES_ABROAD: FactKind.RESIDENCE,
    Why.PAYING_PARENT_LIVES_ABROAD: FactKind.RESIDENCE,
    Why.COURT_ORDER_OLD: FactKind.COURT_ORDER,
    Why.COURT_ORDER_DATE_NOT_KNOWN: FactKind.COURT_ORDER,
}
"""Which fact a caseworker settles for each doubt; whatever is not here stops an application and never becomes a doubt."""


@transaction.atomic
def submit_application(*, told: ApplicationTold, account: str, by: Actor) -> str:
    """Make a case of an application; answers the case's reference.

    Submitted twice with the same key, even at the same moment, it is the same case. `account` is the applicant's own.
    Raises ValueError for an application without children, AgainstThemselves for one by somebody against themselves.
    """
    if not told.children:
        raise ValueError("an application is for at least one child")
    hold(f"application:{told.key}")
    if earlier := Case.objects.filter(application__key=told.key).first():
        return earlier.reference

    applicant = parties.register(told=told.applicant, account=account, by=by)
    other = parties.register(told=told.other_parent, by=by)
    if applicant == other:
        raise AgainstThemselves("the other parent is somebody else than the person who applies")
    receiving, paying = (applicant, other) if told.side == Side.RECEIVING else (other, applicant)
    application = Application.objects.create(
        reference=new_reference("A"),
        key=told.key,
        side=told.side,
        applicant_id=applicant,
        submitted_at=clock.now(),
        notice=told.notice,
        declaration=told.declaration,
    )
    case = Case.objects.create(
        reference=new_reference("C"),
        application=application,
        territory=told.territory.value,
        receiving_parent_id=receiving,
        paying_parent_id=paying,
        opened_on=clock.today(),
        other_parent_called=told.other_parent.full_name,
    )
    statuses.become(case, Status.WAITING_FOR_ANSWER, by=by)
    source = Source.of(told.side)
    children = _with_references(case, told.children, by)
    record_children(case, children, source=source, by=by)
    record_eligibility(case, told, source=source, by=by)
    _open_doubts(case, told.doubts, children, by)
    record_circumstances(case, told.circumstances, source=source, by=by)
    record_service_wish(case, told.service, source=source, by=by)
    if told.safety is not None:
        record_safety(case, applicant, told.safety)
    if told.bank is not None:
        parties.give_bank_account(party=applicant, by=by, **vars(told.bank))
    if told.pay is not None:
        add_pay_choice(case, told.pay, by=by)
    note(case, "applied", side=told.side.value, children=len(told.children))
    audit.record(by=by, act="cases.submit_application", about=application.reference, case=case.reference)
    announce("ApplicationSubmitted", case=case.reference)
    return case.reference


def _with_references(case: Case, children: tuple[ChildTold, ...], by: Actor) -> list[ChildTold]:
    """Register each child and put them in the case, in the order they were told."""
    known = []
    for position, child in enumerate(children):
        if child.date_of_birth is None:
            raise ValueError("a child in an application has a date of birth")
        reference = parties.register_child(
            first_name=child.first_name, last_name=child.last_name, date_of_birth=child.date_of_birth, by=by
        )
        CaseChild.objects.create(case=case, child_id=reference, position=position)
        known.append(replace(child, reference=reference))
    return known


def _open_doubts(case: Case, doubts: tuple[Reason, ...], children: list[ChildTold], by: Actor) -> None:
    """Each doubt about whether the service may act at all waits for a caseworker."""
    for doubt in doubts:
        child = children[doubt.child].reference if doubt.child is not None else ""
        fact = FACT_IN_DOUBT[doubt.why]
        open_task(
            kind=TaskKind.SETTLE_FACT,
            case=case.reference,
            about=f"{fact}:{child}",
            reason={"fact": fact.value, "child": child, "why": doubt.why.value},
            key=f"doubt:{case.reference}:{doubt.why}:{child}",
            by=by,
        )
