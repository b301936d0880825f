"""Writing a line: an act, a look, a refusal."""

from childmaintenance.foundation import clock
from childmaintenance.foundation.actor import Actor
from childmaintenance.foundation.models import AuditLine, AuditManner


def record(*, by: Actor, act: str, about: str, why: str = "", case: str = "") -> None:
    """Somebody did something. Call it once, inside the act's own transaction; `act` is "room.verb", `about` a reference."""
    _write(AuditManner.ACT, by=by, act=act, about=about, why=why, case=case)


def read(*, by: Actor, about: str, why: str, case: str = "") -> None:
    """A member of staff looked at somebody's record, and why."""
    _write(AuditManner.READ, by=by, act="read", about=about, why=why, case=case)


def refused(*, by: Actor, about: str, why: str) -> None:
    """Somebody asked for what is not theirs. Call it where the refusal is answered, after the act's transaction is undone."""
    _write(AuditManner.REFUSED, by=by, act="refused", about=about, why=why, case="")


def _write(manner: AuditManner, *, by: Actor, act: str, about: str, why: str, case: str) -> None:
    AuditLine.objects.create(
        at=clock.now(),
        manner=manner,
        actor_kind=by.kind,
        actor=by.reference,
        act=act,
        about=about.replace("\x00", "")[:80],  # in a refusal this is what somebody typed into an address
        case=case,
        why=why,
    )
