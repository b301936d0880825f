"""The other parent answers an application, or the time to answer runs out."""

from django.db import transaction

from childmaintenance.cases import statuses
from childmaintenance.cases.actions.payment import add_pay_choice, settle_service
from childmaintenance.cases.actions.statements import (
    record_children,
    record_circumstances,
    record_safety,
    record_service_wish,
)
from childmaintenance.cases.models import Answer, Case, CaseChild
from childmaintenance.cases.terms import AnswerTold, CannotDoThat, NotYours, Side, Source, Status
from childmaintenance.cases.timeline import note
from childmaintenance.foundation import audit, clock
from childmaintenance.foundation.actor import Actor
from childmaintenance.foundation.outbox import announce
from childmaintenance.parties import actions as parties


@transaction.atomic
def answer_application(*, case: str, party: str, told: AnswerTold, by: Actor) -> None:
    """Write down what the other parent says, beside what the applicant said.

    Answered twice with the same key it is the same answer; a second, different answer is refused with CannotDoThat,
    because what changed since is a change to report. Raises NotYours for anybody but the parent who did not apply.
    """
    row = Case.objects.select_for_update(of=("self",)).select_related("application").filter(reference=case).first()
    if row is None:
        raise NotYours(case)
    side = Side(row.application.side).other
    if party != (row.receiving_parent_id if side == Side.RECEIVING else row.paying_parent_id):
        raise NotYours(case)
    if earlier := Answer.objects.filter(case=row).first():
        if earlier.key == told.key:
            return
        raise CannotDoThat("this application has been answered already; report what has changed instead")
    if statuses.current(row) not in {Status.WAITING_FOR_ANSWER, Status.ANSWERED}:
        raise CannotDoThat("this application has been decided; report what is wrong or has changed instead")
    theirs = set(CaseChild.objects.filter(case=row).values_list("child_id", flat=True))
    if unknown := {child.reference for child in told.children} - theirs:
        raise NotYours(f"children who are not in this case: {sorted(unknown)}")

    Answer.objects.create(case=row, key=told.key, answered_at=clock.now(), by=by.reference)
    source = Source.of(side)
    record_children(row, told.children, source=source, by=by)
    record_circumstances(row, told.circumstances, source=source, by=by)
    if told.service is not None:
        record_service_wish(row, told.service, source=source, by=by)
    if told.safety is not None:
        record_safety(row, party, told.safety)
    if told.bank is not None:
        parties.give_bank_account(party=party, by=by, **vars(told.bank))
    if told.pay is not None:
        add_pay_choice(row, told.pay, by=by)
    statuses.become(row, Status.ANSWERED, by=by)
    settle_service(row, by=by)
    note(row, "answered", side=side.value)
    audit.record(by=by, act="cases.answer_application", about=case, case=case)
    announce("ApplicationAnswered", case=case)


@transaction.atomic
def go_on_without_answer(*, case: str, by: Actor) -> None:
    """The time to answer has run out: go on with what the applicant said.

    An answer that still comes is taken until the decision.
    """
    row = Case.objects.select_for_update().get(reference=case)
    if statuses.current(row) != Status.WAITING_FOR_ANSWER:
        return
    statuses.become(row, Status.ANSWERED, by=by, because="no answer in time")
    settle_service(row, by=by)
    note(row, "no_answer")
    audit.record(by=by, act="cases.go_on_without_answer", about=case, case=case)
    announce("ApplicationAnswered", case=case)
