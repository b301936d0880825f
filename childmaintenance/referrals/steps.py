"""The one way to add a step to a referral: in order, once, by somebody, with an audit line."""

import datetime as dt
from collections.abc import Collection

from django.db import IntegrityError, transaction

from childmaintenance.cases import queries as cases
from childmaintenance.foundation import audit, clock
from childmaintenance.foundation.actor import Actor
from childmaintenance.referrals.choosing import may_be_offered
from childmaintenance.referrals.models import Referral, ReferralStep
from childmaintenance.referrals.queries import referral
from childmaintenance.referrals.terms import CannotDoThat, Item, Kind, NotForThem, ReferralRecord, Standing


def at(reference: str, *standings: Standing) -> ReferralRecord:
    """The referral, if it stands at one of these. Raises CannotDoThat."""
    record = referral(reference)
    if record.standing not in standings:
        raise CannotDoThat
    return record


def still_fit(record: ReferralRecord) -> None:
    """Somebody may have told of danger since it was offered, or it left our list. Raises CannotDoThat."""
    try:
        may_be_offered(cases.case(record.case), record.organisation)
    except NotForThem as not_now:
        raise CannotDoThat from not_now


def note(
    record: ReferralRecord,
    kind: Kind,
    *,
    how: str,
    said_on: dt.date,
    by: Actor,
    items: Collection[Item] = (),
    words: Collection[str] = (),
) -> None:
    """Add the step. The database refuses one that is out of order; two at once are one too many."""
    try:
        with transaction.atomic():
            ReferralStep.objects.create(
                referral=Referral.objects.get(reference=record.reference),
                number=len(record.steps) + 1,
                kind=kind,
                how=how,
                items=list(items),
                words=list(words),
                said_on=said_on,
                at=clock.now(),
                by=by.reference,
            )
    except IntegrityError as quicker:
        raise CannotDoThat from quicker
    audit.record(by=by, act=f"referrals.{kind.value}", about=record.party, why=record.reference, case=record.case)
