"""Questions about plans and payments to come."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from django.db.models import OuterRef, Q, Subquery, Sum

from childmaintenance.cases.terms import Frequency, Service
from childmaintenance.collection import fees, settings
from childmaintenance.collection.models import CaseBooks, Held, Instalment, Missed, Owing, Payer, Plan
from childmaintenance.collection.queries.owed import owing
from childmaintenance.collection.terms import (
    Drawn,
    InstalmentKind,
    InstalmentRecord,
    MissedRecord,
    NextPayment,
    Payment,
    PayTo,
    PlanRecord,
)
from childmaintenance.foundation import clock


def plan(case: str) -> PlanRecord | None:
    """The plan that runs in a case, or None."""
    row = Plan.objects.filter(books__case__reference=case, covers_until=None).select_related("books__payer").first()
    return _record(row) if row else None


def plan_drawn(reference: str) -> PlanRecord:
    """One plan, running or not. Raises KeyError when there is none."""
    row = Plan.objects.filter(reference=reference).select_related("books__payer").first()
    if row is None:
        raise KeyError(reference)
    return _record(row)


def plans_of(case: str) -> list[PlanRecord]:
    """Every plan of a case, newest first."""
    rows = Plan.objects.filter(books__case__reference=case).select_related("books__payer").order_by("-id")
    return [_record(row) for row in rows]


def pay_to(paying_parent: str) -> PayTo | None:
    """Where a paying parent pays and under which number; None before their first plan."""
    reference = (
        Payer.objects.filter(paying_parent__reference=paying_parent).values_list("payment_reference", flat=True).first()
    )
    return pay_under(reference) if reference else None


def pay_under(payment_reference: str) -> PayTo:
    """Where money goes that is paid under a number."""
    own = settings.own_account()
    return PayTo(
        account_name=own.name, sort_code=own.sort_code, account_number=own.number, payment_reference=payment_reference
    )


def next_payment(case: str) -> NextPayment | None:
    """The next payment of a case that is due today or later and not paid yet; None where nothing is planned."""
    running = running_plan(case)
    return next_of(running, owing(case)) if running else None


def running_plan(case: str) -> Plan | None:
    """For this room only: the plan that runs in a case, with its books, its payer, and what is held for the payer."""
    held = Held.objects.filter(payer=OuterRef("books__payer")).values("payer").annotate(pence=Sum("pence"))
    rows = Plan.objects.filter(books__case__reference=case, covers_until=None).select_related("books__payer")
    return rows.annotate(held=Subquery(held.values("pence"))).first()


def next_of(running: Plan, owing: Iterable[Owing]) -> NextPayment | None:
    """For this room only: the next payment under a running plan, when so much is owing already."""
    today = clock.today()
    to_come = _lines(running.books).filter(due_on__gte=today, charged_on=None).order_by("due_on")
    sums: dict[dt.date, list[int]] = defaultdict(lambda: [0, 0])
    for due_on, maintenance, fee in to_come.values_list("due_on", "maintenance", "fee"):
        _add(sums, due_on, maintenance, fee)
    for row in owing:
        if row.due_on >= today:
            _add(sums, row.due_on, row.maintenance, row.fee)
    payments = _payments(sums, Service(running.service), running.books.territory)
    if not payments:
        return None
    held = int(running.held or 0)  # type: ignore[attr-defined]
    return NextPayment(payment=payments[0], service=Service(running.service), held=held)


def credit(paying_parent: str) -> int:
    """What the service holds for a paying parent and has not used, in pence."""
    payer = Payer.objects.filter(paying_parent__reference=paying_parent).values_list("pk", flat=True).first()
    return _held(payer) if payer else 0


def missed(instalment: str) -> MissedRecord:
    """A missed payment by its instalment. Raises KeyError for one that was not missed."""
    plan_reference, _, number = instalment.rpartition(".")
    rows = Missed.objects.filter(
        instalment__plan__reference=plan_reference, instalment__number=int(number) if number.isdecimal() else 0
    )
    found = _missed(rows)
    if not found:
        raise KeyError(instalment)
    return found[0]


def missed_payments(case: str) -> list[MissedRecord]:
    """The missed payments of a case that have not come since, oldest first."""
    return _missed(Missed.objects.filter(instalment__plan__books__case__reference=case, settled_on=None))


def _missed(rows: Iterable[Missed]) -> list[MissedRecord]:
    found = []
    for row in rows.select_related("instalment__plan__books").order_by("instalment__due_on"):  # type: ignore[attr-defined]
        instalment = row.instalment
        left = Owing.objects.filter(instalment=instalment).values_list("maintenance", "fee").first() or (0, 0)
        found.append(
            MissedRecord(
                instalment=f"{instalment.plan.reference}.{instalment.number}",
                case=instalment.plan.books.case_id,
                due_on=instalment.due_on,
                due=instalment.maintenance + instalment.fee,
                short=row.short,
                left=sum(left),
                noticed_on=row.noticed_on,
                put_right_by=row.put_right_by,
                settled_on=row.settled_on,
            )
        )
    return found


def _lines(books: CaseBooks):  # type: ignore[no-untyped-def]
    """Instalments that stand: those of the running plan, and what earlier plans still ask for."""
    running = Q(plan__covers_until=None)
    collected = Q(plan__service=Service.COLLECT_AND_PAY) | ~Q(kind=InstalmentKind.REGULAR)
    return Instalment.objects.filter(running | collected, plan__books=books, cancelled_on=None)


def _record(row: Plan) -> PlanRecord:
    books, service = row.books, Service(row.service)
    added, taken = fees.rates(books.territory, row.starts) if service == Service.COLLECT_AND_PAY else (0, 0)
    instalments = tuple(
        InstalmentRecord(
            reference=f"{row.reference}.{line.number}",
            kind=InstalmentKind(line.kind),
            due_on=line.due_on,
            maintenance=line.maintenance,
            fee=line.fee,
            receiving_fee=line.receiving_fee,
            charged=line.charged_on is not None,
        )
        for line in Instalment.objects.filter(plan=row, cancelled_on=None).order_by("due_on", "number")
    )
    sums: dict[dt.date, list[int]] = defaultdict(lambda: [0, 0])
    for line in instalments:
        _add(sums, line.due_on, line.maintenance, line.fee)
    earlier = _lines(books).filter(plan__id__lt=row.pk, due_on__gt=row.drawn_at.astimezone(clock.LONDON).date())
    for due_on, maintenance, fee in earlier.values_list("due_on", "maintenance", "fee"):
        _add(sums, due_on, maintenance, fee)
    return PlanRecord(
        reference=row.reference,
        case=books.case_id,
        decision=row.decision_id,
        service=service,
        frequency=Frequency(row.frequency),
        day=row.day,
        weekly=row.weekly,
        starts=row.starts,
        ends=row.ends,
        covers_until=row.covers_until,
        drawn=Drawn(row.drawn),
        drawn_at=row.drawn_at,
        paying_parent=books.payer.paying_parent_id,
        receiving_parent=books.receiving_parent_id,
        instalments=instalments,
        payments=tuple(_payments(sums, service, books.territory)),
        fee_percent=int(added),
        receiving_fee_percent=int(taken),
        days_to_pass_on=settings.current().days_to_pass_on,
    )


def _add(sums: dict[dt.date, list[int]], due_on: dt.date, maintenance: int, fee: int) -> None:
    sums[due_on][0] += maintenance
    sums[due_on][1] += fee


def _payments(sums: dict[dt.date, list[int]], service: Service, territory: str) -> list[Payment]:
    """Days on which something is to be paid, in order."""
    found = []
    for due_on, (maintenance, fee) in sorted(sums.items()):
        if maintenance + fee > 0:
            _, receiving_fee = fees.on_instalment(maintenance, service, territory, due_on)
            found.append(Payment(due_on=due_on, maintenance=maintenance, fee=fee, receiving_fee=receiving_fee))
    return found


def _held(payer: int) -> int:
    return int(Held.objects.filter(payer=payer).aggregate(pence=Sum("pence"))["pence"] or 0)
