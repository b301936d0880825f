"""Django's session engine over our own table: limits are kept here, so that no page can forget them."""

import hashlib
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import CreateError, SessionBase, UpdateError
from django.db import IntegrityError, transaction
from django.db.models import Q

from childmaintenance.accounts.models import Session, StaffRole
from childmaintenance.accounts.sessions import limits
from childmaintenance.accounts.terms import Ended
from childmaintenance.foundation import audit, clock
from childmaintenance.foundation.actor import Actor
from childmaintenance.foundation.identifiers import new_reference


def digest(key: str) -> str:
    """What of a session's key is kept. The key has 128 random bits, so a plain hash cannot be turned back."""
    return hashlib.sha256(key.encode()).hexdigest()


class SessionStore(SessionBase):
    """One session. `row` is what is stored, None until there is something to keep; `ended` says why an old one is over."""

    def __init__(self, session_key: str | None = None) -> None:
        super().__init__(session_key)
        self.device = ""
        self.row: Session | None = None
        self.ended: Ended | None = None

    def load(self) -> dict[str, Any]:
        """What the session holds; nothing, and `ended` filled in, when its time is over."""
        row = self._find(self.session_key)
        if row is None:
            self._session_key = None
            return {}
        over = limits.over(row, clock.wall())
        if over:
            self._session_key = None
            if row.account_id is None:  # nobody was signed in, so there is nothing to explain
                row.delete()
                return {}
            self.ended = over
            end([row], because=over, by=Actor.system("session limits"))
            return {}
        self.row = row
        return self.decode(row.data)

    def exists(self, session_key: str) -> bool:
        return self._find(session_key) is not None

    def create(self) -> None:
        while True:
            self._session_key = self._get_new_session_key()
            try:
                self.save(must_create=True)
            except CreateError:
                continue
            self.modified = True
            return

    def save(self, must_create: bool = False) -> None:
        """Keep what the session holds. Raises UpdateError when it was ended meanwhile, so that it stays ended."""
        if self.session_key is None:
            self.create()
            return
        data = self._get_session(no_load=must_create)
        account = int(data[SESSION_KEY]) if SESSION_KEY in data else None
        if must_create:
            self.row = self._insert(data, account)
            return
        changed = {"data": self.encode(data)}
        if self.row is None or self.row.account_id != account:
            changed |= {"account_id": account, "idle_seconds": idle_seconds(account)}
        if not Session.objects.filter(pk=digest(self.session_key), ended_at=None).update(**changed):
            raise UpdateError
        if self.row is not None:
            for name, value in changed.items():
                setattr(self.row, name, value)

    def delete(self, session_key: str | None = None) -> None:
        """Sign out when called for this session; forget when called for the key that was exchanged for a new one."""
        row = self._find(session_key or self.session_key)
        if row is None:
            return
        if session_key is None and row.account_id is not None:
            end([row], because=Ended.SIGNED_OUT, by=None)
        else:
            row.delete()

    def seen(self) -> None:
        """Note that the person did something, which moves the idle limit."""
        self._get_session()
        now = clock.wall()
        if self.row is not None and now - self.row.seen_at >= limits.SEEN_EVERY:
            Session.objects.filter(pk=self.row.pk, ended_at=None).update(seen_at=now)
            self.row.seen_at = now

    @classmethod
    def clear_expired(cls) -> None:
        """Delete rows that nobody can use any more; a visitor's as soon as its time is over."""
        now = clock.wall()
        Session.objects.filter(seen_at__lt=now - limits.KEPT_AFTER_END).delete()
        over = Q(seen_at__lte=now - limits.IDLE) | Q(started_at__lte=now - limits.ABSOLUTE)
        Session.objects.filter(over, account=None, ended_at=None).delete()

    def _find(self, key: str | None) -> Session | None:
        return Session.objects.filter(pk=digest(key)).first() if key else None

    def _insert(self, data: dict[str, Any], account: int | None) -> Session:
        now = clock.wall()
        row = Session(
            key_digest=digest(str(self.session_key)),
            reference=new_reference("S"),
            account_id=account,
            data=self.encode(data),
            device=self.device,
            started_at=now,
            seen_at=now,
            idle_seconds=idle_seconds(account),
        )
        try:
            with transaction.atomic():
                row.save(force_insert=True)
        except IntegrityError as clash:
            raise CreateError from clash
        return row


def idle_seconds(account: int | None) -> int:
    """How long this account may do nothing: staff less, because they see other people's lives."""
    is_staff = account is not None and StaffRole.objects.filter(account_id=account, ended_at=None).exists()
    return int((limits.IDLE_FOR_STAFF if is_staff else limits.IDLE).total_seconds())


def end(rows: list[Session], *, because: Ended, by: Actor | None) -> None:
    """End sessions and empty them. With `by`, each that was somebody's gets an audit line; sign-out writes its own."""
    now = clock.wall()
    for row in rows:
        living = Session.objects.filter(pk=row.pk, ended_at=None)
        ended = living.update(ended_at=now, ended_because=because, data="")
        if ended and by is not None and row.account is not None:
            audit.record(by=by, act="account.session_ended", about=row.account.reference, why=because.value)
