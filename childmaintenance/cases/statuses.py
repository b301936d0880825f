"""Where a case can go from where it stands: the whole table."""

from childmaintenance.cases.models import Case, CaseStatus
from childmaintenance.cases.terms import CannotDoThat, Status
from childmaintenance.foundation import clock
from childmaintenance.foundation.actor import Actor

MAY_BECOME: dict[Status | None, set[Status]] = {
    None: {Status.WAITING_FOR_ANSWER},
    Status.WAITING_FOR_ANSWER: {Status.ANSWERED, Status.IN_PAYMENT, Status.CLOSED},
    Status.ANSWERED: {Status.IN_PAYMENT, Status.CLOSED},
    Status.IN_PAYMENT: {Status.CLOSED},
    Status.CLOSED: set(),
}


def current(case: Case) -> Status | None:
    latest = CaseStatus.objects.filter(case=case).order_by("-id").values_list("status", flat=True).first()
    return Status(latest) if latest else None


def become(case: Case, status: Status, *, by: Actor, because: str = "") -> None:
    """Move a case on. Being there already is no change. Raises CannotDoThat for a step that is not in the table.

    The caller holds the lock on the case row.
    """
    now_at = current(case)
    if now_at == status:
        return
    if status not in MAY_BECOME[now_at]:
        raise CannotDoThat(f"a case that is {now_at} cannot become {status}")
    CaseStatus.objects.create(case=case, status=status, at=clock.now(), by=by.reference, because=because)
