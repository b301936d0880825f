"""Making a decision: stored whole, once, exactly as it was looked at."""

import datetime as dt

from django.db import transaction

from childmaintenance.calculation import queries
from childmaintenance.calculation.models import Decision, DecisionShare
from childmaintenance.calculation.previewing import preview
from childmaintenance.calculation.review_dates import first_review, next_review
from childmaintenance.calculation.terms import FactsMoved, NotReady
from childmaintenance.calculation.working import RULEBOOK
from childmaintenance.cases import actions as cases
from childmaintenance.cases.terms import TaskKind
from childmaintenance.foundation import audit, clock
from childmaintenance.foundation.actor import Actor
from childmaintenance.foundation.identifiers import new_reference
from childmaintenance.foundation.locks import hold
from childmaintenance.foundation.outbox import announce


@transaction.atomic
def decide(*, paying_parent: str, token: str, by: Actor, because: str = "", review_on: dt.date | None = None) -> str:
    """Make the decision that was previewed; answers its reference.

    Made twice with the same token, even at the same moment, it is the same decision. Raises FactsMoved when anything
    it rests on is no longer as previewed, NotReady when facts are missing. Provision: CSA 1991 ss.11, 17; what is
    stored is what the letters, the schedule and any challenge read from.
    """
    hold(f"decision:{paying_parent}")
    if made := Decision.objects.filter(token=token).first():
        return made.reference
    looked = preview(paying_parent, review_on=review_on)
    if looked.token != token:
        raise FactsMoved
    if not looked.can_be_decided or looked.worked is None:
        raise NotReady(looked.missing)
    before = queries.decision(looked.builds_on) if looked.builds_on else None
    review = next_review(before.review_on, looked.effective_from) if before else first_review(looked.effective_from)
    made = Decision.objects.create(
        reference=new_reference("D"),
        token=token,
        paying_parent_id=paying_parent,
        kind=looked.kind,
        territory=looked.facts["territory"],
        effective_from=looked.effective_from,
        review_on=review,
        builds_on=Decision.objects.get(reference=before.reference) if before else None,
        facts=looked.facts,
        sources=[vars(source) for source in looked.sources],
        rate=looked.worked.rate,
        total_pence=looked.worked.total,
        reasons=looked.worked.reasons,
        notes=looked.worked.notes,
        rulebook=RULEBOOK,
        because=because,
        decided_at=clock.now(),
        decided_by=by.reference,
    )
    for case, weekly_pence in looked.worked.weekly.items():
        DecisionShare.objects.create(decision=made, case_id=case, weekly_pence=weekly_pence)
        cases.start_payment(case=case, by=by)
        cases.close_tasks(kind=TaskKind.REVIEW, case=case, outcome="decided", by=by)
        cases.note_event(
            case=case,
            kind="decided",
            decision=made.reference,
            weekly=weekly_pence,
            effective_from=looked.effective_from.isoformat(),
        )
    audit.record(by=by, act="calculation.decide", about=made.reference, why=because)
    announce("DecisionMade", decision=made.reference)
    return made.reference
