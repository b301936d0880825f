"""Reading the lines: what was done about somebody, by somebody, or in a case."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count

from childmaintenance.foundation.models import AuditLine


@dataclass(frozen=True)
class Line:
    """One audit line; `manner` is act, read or refused."""

    at: datetime
    manner: str
    actor_kind: str
    actor: str
    act: str
    about: str
    case: str
    why: str


def trail(*, about: str = "", case: str = "", by: str = "", newest: int = 1000) -> tuple[Line, ...]:
    """The newest lines about a reference, in a case, or by an actor's reference, oldest first. At least one must be named."""
    wanted = {key: value for key, value in (("about", about), ("case", case), ("actor", by)) if value}
    if not wanted:
        raise ValueError("Say whose trail: about, case or by.")
    fields = list(Line.__dataclass_fields__)
    lines = AuditLine.objects.filter(**wanted).order_by("-id").values(*fields)[:newest]
    return tuple(Line(**line) for line in reversed(lines))


def times_by_kind(acts: tuple[str, ...], *, since: datetime, until: datetime) -> dict[str, int]:
    """How often these acts were done from one moment until another, by kind of actor; reads every line of that time."""
    lines = AuditLine.objects.filter(act__in=acts, at__gte=since, at__lt=until, manner="act")
    return dict(lines.values_list("actor_kind").annotate(Count("pk")))
