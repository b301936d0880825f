"""A case moves on: notice is given, payment starts, the case is closed."""

import datetime as dt
from typing import Any

from django.db import transaction

from childmaintenance.cases import statuses
from childmaintenance.cases.actions.tasks import close_tasks
from childmaintenance.cases.limits import NOTICE_DAYS
from childmaintenance.cases.models import Case, Notice
from childmaintenance.cases.terms import Status, TaskKind
from childmaintenance.cases.timeline import EVERYBODY, note
from childmaintenance.foundation import audit, clock
from childmaintenance.foundation.actor import Actor


@transaction.atomic
def give_notice(*, case: str, by: Actor) -> dt.date:
    """Fix the day from which maintenance is owed, for the notice to the paying parent to state; answers that day.

    Asked again it is the same day. Provision: SI 2012/2677 reg 12(2)(a); in Northern Ireland SR 2012/427 reg 12.
    """
    row = Case.objects.select_for_update().get(reference=case)
    notice = Notice.objects.filter(case=row).first()
    if notice is None:
        today = clock.today()
        notice = Notice.objects.create(case=row, given_on=today, effective_from=today + NOTICE_DAYS, by=by.reference)
        note(row, "notice_given", effective_from=notice.effective_from.isoformat())
        audit.record(by=by, act="cases.give_notice", about=case, case=case)
    return notice.effective_from


@transaction.atomic
def start_payment(*, case: str, by: Actor) -> None:
    """An amount has been decided: the case is in payment and what waited for the decision is done."""
    row = Case.objects.select_for_update().get(reference=case)
    statuses.become(row, Status.IN_PAYMENT, by=by)
    close_tasks(kind=TaskKind.DECIDE, case=case, outcome="decided", by=by)


@transaction.atomic
def close_case(*, case: str, because: str, by: Actor) -> None:
    row = Case.objects.select_for_update().get(reference=case)
    statuses.become(row, Status.CLOSED, by=by, because=because)
    note(row, "closed")
    audit.record(by=by, act="cases.close_case", about=case, case=case, why=because)


@transaction.atomic
def note_event(*, case: str, kind: str, audience: str = EVERYBODY, **details: Any) -> None:
    """Write what happened in another room into the case's one timeline."""
    note(Case.objects.get(reference=case), kind, audience=audience, **details)
