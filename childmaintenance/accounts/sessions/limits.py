"""How long a session may live. Documented in decision 0042; kept by the server, whatever the browser believes."""

from datetime import datetime, timedelta

from childmaintenance.accounts.models import Session
from childmaintenance.accounts.terms import Ended

IDLE = timedelta(minutes=20)
IDLE_FOR_STAFF = timedelta(minutes=15)
ABSOLUTE = timedelta(minutes=90)
WARNING = timedelta(minutes=5)
"""How long before its end a person is told."""
SEEN_EVERY = timedelta(seconds=5)
"""A request writes down that it was seen at most this often, so that ten images are not ten writes."""
KEPT_AFTER_END = timedelta(days=1)
"""How long we remember why a session ended, to be able to tell its holder."""


def ends_at(session: Session) -> datetime:
    """The moment this session is over if nothing more is done."""
    return min(session.seen_at + timedelta(seconds=session.idle_seconds), session.started_at + ABSOLUTE)


def may_be_extended(session: Session) -> bool:
    """Whether doing something would move the end: near the absolute limit it would not."""
    return ends_at(session) < session.started_at + ABSOLUTE


def over(session: Session, at: datetime) -> Ended | None:
    """Why this session is over at a moment, or None while it lives."""
    if session.ended_at is not None:
        return Ended(session.ended_because)
    if at >= session.started_at + ABSOLUTE:
        return Ended.ABSOLUTE
    if at >= session.seen_at + timedelta(seconds=session.idle_seconds):
        return Ended.IDLE
    return None
