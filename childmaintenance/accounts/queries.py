"""Questions about accounts. Answers are records, never models."""

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, QuerySet

from childmaintenance.accounts import terms
from childmaintenance.accounts.models import Session, StaffRole, User
from childmaintenance.accounts.sessions import limits
from childmaintenance.foundation import clock


class NoSuchAccount(LookupError):
    """No account has this reference."""


def account(reference: str) -> terms.AccountRecord:
    """One account, open or closed. Raises NoSuchAccount."""
    found = _with_second_factor(User.objects.filter(reference=reference)).first()
    if found is None:
        raise NoSuchAccount(reference)
    return _record(found, _roles([found])[found.pk])


def account_with_email(email: str) -> terms.AccountRecord | None:
    """The account that signs in with an e-mail address, in any letter case, or None."""
    found = _with_second_factor(User.objects.filter(email=email.strip().lower())).first()
    return _record(found, _roles([found])[found.pk]) if found else None


def staff() -> list[terms.AccountRecord]:
    """Everybody who holds a role today, by name."""
    holders = StaffRole.objects.filter(ended_at=None).values("account")
    found = list(_with_second_factor(User.objects.filter(pk__in=holders, closed_at=None)).order_by("name"))
    roles = _roles(found)
    return [_record(each, roles[each.pk]) for each in found]


def sessions(account_reference: str, current: str = "") -> list[terms.SessionRecord]:
    """Where an account is signed in now, the place used last first; `current` is the reference of the asking session."""
    now = clock.wall()
    rows = Session.objects.filter(account__reference=account_reference, ended_at=None).order_by("-seen_at")
    return [
        terms.SessionRecord(row.reference, row.device, row.started_at, row.seen_at, row.reference == current)
        for row in rows
        if limits.over(row, now) is None
    ]


def _with_second_factor(accounts: QuerySet[User]) -> QuerySet[User]:
    proofs = Authenticator.objects.filter(user=OuterRef("pk")).exclude(type=Authenticator.Type.RECOVERY_CODES)
    return accounts.annotate(second_factor=Exists(proofs))


def _roles(accounts: list[User]) -> dict[int, set[terms.Role]]:
    held: dict[int, set[terms.Role]] = {each.pk: set() for each in accounts}
    for row in StaffRole.objects.filter(account__in=accounts, ended_at=None):
        held[row.account_id].add(terms.Role(row.role))
    return held


def _record(found: User, roles: set[terms.Role]) -> terms.AccountRecord:
    return terms.AccountRecord(
        reference=found.reference,
        name=found.name,
        email=found.email,
        language=found.language,
        roles=frozenset(roles),
        has_second_factor=found.second_factor,  # type: ignore[attr-defined]
        is_open=found.closed_at is None,
    )
