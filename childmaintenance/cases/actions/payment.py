"""Who moves the money, and on which days it is paid."""

from django.db import transaction

from childmaintenance.cases import queries
from childmaintenance.cases.actions.tasks import open_task
from childmaintenance.cases.models import Case, PayChoiceMade, ServiceChoice
from childmaintenance.cases.terms import FactKind, PayChoice, Service, Standing, TaskKind
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
