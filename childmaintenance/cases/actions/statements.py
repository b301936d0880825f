"""Writing down what somebody said: one row for each thing said, beside what was said before."""

from collections.abc import Sequence
from typing import Any

from childmaintenance.cases.models import Case, Fact, SafetyDisclosure
from childmaintenance.cases.terms import ChildTold, CircumstancesTold, FactKind, SafetyTold, Service, Source
from childmaintenance.foundation import clock
from childmaintenance.foundation.actor import Actor


def record(
    case: Case,
    kind: FactKind,
    value: dict[str, Any],
    *,
    source: Source,
    by: Actor,
    child: str | None = None,
    because: str = "",
) -> None:
    Fact.objects.create(
        case=case,
        kind=kind,
        child_id=child,
        value=value,
        source=source,
        said_at=clock.now(),
        said_by=by.reference,
        because=because,
    )


def record_children(case: Case, children: Sequence[ChildTold], *, source: Source, by: Actor) -> None:
    """What somebody said of each child: the nights, and whether the paying parent is the child's parent."""
    for child in children:
        if child.nights is not None:
            record(case, FactKind.NIGHTS, {"nights": child.nights}, source=source, by=by, child=child.reference)
        if child.parentage_accepted is not None:
            accepted = {"accepted": child.parentage_accepted}
            record(case, FactKind.PARENTAGE, accepted, source=source, by=by, child=child.reference)


def record_circumstances(case: Case, told: CircumstancesTold, *, source: Source, by: Actor) -> None:
    said: list[tuple[FactKind, dict[str, Any]]] = []
    if told.other_children is not None:
        said.append((FactKind.OTHER_CHILDREN, {"count": told.other_children}))
    if told.other_arrangement_children is not None:
        said.append((FactKind.OTHER_ARRANGEMENT, {"count": told.other_arrangement_children}))
    if told.benefit is not None:
        said.append((FactKind.BENEFIT, {"benefit": told.benefit}))
    if told.nil_reason is not None:
        said.append((FactKind.NIL_REASON, {"reason": told.nil_reason}))
    for kind, value in said:
        record(case, kind, value, source=source, by=by)


def record_service_wish(case: Case, service: Service, *, source: Source, by: Actor) -> None:
    record(case, FactKind.SERVICE, {"service": service.value}, source=source, by=by)


def record_safety(case: Case, party: str, told: SafetyTold) -> None:
    """Kept in a table of its own, without a timeline entry, so that nothing of it is on the way to the other parent."""
    SafetyDisclosure.objects.create(
        case=case,
        party_id=party,
        at_risk=told.at_risk,
        details=told.details,
        name_or_place_changed=told.name_or_place_changed,
        said_at=clock.now(),
    )
