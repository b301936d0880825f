"""What happened, told once: an event and its job are kept in the act's own transaction, and followed after it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection, transaction

from childmaintenance.foundation import clock
from childmaintenance.foundation.models import OutboxEvent


@dataclass(frozen=True)
class Event:
    """Something that happened. `references` are opaque, for example {"decision": "D-7K3F-92QX-M"}."""

    name: str
    references: Mapping[str, str]
    announced_at: datetime


_follow: Callable[[Event], None] | None = None


def on_event(follow: Callable[[Event], None]) -> None:
    """Say who knows what follows from an event; the front door does so once, when the service starts."""
    global _follow
    _follow = follow


def announce(name: str, **references: str) -> None:
    """Tell what happened, inside the act's transaction: if that is undone, so is this. Raises RuntimeError outside one."""
    from childmaintenance.foundation import jobs  # it imports this module

    if not connection.in_atomic_block:
        raise RuntimeError(f"Announce {name} inside the transaction of the act.")
    event = OutboxEvent.objects.create(name=name, references=references, announced_at=clock.now())
    jobs.follow.defer(event=event.pk)


def follow(number: int) -> None:
    """Do what follows from an event and mark it followed, in one transaction: asked twice, done once."""
    if _follow is None:
        raise RuntimeError("Nobody has said what follows from an event; see on_event.")
    with transaction.atomic():
        # The lock makes a second worker wait, and then see that it was done.
        row = OutboxEvent.objects.select_for_update().get(pk=number)
        if row.followed_at is not None:
            return
        _follow(Event(row.name, row.references, row.announced_at))
        row.followed_at = clock.now()
        row.save(update_fields=["followed_at"])


def announced(name: str = "") -> tuple[Event, ...]:
    """Every event that was announced, or those of one name, oldest first; followed or not."""
    rows = OutboxEvent.objects.order_by("pk")
    rows = rows.filter(name=name) if name else rows
    return tuple(Event(row.name, row.references, row.announced_at) for row in rows)


def waiting(longer_than: timedelta = timedelta()) -> int:
    """How many events were announced more than so long ago and not yet followed."""
    return OutboxEvent.objects.filter(followed_at=None, announced_at__lte=clock.now() - longer_than).count()


def run_until_empty() -> int:
    """Do everything that waits, here and now, until nothing is left; returns how many jobs. For tests and the town's builder."""
    from childmaintenance.foundation import queue

    return queue.run_until_empty()
