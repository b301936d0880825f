"""Telling people with an account that what is done with what we know of them has changed, and keeping that they saw it."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.http import HttpRequest

from childmaintenance.accounts import actions as accounts
from childmaintenance.foundation import audit, clock
from childmaintenance.foundation.actor import Actor
from childmaintenance.privacy.models import NoticeSeen
from childmaintenance.privacy.notices import Kind, NoSuchNotice, Notice, in_force, versions

KEPT = dt.timedelta(days=6 * 365 + 2)
"""Six years: as long as the audit."""
HOMES = {"parents:home", "parents:begin"}
"""Where somebody is told, by the names of the pages: the first that they come to."""


@dataclass(frozen=True)
class Telling:
    """A version that somebody is to be told of, and the one they knew before."""

    notice: Notice
    before: Notice
    template = "privacy/notice_changed.html"


def to_tell(*, seen: int, since: dt.date) -> Telling | None:
    """What somebody is to be told whose account is there since that day, and who has seen that version; None if nothing.

    Whoever opened an account under a version has been shown it then.
    """
    today = clock.today()
    news = [one for one in versions(Kind.PRIVACY) if one.material and since < one.since <= today and one.number > seen]
    if not news:
        return None
    known = in_force(Kind.PRIVACY, since)
    before = next((one for one in versions(Kind.PRIVACY) if one.number == seen), known)
    return Telling(news[-1], max(known, before, key=lambda one: one.number))


def notice_changed(request: HttpRequest) -> dict[str, Any]:
    """Context processor: `notice_changed` on somebody's home, from the row of their account, which is at hand already."""
    match = request.resolver_match
    if match is None or match.view_name not in HOMES or not request.user.is_authenticated:
        return {}
    opened_on = request.user.created_at.astimezone(clock.LONDON).date()
    return {"notice_changed": to_tell(seen=request.user.notice_seen, since=opened_on)}


@transaction.atomic
def note_seen(*, account: str, notice: int, by: Actor) -> None:
    """Somebody says that they have seen a version. Said twice it is written once. Raises NoSuchNotice."""
    if not 1 <= notice <= in_force(Kind.PRIVACY).number:
        raise NoSuchNotice(f"{Kind.PRIVACY} {notice}")
    _row, made = NoticeSeen.objects.get_or_create(
        account=account,
        notice=notice,
        defaults={"seen_at": clock.now(), "forgotten_on": clock.today() + KEPT},
    )
    if made:
        accounts.note_notice_seen(account=account, notice=notice)
        audit.record(by=by, act="privacy.notice_seen", about=account, why=f"version {notice}")


def forget() -> None:
    """Erase what is over: by the service's calendar, and by the real one that the database goes by."""
    NoticeSeen.objects.filter(forgotten_on__lt=min(clock.today(), clock.wall().date())).delete()
