"""Questions about cases. What one parent may not know about the other is not in these records at all."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Model, OuterRef, QuerySet, Subquery

from childmaintenance.cases.facts import settle
from childmaintenance.cases.models import (
    Answer,
    Application,
    Case,
    CaseChild,
    CaseStatus,
    Fact,
    Notice,
    PayChoiceMade,
    SafetyDisclosure,
    ServiceChoice,
    Task,
    TimelineEntry,
)
from childmaintenance.cases.terms import (
    CaseRecord,
    FactKind,
    FactRecord,
    Frequency,
    PayChoice,
    SafetyTold,
    Said,
    Service,
    Side,
    Source,
    Status,
    TaskKind,
    TaskRecord,
    TimelineRecord,
)
from childmaintenance.parties import queries as parties
from childmaintenance.parties.terms import ChildRecord
from childmaintenance.values import Territory


def case(reference: str) -> CaseRecord:
    """The case with this reference. Raises KeyError when there is none."""
    return cases([reference])[reference]


def cases(references: Iterable[str]) -> dict[str, CaseRecord]:
    """Several cases at once, by reference; one that does not exist raises KeyError."""
    wanted = set(references)
    found = {record.reference: record for record in _records(Case.objects.filter(reference__in=wanted))}
    if missing := wanted - found.keys():
        raise KeyError(f"no such case: {sorted(missing)}")
    return found


def cases_of(party: str) -> list[CaseRecord]:
    """Every case in which somebody is a parent, oldest first."""
    return _records(Case.objects.filter(receiving_parent=party) | Case.objects.filter(paying_parent=party))


def cases_against(paying_parent: str) -> list[CaseRecord]:
    """Every case in which somebody is the paying parent, oldest first: their children share one liability."""
    return _records(Case.objects.filter(paying_parent=paying_parent))


def case_of_application(reference: str) -> str:
    return Case.objects.values_list("reference", flat=True).get(application__reference=reference)


def waiting_since(on_or_before: dt.date) -> list[str]:
    """Cases whose other parent was told on or before this day and has not answered."""
    newest = CaseStatus.objects.order_by("case_id", "-id").distinct("case_id")
    waiting = [row.case_id for row in newest if row.status == Status.WAITING_FOR_ANSWER]
    return list(
        Notice.objects.filter(case__in=waiting, given_on__lte=on_or_before)
        .order_by("given_on")
        .values_list("case__reference", flat=True)
    )


def facts(case: str) -> list[FactRecord]:
    """Everything said in a case, settled fact by fact. For staff and for working the amount out."""
    said: dict[tuple[str, str], list[Said]] = defaultdict(list)
    for row in Fact.objects.filter(case__reference=case).order_by("id"):
        said[row.kind, row.child_id or ""].append(
            Said(value=row.value, source=Source(row.source), said_at=row.said_at, because=row.because)
        )
    return [settle(FactKind(kind), child, statements) for (kind, child), statements in said.items()]


def has_answered(case: str) -> bool:
    return Answer.objects.filter(case__reference=case).exists()


def pay_choice(case: str) -> PayChoice | None:
    """How often and on which day the paying parent chose to pay, or None when they have not said."""
    row = PayChoiceMade.objects.filter(case__reference=case).order_by("-id").first()
    return PayChoice(frequency=Frequency(row.frequency), day=row.day) if row else None


def safety(case: str) -> dict[Side, SafetyTold]:
    """What each parent told us about their safety. For staff only."""
    rows = SafetyDisclosure.objects.filter(case__reference=case).select_related("case").order_by("id")
    return {
        (Side.RECEIVING if row.party_id == row.case.receiving_parent_id else Side.PAYING): SafetyTold(
            at_risk=row.at_risk, details=row.details, name_or_place_changed=row.name_or_place_changed
        )
        for row in rows
    }


def timeline(case: str, viewer: str) -> list[TimelineRecord]:
    """What happened, newest first, for a viewer: Side.RECEIVING, Side.PAYING, or "S" for staff."""
    rows = TimelineEntry.objects.filter(case__reference=case, audience__contains=viewer).order_by("-id")
    return [TimelineRecord(at=row.at, kind=row.kind, details=row.details) for row in rows]


def task(reference: str) -> TaskRecord:
    """Raises KeyError when there is no such task."""
    row = Task.objects.filter(reference=reference).select_related("case").first()
    if row is None:
        raise KeyError(reference)
    return _task(row)


def work_list(
    *, kinds: Iterable[TaskKind] | None = None, case: str | None = None, limit: int = 50, offset: int = 0
) -> list[TaskRecord]:
    """Open tasks, soonest due first."""
    rows = _open_tasks(kinds, case).select_related("case").order_by("due_on", "id")[offset : offset + limit]
    return [_task(row) for row in rows]


def open_task_count(*, kinds: Iterable[TaskKind] | None = None, case: str | None = None) -> int:
    return _open_tasks(kinds, case).count()


def applications_of(party: str) -> list[tuple[str, dt.datetime]]:
    """References and times of the applications somebody has made, newest first."""
    rows = Application.objects.filter(applicant=party).order_by("-id")
    return list(rows.values_list("reference", "submitted_at"))


def _open_tasks(kinds: Iterable[TaskKind] | None, case: str | None) -> QuerySet[Task]:
    rows = Task.objects.filter(closed_at=None)
    if kinds is not None:
        rows = rows.filter(kind__in=list(kinds))
    return rows.filter(case__reference=case) if case else rows


def _task(row: Task) -> TaskRecord:
    return TaskRecord(
        reference=row.reference,
        kind=TaskKind(row.kind),
        case=row.case.reference if row.case else "",
        about=row.about,
        reason=row.reason,
        opened_at=row.opened_at,
        due_on=row.due_on,
        closed_at=row.closed_at,
        closed_by=row.closed_by,
        outcome=row.outcome,
    )


def _records(rows: QuerySet[Case]) -> list[CaseRecord]:
    """Whole records for a set of cases in two queries, however many cases there are."""
    found = list(
        rows.select_related("application")
        .annotate(
            status_now=_newest(CaseStatus, "status"),
            service_now=_newest(ServiceChoice, "service"),
            effective_from_now=_newest(Notice, "effective_from"),
        )
        .order_by("id")
    )
    children: dict[int, list[ChildRecord]] = defaultdict(list)
    for link in (
        CaseChild.objects.filter(case__in=[row.pk for row in found]).select_related("child").order_by("position")
    ):
        child = link.child
        children[link.case_id].append(
            ChildRecord(
                reference=child.reference,
                first_name=child.first_name,
                full_name=child.full_name,
                date_of_birth=child.date_of_birth,
            )
        )
    return [
        CaseRecord(
            reference=row.reference,
            application=row.application.reference,
            territory=Territory(row.territory),
            receiving_parent=row.receiving_parent_id,
            paying_parent=row.paying_parent_id,
            applicant_side=Side(row.application.side),
            children=tuple(children[row.pk]),
            status=Status(row.status_now),
            service=Service(row.service_now) if row.service_now else None,
            opened_on=row.opened_on,
            effective_from=row.effective_from_now,
            other_parent_called=row.other_parent_called,
            notice_shown=row.application.notice,
            declaration_shown=row.application.declaration,
        )
        for row in found
    ]


def name_for(case: CaseRecord, reader: Side, side: Side) -> str:
    """What one parent of a case reads as a parent's name.

    An applicant reads the other parent's name as they gave it themselves. The name we hold may be one that the applicant
    must not learn: whoever knows a number and a birthday can apply against somebody.
    """
    if side != reader and reader == case.applicant_side:
        return case.other_parent_called
    return parties.party(case.party(side)).full_name


def _newest(model: type[Model], field: str) -> Subquery:
    """A field of the newest row of a case."""
    return Subquery(model._default_manager.filter(case=OuterRef("pk")).order_by("-id").values(field)[:1])
