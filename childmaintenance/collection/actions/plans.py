"""Drawing plans: from a decision, another service, another pay day, or because 52 weeks are over."""

import datetime as dt
from collections.abc import Iterable
from fractions import Fraction

from django.db import transaction
from django.db.models import F, Sum

from childmaintenance.calculation import queries as decisions
from childmaintenance.calculation.terms import DecisionKind, DecisionRecord
from childmaintenance.cases import queries as cases
from childmaintenance.cases.terms import CaseRecord, Frequency, PayChoice, Service, Status
from childmaintenance.collection import fees, schedule, settings
from childmaintenance.collection.books import books_for, lock_payer
from childmaintenance.collection.drawing import Line, Situation, ToCome, draw
from childmaintenance.collection.models import CaseBooks, Instalment, Owing, Plan
from childmaintenance.collection.terms import Drawn
from childmaintenance.foundation import audit, clock
from childmaintenance.foundation.actor import Actor
from childmaintenance.foundation.identifiers import new_reference
from childmaintenance.foundation.outbox import announce

NEW_PERIOD = (DecisionKind.INITIAL, DecisionKind.ANNUAL_REVIEW)


@transaction.atomic
def draw_plans(*, decision: str, by: Actor) -> list[str]:
    """Draw the plan of every case a decision is about, and answer the new plans' references.

    Safe to repeat: a case whose running plan already follows from this decision, service and pay day stays as it is, and so do
    one whose service nobody has chosen yet, a closed one, and one that a newer decision is about.
    """
    record = decisions.decision(decision)
    drawn = []
    for case in cases.cases(record.weekly).values():
        newest = decisions.newest_decision(case.reference)
        if case.service is None or case.status == Status.CLOSED or newest is None or newest.reference != decision:
            continue
        if reference := _draw(case, record, by=by):
            drawn.append(reference)
    return drawn


@transaction.atomic
def draw_next_period(*, plan: int, by: Actor) -> str | None:
    """Go on for another 52 weeks as before, where nothing else has been decided: maintenance does not stop by itself."""
    row = Plan.objects.select_related("books").get(pk=plan)
    lock_payer(row.books.payer_id)
    row.refresh_from_db()
    if row.covers_until is not None or not row.weekly:
        return None
    case = cases.case(row.books.case_id)
    if case.status == Status.CLOSED:
        return None
    starts = row.ends + dt.timedelta(days=1)
    choice = PayChoice(frequency=Frequency(row.frequency), day=row.day)
    return _put(
        row.books, row, row.decision_id, Service(row.service), choice, row.weekly, starts, Drawn.NEXT_PERIOD, False, by
    )


def _draw(case: CaseRecord, decision: DecisionRecord, *, by: Actor) -> str | None:
    books = books_for(case)
    lock_payer(books.payer_id)
    running = Plan.objects.filter(books=books, covers_until=None).first()
    assert case.service is not None
    service = case.service
    weekly = decision.weekly[case.reference]
    choice = cases.pay_choice(case.reference) or settings.current().usual_pay_choice
    if running is None:
        if not weekly:
            return None
        return _put(
            books, None, decision.reference, service, choice, weekly, decision.effective_from, Drawn.DECISION, False, by
        )
    same_decision, same_service = running.decision_id == decision.reference, running.service == service
    same_choice = (running.frequency, running.day) == (choice.frequency, choice.day)
    if same_decision and same_service and same_choice:
        return None
    if not same_service:
        starts, why = max(clock.today(), decision.effective_from), Drawn.SERVICE
    elif not same_decision:
        starts, why = max(decision.effective_from, _since_this_service(books, service)), Drawn.DECISION
    else:
        starts, why = max(clock.today(), running.starts), Drawn.PAY_DAY
    takes_over = (
        bool(weekly)
        and running.service == service == Service.COLLECT_AND_PAY
        and starts <= running.ends
        and (same_decision or decision.kind not in NEW_PERIOD or running.drawn == Drawn.NEXT_PERIOD)
    )
    return _put(books, running, decision.reference, service, choice, weekly, starts, why, takes_over, by)


def _put(
    books: CaseBooks,
    running: Plan | None,
    decision: str,
    service: Service,
    choice: PayChoice,
    weekly: int,
    starts: dt.date,
    why: Drawn,
    takes_over: bool,
    by: Actor,
) -> str:
    """Close what runs, true it up, and write the new plan."""
    today = clock.today()
    waiting = Instalment.objects.filter(plan__books=books, charged_on=None, cancelled_on=None).order_by("due_on", "id")
    lines = list(waiting.select_related("plan"))
    ours = [i for i in lines if i.is_ours]
    between_parents = [i for i in lines if not i.is_ours]
    if running is not None:
        Plan.objects.filter(books=books, covers_until=None).update(covers_until=starts - dt.timedelta(days=1))
        # A decision that reaches back further than earlier plans leaves them nothing from that day on.
        Plan.objects.filter(books=books, covers_until__gte=starts).update(covers_until=starts - dt.timedelta(days=1))
    old_choice = PayChoice(frequency=Frequency(running.frequency), day=running.day) if running else choice
    collected = running is not None and running.service == Service.COLLECT_AND_PAY
    first_possible = max(today, starts) + dt.timedelta(days=settings.current().days_before_first_payment)
    # Between the parents nothing is charged: their payments stay until the new plan's begin.
    until = first_possible if running is not None and running.service == service else starts
    direct = [i for i in between_parents if i.due_on < until]
    situation = Situation(
        today=today,
        notice_days=settings.current().days_before_first_payment,
        choice=choice,
        old_choice=old_choice,
        weekly=weekly,
        starts=starts,
        ends=running.ends if running is not None and takes_over else schedule.period_end(starts),
        collects=service == Service.COLLECT_AND_PAY,
        takes_over=takes_over,
        still_due=_accrued(books) - _charged(books),
        unpaid=_unpaid(books),
        to_come=tuple(ToCome(id=i.pk, due_on=i.due_on, maintenance=i.maintenance) for i in ours),
        last_due=_last_charged_day(books) if collected else (direct[-1].due_on if direct else None),
        most_percent=settings.current().most_added_or_credited_percent,
    )
    drawing = draw(situation)
    stay = {*drawing.stay, *(i.pk for i in direct)}
    gone = [i.pk for i in (*ours, *between_parents) if i.pk not in stay]
    Instalment.objects.filter(pk__in=gone).update(cancelled_on=today)
    plan = Plan.objects.create(
        reference=new_reference("L"),
        books=books,
        decision_id=decision,
        service=service,
        frequency=choice.frequency,
        day=choice.day,
        weekly=weekly,
        starts=starts,
        ends=situation.ends,
        drawn=why,
        drawn_at=clock.now(),
        by=str(by),
    )
    _write(plan, books, drawing.new, service)
    _write(plan, books, drawing.closing, Service.COLLECT_AND_PAY, after=len(drawing.new))
    audit.record(by=by, act="collection.draw_plan", about=plan.reference, why=why.value, case=books.case_id)
    if weekly:
        announce("PlanDrawn", plan=plan.reference)
    return plan.reference


def _write(plan: Plan, books: CaseBooks, lines: Iterable[Line], service: Service, after: int = 0) -> None:
    rows = []
    for number, line in enumerate(lines, start=after + 1):
        fee, receiving_fee = fees.on_instalment(line.maintenance, service, books.territory, line.due_on)
        rows.append(
            Instalment(
                plan=plan,
                number=number,
                kind=line.kind,
                due_on=line.due_on,
                maintenance=line.maintenance,
                fee=fee,
                receiving_fee=receiving_fee,
            )
        )
    Instalment.objects.bulk_create(rows)


def _since_this_service(books: CaseBooks, service: Service) -> dt.date:
    """The first day from which the money has moved as it does now; what came before is not ours to charge, or was."""
    since = dt.date.min
    for plan in Plan.objects.filter(books=books).order_by("id"):
        if plan.service != service:
            since = dt.date.max
        elif since == dt.date.max:
            since = plan.starts
    return since


def _accrued(books: CaseBooks) -> int:
    """What accrued under Collect and Pay in the days that ended plans cover, to the penny."""
    whole = Fraction(0)
    for plan in Plan.objects.filter(books=books, service=Service.COLLECT_AND_PAY, covers_until__isnull=False):
        assert plan.covers_until is not None
        whole += schedule.accrued(plan.weekly, plan.starts, plan.covers_until)
    return schedule.half_up(whole)


def _charged(books: CaseBooks) -> int:
    charged = Instalment.objects.filter(plan__books=books, charged_on__isnull=False)
    return int(charged.aggregate(pence=Sum("maintenance"))["pence"] or 0)


def _unpaid(books: CaseBooks) -> int:
    rows = Owing.objects.filter(books=books, maintenance__gt=0)
    return int(rows.aggregate(pence=Sum("maintenance"))["pence"] or 0)


def _last_charged_day(books: CaseBooks) -> dt.date | None:
    charged = Instalment.objects.filter(plan__books=books, charged_on__isnull=False)
    return charged.order_by(F("due_on").desc()).values_list("due_on", flat=True).first()
