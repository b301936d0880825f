"""What somebody says to an offer: on their own page, or to a member of staff who writes down how, when and the words read out."""

import datetime as dt
from collections.abc import Collection

from django.db import transaction

from childmaintenance.foundation import clock
from childmaintenance.foundation.actor import Actor
from childmaintenance.privacy import consents
from childmaintenance.privacy.terms import Method, Purpose
from childmaintenance.referrals.queries import referral
from childmaintenance.referrals.steps import at, note, still_fit
from childmaintenance.referrals.terms import WAYS, CannotDoThat, Item, Kind, NothingToTell, Said, Standing
from childmaintenance.referrals.wording import asked


@transaction.atomic
def agree(*, reference: str, items: Collection[Item], how: Said, said_on: dt.date | None = None, by: Actor) -> None:
    """They agree that these items are told, and nothing else. Kept with the words as shown or read out in the current language.

    Raises NothingToTell where no way to reach them is among the items, or something that was not offered; CannotDoThat.
    """
    record = at(reference, Standing.OFFERED)
    still_fit(record)
    if not set(items) <= set(record.told) or not WAYS.intersection(items):
        raise NothingToTell
    day = _said_on(said_on, not_before=record.offered_on)
    note(
        record,
        Kind.AGREED,
        how=how,
        items=[item for item in record.told if item in items],
        words=asked(record, items),
        said_on=day,
        by=by,
    )
    consents.record(
        purpose=Purpose.REFERRAL,
        who=consents.token_of(reference),
        method=_method(how),
        until=day + consents.text(Purpose.REFERRAL).lasts,
    )


@transaction.atomic
def decline(*, reference: str, how: Said, said_on: dt.date | None = None, by: Actor) -> None:
    """They would rather not. Raises CannotDoThat."""
    record = at(reference, Standing.OFFERED, Standing.LAPSED)
    note(record, Kind.DECLINED, how=how, said_on=_said_on(said_on, not_before=record.offered_on), by=by)
    consents.record(purpose=Purpose.REFERRAL, who=consents.token_of(reference), allowed=False, method=_method(how))


@transaction.atomic
def withdraw(*, reference: str, how: Said, said_on: dt.date | None = None, by: Actor) -> None:
    """They take back what they agreed to, before it is handed over or after. Raises CannotDoThat."""
    record = referral(reference)
    agreed = record.step(Kind.AGREED)
    if agreed is None or not record.may_be_taken_back:
        raise CannotDoThat
    note(record, Kind.WITHDRAWN, how=how, said_on=_said_on(said_on, not_before=agreed.said_on), by=by)
    consents.withdraw(purpose=Purpose.REFERRAL, who=consents.token_of(reference), method=_method(how))


def _said_on(day: dt.date | None, *, not_before: dt.date) -> dt.date:
    """The day it was said: not in the future, and not before it could be."""
    today = clock.today()
    said = day or today
    if not not_before <= said <= today:
        raise CannotDoThat
    return said


def _method(how: Said) -> Method:
    return Method.PAGE if how is Said.PAGE else Method.SPOKEN
