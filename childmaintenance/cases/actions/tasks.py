"""Work that waits for a person. A key makes the same reason open one task, however often it is noticed."""

import datetime as dt
from typing import Any

from django.db import transaction

from childmaintenance.cases.limits import TASK_DAYS
from childmaintenance.cases.models import Case, Task
from childmaintenance.cases.terms import TaskKind
from childmaintenance.foundation import audit, clock
from childmaintenance.foundation.actor import Actor
from childmaintenance.foundation.identifiers import new_reference


@transaction.atomic
def open_task(
    *,
    kind: TaskKind,
    key: str,
    by: Actor,
    case: str = "",
    about: str = "",
    reason: dict[str, Any] | None = None,
    due_on: dt.date | None = None,
) -> str:
    """Put something on the work list; answers the task's reference. The same key is the same task, open or closed.

    `reason` holds keys and figures that the page puts into words; `about` a reference of what it is about.
    """
    due = due_on or clock.today() + dt.timedelta(days=TASK_DAYS[kind.value])
    task, opened = Task.objects.get_or_create(
        key=key,
        defaults={
            "reference": new_reference("T"),
            "kind": kind,
            "case": Case.objects.get(reference=case) if case else None,
            "about": about,
            "reason": reason or {},
            "opened_at": clock.now(),
            "due_on": due,
        },
    )
    if opened:
        audit.record(by=by, act="cases.open_task", about=task.reference, case=case)
    return task.reference


@transaction.atomic
def close_task(*, task: str, outcome: str, by: Actor) -> None:
    """Take a task off the list, saying how it ended. One that is already closed stays as it was."""
    row = Task.objects.select_for_update(of=("self",)).select_related("case").get(reference=task)
    if row.closed_at is not None:
        return
    row.closed_at, row.closed_by, row.outcome = clock.now(), by.reference, outcome
    row.save(update_fields=["closed_at", "closed_by", "outcome"])
    audit.record(by=by, act="cases.close_task", about=task, case=row.case.reference if row.case else "", why=outcome)


@transaction.atomic
def close_tasks(*, kind: TaskKind, outcome: str, by: Actor, case: str = "", about: str = "") -> None:
    """Close every open task of a kind in a case, or about one thing."""
    rows = Task.objects.filter(kind=kind, closed_at=None)
    if case:
        rows = rows.filter(case__reference=case)
    if about:
        rows = rows.filter(about=about)
    for reference in rows.values_list("reference", flat=True):
        close_task(task=reference, outcome=outcome, by=by)
