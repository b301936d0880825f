"""Somebody applies: the one door by which a case comes into being."""

from django.db import transaction

from childmaintenance.cases import statuses
from childmaintenance.cases.actions.payment import add_pay_choice
from childmaintenance.cases.actions.statements import (
    record_children,
    record_circumstances,
    record_safety,
    record_service_wish,
)
from childmaintenance.cases.models import Application, Case, CaseChild
from childmaintenance.cases.terms import ApplicationTold, ChildTold, Side, Source, Status
from childmaintenance.cases.timeline import note
from childmaintenance.foundation import audit, clock
from childmaintenance.foundation.actor import Actor
from childmaintenance.foundation.identifiers import new_reference
from childmaintenance.foundation.locks import hold
from childmaintenance.foundation.outbox import announce
from childmaintenance.parties import actions as parties


@transaction.atomic
def submit_application(*, told: ApplicationTold, account: str, by: Actor) -> str:
    """Make a case of an application; answers the case's reference.

    Submitted twice with the same key, even at the same moment, it is the same case. `account` is the applicant's own.
    Raises ValueError for an application without children, or one by somebody against themselves.
    """
    if not told.children:
        raise ValueError("an application is for at least one child")
    hold(f"application:{told.key}")
    if earlier := Case.objects.filter(application__key=told.key).first():
        return earlier.reference

    applicant = parties.register(told=told.applicant, account=account, by=by)
    other = parties.register(told=told.other_parent, by=by)
    if applicant == other:
        raise ValueError("the other parent is somebody else than the person who applies")
    receiving, paying = (applicant, other) if told.side == Side.RECEIVING else (other, applicant)
    application = Application.objects.create(
        reference=new_reference("A"), key=told.key, side=told.side, applicant_id=applicant, submitted_at=clock.now()
    )
    case = Case.objects.create(
        reference=new_reference("C"),
        application=application,
        territory=told.territory.value,
        receiving_parent_id=receiving,
        paying_parent_id=paying,
        opened_on=clock.today(),
    )
    statuses.become(case, Status.WAITING_FOR_ANSWER, by=by)
    source = Source.of(told.side)
    record_children(case, _with_references(case, told.children, by), source=source, by=by)
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
        known.append(ChildTold(reference=reference, nights=child.nights, parentage_accepted=child.parentage_accepted))
    return known
