"""Acts on accounts: opening, appointing, enrolling, ending. Each is one transaction with one audit line."""

from allauth.account.internal.flows.login import record_authentication
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.conf import settings
from django.contrib.auth import login
from django.db import IntegrityError, transaction
from django.http import HttpRequest

from childmaintenance.accounts.models import Session, StaffRole, User
from childmaintenance.accounts.queries import NoSuchAccount
from childmaintenance.accounts.sessions.endings import end_all_sessions
from childmaintenance.accounts.sessions.store import end
from childmaintenance.accounts.signing_in.backend import SignInBackend
from childmaintenance.accounts.signing_in.fields import as_kept
from childmaintenance.accounts.terms import Ended, Language, Role
from childmaintenance.foundation import audit, clock
from childmaintenance.foundation.actor import Actor
from childmaintenance.foundation.identifiers import new_reference


class EmailTaken(ValueError):
    """An account with this e-mail address exists. Never shown to a stranger: it would say who has an account."""


class AlreadyEnrolled(ValueError):
    """The account has an authenticator app already; its secret is not given out twice."""


class NotADemonstration(RuntimeError):
    """Signing in as somebody else exists in the demonstration only."""


@transaction.atomic
def open_account(
    *, email: str, password: str | None, name: str, language: str, by: Actor, email_proved: bool = False
) -> str:
    """Open an account and give its reference. Raises EmailTaken.

    Without a password nobody can sign in until one is set by a link sent to the address. `email_proved` says that the
    address is known to reach the person, so that no code is asked at the first sign-in.
    """
    account = User(
        reference=new_reference("U"),
        email=email.strip().lower(),
        name=name.strip(),
        language=Language(language),
        created_at=clock.now(),
    )
    account.set_password(as_kept(password) if password else None)
    try:
        with transaction.atomic():
            account.save(force_insert=True)
    except IntegrityError as clash:
        raise EmailTaken from clash
    EmailAddress.objects.create(user=account, email=account.email, primary=True, verified=email_proved)
    audit.record(by=by, act="account.opened", about=account.reference)
    return account.reference


@transaction.atomic
def appoint_staff(*, account: str, role: Role, by: Actor) -> None:
    """Give an account a role. Asked twice, done once. Its sessions end, because staff sessions are shorter and stricter."""
    holder = _account(account)
    _, made = StaffRole.objects.get_or_create(
        account=holder, role=Role(role), ended_at=None, defaults={"appointed_at": clock.now(), "appointed_by": str(by)}
    )
    if made:
        end_all_sessions(holder.pk, because=Ended.SECURITY, by=by)
        audit.record(by=by, act="account.role_given", about=account, why=Role(role).value)


@transaction.atomic
def end_staff(*, account: str, role: Role, by: Actor) -> None:
    """Take a role away, at once: sessions of the account end. Asked twice, done once."""
    holder = _account(account)
    ended = StaffRole.objects.filter(account=holder, role=Role(role), ended_at=None).update(
        ended_at=clock.now(), ended_by=str(by)
    )
    if ended:
        end_all_sessions(holder.pk, because=Ended.SECURITY, by=by)
        audit.record(by=by, act="account.role_ended", about=account, why=Role(role).value)


@transaction.atomic
def close_account(*, account: str, by: Actor) -> None:
    """Close an account: nobody can sign in to it any more, and every session ends. The row stays, because acts name it."""
    if User.objects.filter(pk=_account(account).pk, closed_at=None).update(closed_at=clock.now()):
        end_all_sessions(_account(account).pk, because=Ended.SECURITY, by=by)
        audit.record(by=by, act="account.closed", about=account)


@transaction.atomic
def choose_language(*, account: str, language: str, by: Actor) -> None:
    """The language of our e-mails to an account."""
    User.objects.filter(pk=_account(account).pk).update(language=Language(language))
    audit.record(by=by, act="account.language_chosen", about=account, why=language)


def note_notice_seen(*, account: str, notice: int) -> None:
    """Keep with the account the newest version of the privacy notice that was seen; `privacy` writes the audit."""
    User.objects.filter(reference=account, notice_seen__lt=notice).update(notice_seen=notice)


@transaction.atomic
def enrol_totp(*, account: str, by: Actor) -> str:
    """Set up an authenticator app and recovery codes; gives the secret in base 32, once. Raises AlreadyEnrolled.

    Sessions of the account end, because none of them has passed the new second step.
    """
    holder = _account(account)
    if Authenticator.objects.filter(user=holder, type=Authenticator.Type.TOTP).exists():
        raise AlreadyEnrolled(account)
    secret = generate_totp_secret()
    TOTP.activate(holder, secret)
    RecoveryCodes.activate(holder)
    end_all_sessions(holder.pk, because=Ended.SECURITY, by=by)
    audit.record(by=by, act="account.second_factor_added", about=account, why="totp")
    return secret


@transaction.atomic
def end_session(*, account: str, session: str, by: Actor) -> bool:
    """End one session of an account from another device. False when it is not there, or not theirs."""
    rows = list(Session.objects.filter(reference=session, account__reference=account, ended_at=None))
    end(rows, because=Ended.SIGNED_OUT_ELSEWHERE, by=by)
    return bool(rows)


@transaction.atomic
def sign_out_everywhere(*, account: str, by: Actor) -> None:
    """End every session of an account, the asking one too."""
    end_all_sessions(_account(account).pk, because=Ended.SIGNED_OUT_ELSEWHERE, by=by)
    audit.record(by=by, act="account.signed_out_everywhere", about=account)


def sign_in_as(request: HttpRequest, account_reference: str) -> None:
    """Sign in as an invented person, with the second factor counted as passed. Raises NotADemonstration outside one."""
    if not settings.DEMO:
        raise NotADemonstration
    account = SignInBackend().get_user(_account(account_reference).pk)
    if account is None:
        raise NoSuchAccount(account_reference)
    request.session.flush()  # whoever was signed in here leaves nothing behind for the next
    login(request, account, backend=settings.AUTHENTICATION_BACKENDS[0])
    record_authentication(request, account, "mfa", type="demonstration")
    audit.record(
        by=Actor.system("demonstration"), act="account.signed_in", about=account_reference, why="demonstration"
    )


def _account(reference: str) -> User:
    found = User.objects.filter(reference=reference).first()
    if found is None:
        raise NoSuchAccount(reference)
    return found
