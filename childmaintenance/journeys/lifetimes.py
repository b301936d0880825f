"""Which drafts and submissions still live: a person's by the service's calendar, a visitor's by the real clock."""

from django.db.models import Q

from childmaintenance.foundation import clock


def living_drafts() -> Q:
    """Drafts whose time is not over."""
    return Q(forgotten_at__gt=clock.now()) & (Q(ends_at=None) | Q(ends_at__gt=clock.wall()))


def remembered() -> Q:
    """Submissions that may still be spoken of."""
    return Q(ends_at=None) | Q(ends_at__gt=clock.wall())
