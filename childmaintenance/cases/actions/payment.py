"""Who moves the money, and on which days it is paid."""

import datetime as dt

from django.db import transaction

from childmaintenance.cases import queries, statuses
from childmaintenance.cases.actions.statements import record_service_wish
from childmaintenance.cases.actions.tasks import open_task
from childmaintenance.cases.models import Case, PayChoiceMade, ServiceChoice, Task
from childmaintenance.cases.terms import (
    CannotDoThat,
    FactKind,
    NotYours,
    PayChoice,
    Service,
    Side,
    Source,
    Standing,
    Status,
    TaskKind,
    Wanted,
)
from childmaintenance.cases.timeline import note
from childmaintenance.foundation import audit, clock
from childmaintenance.foundation.actor import Actor
from childmaintenance.foundation.outbox import announce


@transaction.atomic
def choose_service(*, case: str, service: Service, because: str, by: Actor) -> None:
    """Say who moves the money from now on. Choosing what is already so changes nothing.

    `because` is read by staff only: a reason may rest on what one parent told us about their safety.
    """
    row = Case.objects.select_for_update().get(reference=case)
    if _add_service(row, service, because, by):
        audit.record(by=by, act="cases.choose_service", about=case, case=case, why=because)
        announce("ServiceChosen", case=case)


@transaction.atomic
def choose_pay_day(*, case: str, choice: PayChoice, by: Actor) -> None:
    """Say how often and on which day the paying parent pays."""
    row = Case.objects.select_for_update().get(reference=case)
    if queries.pay_choice(case) == choice:
        return
    add_pay_choice(row, choice, by=by)
    note(row, "pay_day_chosen", frequency=choice.frequency.value, day=choice.day)
    audit.record(by=by, act="cases.choose_pay_day", about=case, case=case)
    announce("PayDayChosen", case=case)


@transaction.atomic
def ask_for_service(*, case: str, party: str, service: Service, key: str, by: Actor) -> bool:
    """A parent asks for Direct Pay or Collect and Pay instead; answers whether it is so from now on.

    Where both parents wish the same it is followed; where they do not, or one has not said, a caseworker chooses, because
    Direct Pay needs a paying parent who is likely to pay (CSA 1991 s.4(2A)). `key` is the request's own: sent twice, it is
    one wish and one task. Raises NotYours for anybody but a parent of the case.
    """
    row = Case.objects.select_for_update().filter(reference=case).first()
    if row is None or party not in (row.receiving_parent_id, row.paying_parent_id):
        raise NotYours(case)
    if statuses.current(row) == Status.CLOSED:
        raise CannotDoThat("this case is closed")
    task_key = f"choose-service:{case}:{key}"
    if Task.objects.filter(key=task_key).exists():
        return False
    side = Side.RECEIVING if party == row.receiving_parent_id else Side.PAYING
    record_service_wish(row, service, source=Source.of(side), by=by)
    wishes = next(fact for fact in queries.facts(case) if fact.kind == FactKind.SERVICE)
    newest = {said.source: said.value["service"] for said in wishes.said}
    audit.record(by=by, act="cases.ask_for_service", about=case, case=case)
    if newest.get(Source.of(side.other)) == service:
        choose_service(case=case, service=service, because="both parents wish it", by=by)
        return True
    reason = {"wished": service.value, "by": side.value}
    open_task(kind=TaskKind.CHOOSE_SERVICE, case=case, reason=reason, key=task_key, by=by)
    return False


@transaction.atomic
def report_not_arrived(
    *, case: str, party: str, due_on: dt.date, expected: int, arrived: int, wanted: Wanted, by: Actor
) -> str:
    """The receiving parent says that a Direct Pay payment did not come, or not whole; answers the task's reference.

    Amounts are pence. One payment is reported once, however often it is sent. What they want is for staff to read, and the
    other parent's timeline says nothing. Raises NotYours for anybody but the receiving parent, CannotDoThat where the
    money goes through the service, which sees for itself.
    """
    row = Case.objects.select_for_update().filter(reference=case).first()
    if row is None or party != row.receiving_parent_id:
        raise NotYours(case)
    if queries.case(case).service != Service.DIRECT_PAY or not 0 <= arrived < expected:
        raise CannotDoThat("only a Direct Pay payment that is missing something is reported")
    told = {"due_on": due_on.isoformat(), "expected_pence": expected, "arrived_pence": arrived}
    key = f"not-arrived:{case}:{due_on.isoformat()}"
    if not Task.objects.filter(key=key).exists():
        note(row, "payment_not_arrived", audience="RS", **told)
    reason = {**told, "wanted": wanted.value}
    return open_task(kind=TaskKind.NOT_ARRIVED, case=case, reason=reason, key=key, by=by)


def add_pay_choice(case: Case, choice: PayChoice, *, by: Actor) -> None:
    PayChoiceMade.objects.create(
        case=case, frequency=choice.frequency, day=choice.day, chosen_at=clock.now(), by=by.reference
    )


def settle_service(case: Case, *, by: Actor) -> None:
    """Follow what both parents wish alike, or what one wishes and the other left open; where they differ, ask a person.

    Either parent may choose Direct Pay unless the paying parent is unlikely to pay (CSA 1991 s.4(2A)): that is a
    judgement.
    """
    wishes = next((fact for fact in queries.facts(case.reference) if fact.kind == FactKind.SERVICE), None)
    if wishes is None or wishes.standing == Standing.DISPUTED or wishes.value is None:
        open_task(
            kind=TaskKind.CHOOSE_SERVICE,
            case=case.reference,
            reason={},
            key=f"choose-service:{case.reference}",
            by=by,
        )
        return
    _add_service(case, Service(wishes.value["service"]), "as the parents wished", by)


def _add_service(case: Case, service: Service, because: str, by: Actor) -> bool:
    newest = ServiceChoice.objects.filter(case=case).order_by("-id").values_list("service", flat=True).first()
    if newest == service:
        return False
    ServiceChoice.objects.create(case=case, service=service, because=because, chosen_at=clock.now(), by=by.reference)
    note(case, "service_chosen", service=service.value)
    return True
