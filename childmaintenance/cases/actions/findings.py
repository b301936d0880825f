"""A caseworker finds a fact: weighs what was said and says what counts, with the reason."""

from typing import Any

from django.db import transaction

from childmaintenance.cases.actions.statements import record
from childmaintenance.cases.actions.tasks import close_tasks
from childmaintenance.cases.models import Case, CaseChild
from childmaintenance.cases.terms import CannotDoThat, FactKind, Source, TaskKind
from childmaintenance.cases.timeline import STAFF, note
from childmaintenance.foundation import audit
from childmaintenance.foundation.actor import Actor
from childmaintenance.foundation.outbox import announce


@transaction.atomic
def record_finding(
    *, case: str, kind: FactKind, value: dict[str, Any], because: str, by: Actor, child: str = ""
) -> None:
    """Say which value of a fact counts from now on. Raises CannotDoThat without a reason or for a child from elsewhere."""
    if not because.strip():
        raise CannotDoThat("a finding needs its reason")
    row = Case.objects.select_for_update().get(reference=case)
    if child and not CaseChild.objects.filter(case=row, child=child).exists():
        raise CannotDoThat("that child is not in this case")
    record(row, kind, value, source=Source.CASEWORKER, by=by, child=child or None, because=because)
    close_tasks(kind=TaskKind.SETTLE_FACT, case=case, about=f"{kind}:{child}", outcome="found", by=by)
    note(row, "fact_found", audience=STAFF, fact=kind.value, child=child)
    audit.record(by=by, act="cases.record_finding", about=case, case=case, why=because)
    announce("FactFound", case=case)
