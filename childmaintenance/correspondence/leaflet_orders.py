"""Leaflets by post: anybody may ask, staff post them, and then nobody knows any more where they went.

An address gets only a few orders a week, so that nobody can fill somebody's letterbox. Over that nothing is kept, and the asker
hears the same.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from childmaintenance.accounts.public_forms import count
from childmaintenance.correspondence.models import LeafletOrder
from childmaintenance.correspondence.terms import LeafletFormat
from childmaintenance.foundation import audit, clock
from childmaintenance.foundation.actor import Actor
from childmaintenance.foundation.identifiers import new_reference

TO_ONE_ADDRESS, A_WEEK = 3, dt.timedelta(days=7)
MOST_COPIES = 10
KEPT_ONCE_POSTED = dt.timedelta(days=90)
KEPT_UNPOSTED = dt.timedelta(days=60)


class NotWaiting(LookupError):
    """No order with that reference waits to be posted."""


@dataclass(frozen=True, kw_only=True)
class Order:
    """An order, for who posts it. `other_language` is in the asker's words, where they want neither English nor Welsh."""

    reference: str
    leaflets: tuple[str, ...]
    copies: int
    format: LeafletFormat
    language: str
    other_language: str
    name: str
    address: str
    postcode: str
    asked_on: dt.date


@dataclass(frozen=True, kw_only=True)
class Progress:
    """How far an order is; it says nothing of whose it is."""

    leaflets: tuple[str, ...]
    asked_on: dt.date
    posted_on: dt.date | None


@transaction.atomic
def order_leaflets(
    *,
    leaflets: Sequence[str],
    copies: int,
    format: LeafletFormat,
    language: str,
    other_language: str,
    name: str,
    address: str,
    postcode: str,
) -> str:
    """Queue an order and give its reference. `leaflets` are codes. The asker has not said who they are, so there is no `by`."""
    reference = new_reference("L")
    to = " ".join(f"{address} {postcode}".casefold().split())
    if count("leaflets to an address", to, per=A_WEEK) <= TO_ONE_ADDRESS:
        LeafletOrder.objects.create(
            reference=reference,
            leaflets=list(leaflets),
            copies=copies,
            format=format,
            language=language,
            other_language=other_language,
            name=name,
            address=address,
            postcode=postcode,
            asked_at=clock.now(),
        )
    return reference


def waiting(*, by: Actor) -> list[Order]:
    """What is to be posted, the oldest first. That somebody looked is kept: there are addresses in it."""
    found = [
        Order(
            reference=row.reference,
            leaflets=tuple(row.leaflets),
            copies=row.copies,
            format=LeafletFormat(row.format),
            language=row.language,
            other_language=row.other_language,
            name=row.name,
            address=row.address,
            postcode=row.postcode,
            asked_on=row.asked_at.astimezone(clock.LONDON).date(),
        )
        for row in LeafletOrder.objects.filter(posted_on__isnull=True).order_by("asked_at", "id")
    ]
    audit.record(by=by, act="leaflets.read_queue", about="leaflet orders", why="to post them")
    return found


@transaction.atomic
def note_posted(*, reference: str, by: Actor) -> None:
    """It is in the post: forget where it went. Raises NotWaiting."""
    row = LeafletOrder.objects.select_for_update().filter(reference=reference, posted_on__isnull=True).first()
    if row is None:
        raise NotWaiting(reference)
    row.name = row.address = row.postcode = ""
    row.posted_on = clock.today()
    row.save()
    audit.record(by=by, act="leaflets.post", about=reference)


def progress(reference: str) -> Progress | None:
    """How far an order is, for whoever has its reference; None where there is none, or none any more."""
    row = LeafletOrder.objects.filter(reference=reference).first()
    if row is None:
        return None
    asked_on = row.asked_at.astimezone(clock.LONDON).date()
    return Progress(leaflets=tuple(row.leaflets), asked_on=asked_on, posted_on=row.posted_on)


def forget_orders() -> None:
    """Delete what was posted three months ago, and what nobody posted in two months."""
    now = clock.now()
    LeafletOrder.objects.filter(posted_on__lte=clock.today() - KEPT_ONCE_POSTED).delete()
    LeafletOrder.objects.filter(posted_on__isnull=True, asked_at__lte=now - KEPT_UNPOSTED).delete()
