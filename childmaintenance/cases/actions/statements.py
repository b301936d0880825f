"""Writing down what somebody said: one row for each thing said, beside what was said before."""

from collections.abc import Sequence
from typing import Any

from childmaintenance.cases.models import Case, Fact, SafetyDisclosure
from childmaintenance.cases.terms import (
    ApplicationTold,
    ChildTold,
    CircumstancesTold,
    FactKind,
    SafetyTold,
    Service,
    Source,
)
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
    """What somebody said of each child: nights, parentage, education, and whether both parents care for them alike."""
    for child in children:
        for kind, key, said in (
            (FactKind.NIGHTS, "nights", child.nights),
            (FactKind.PARENTAGE, "accepted", child.parentage_accepted),
            (FactKind.EDUCATION, "approved", child.in_education),
            (FactKind.EQUAL_CARE, "equal", child.equal_care),
        ):
            if said is not None:
                record(case, kind, {key: said}, source=source, by=by, child=child.reference)


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
    if told.employer is not None:
        said.append((FactKind.EMPLOYER, {"name": told.employer}))
    for kind, value in said:
        record(case, kind, value, source=source, by=by)


def record_eligibility(case: Case, told: ApplicationTold, *, source: Source, by: Actor) -> None:
    """What decides whether the service may act: where everybody lives, and an order of a court."""
    if told.residence is not None:
        lives = {
            "child": told.residence.child.value,
            "receiving_parent": told.residence.receiving_parent.value,
            "paying_parent": told.residence.paying_parent.value,
            "works_abroad_for": told.residence.works_abroad_for.value if told.residence.works_abroad_for else "",
        }
        record(case, FactKind.RESIDENCE, {"homes": lives}, source=source, by=by)
    if told.court_order is not None:
        made_on = told.court_order.made_on
        record(case, FactKind.COURT_ORDER, {"made_on": made_on.isoformat() if made_on else ""}, source=source, by=by)


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
