"""Whether what happened is being followed: signs of life of the workers, and what has waited longest."""

from datetime import datetime, timedelta

from django.db import connection

from childmaintenance.foundation.models import OutboxEvent


def living_workers(within: timedelta = timedelta(seconds=60)) -> int:
    """How many workers have shown a sign of life."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM procrastinate_workers WHERE last_heartbeat > now() - make_interval(secs => %s)",
            [within.total_seconds()],
        )
        return int(cursor.fetchone()[0])


def waiting_since() -> datetime | None:
    """When the oldest event that is not followed yet was announced, by the service's clock; None when none waits."""
    oldest = OutboxEvent.objects.filter(followed_at=None).order_by("announced_at").first()
    return oldest.announced_at if oldest else None
