"""Ending sessions: by their holder from the list, or because the account's proofs changed."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest

from childmaintenance.accounts.models import Session
from childmaintenance.accounts.sessions.store import end
from childmaintenance.accounts.terms import Ended
from childmaintenance.foundation.actor import Actor


def end_other_sessions(request: HttpRequest, account: AbstractBaseUser) -> None:
    """Every session of the account but the one of this request, because its password or second factor changed."""
    row = request.session.row
    others = Session.objects.filter(account_id=account.pk, ended_at=None)
    end(list(others.exclude(pk=row.pk) if row else others), because=Ended.SECURITY, by=Actor.system("sign-in"))


def end_all_sessions(account_pk: int, *, because: Ended, by: Actor) -> None:
    """Every session of an account, on every device."""
    end(list(Session.objects.filter(account_id=account_pk, ended_at=None)), because=because, by=by)
