"""Deleting what signing in no longer needs: sessions that ended a day ago, counters and codes that have run out."""

from childmaintenance.accounts.models import FormCount, LimitEntry
from childmaintenance.accounts.sessions.store import SessionStore
from childmaintenance.foundation import clock


def forget() -> None:
    """Safe to repeat, and while people sign in."""
    SessionStore.clear_expired()
    LimitEntry.objects.filter(expires__lt=clock.wall()).delete()
    FormCount.objects.filter(forgotten_at__lt=clock.wall()).delete()
