"""Writing into a case's timeline: one line for one thing that happened, with who may read it."""

from typing import Any

from childmaintenance.cases.models import Case, TimelineEntry
from childmaintenance.foundation import clock

EVERYBODY = "RPS"
STAFF = "S"


def note(case: Case, kind: str, *, audience: str = EVERYBODY, **details: Any) -> None:
    """Add a line. `details` holds keys and figures only; pages put them into words in the reader's language."""
    TimelineEntry.objects.create(case=case, at=clock.now(), kind=kind, details=details, audience=audience)
