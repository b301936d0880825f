"""What the person behind a session has proved, and how long ago."""

import time

from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.account.internal.flows.reauthentication import get_reauthentication_flows
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest

SECOND_FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


def has_proved_second_factor(request: HttpRequest) -> bool:
    """Whether this session passed a second factor: at sign-in, when asked again, or by setting one up."""
    return any(record["method"] == "mfa" for record in get_authentication_records(request, request.user))


def has_second_factor(request: HttpRequest) -> bool:
    """Whether the signed-in account has an app or a passkey set up."""
    return Authenticator.objects.filter(user=request.user, type__in=SECOND_FACTORS).exists()


def recently_proved(request: HttpRequest) -> bool:
    """Whether the last proof is fresh enough for a sensitive change. Sign-in itself counts as a proof.

    An account that has nothing to prove with, as a demonstration's may have, is not asked.
    """
    if not get_reauthentication_flows(request.user):
        return True
    newest = max((record["at"] for record in get_authentication_records(request, request.user)), default=0.0)
    return time.time() - newest < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT


def count_as_proved(request: HttpRequest, authenticator: Authenticator) -> None:
    """Setting up a second factor includes using it once, so this session has passed it."""
    record_authentication(request, request.user, "mfa", id=authenticator.pk, type=authenticator.type)


def how_signed_in(request: HttpRequest) -> str:
    """The proofs of this session in a few words, for the audit."""
    records = get_authentication_records(request, request.user)
    return " and ".join(dict.fromkeys(str(record.get("type") or record["method"]) for record in records))
