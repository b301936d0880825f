"""The people of this room's stories, and what they do at the door."""

import re
from urllib.parse import urlsplit

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core import mail
from django.test import Client

from childmaintenance.accounts import actions
from childmaintenance.accounts.terms import Role
from childmaintenance.foundation.actor import Actor

TOWN = Actor.system("town")
PASSWORD = "three random words"
CATRIN = {"email": "catrin@example.com", "name": "Catrin Rees", "language": "cy"}
SAM = {"email": "sam@example.com", "name": "Sam Okafor", "language": "en"}


def catrin(**options: object) -> str:
    """A mother who chose Welsh; her address is proved."""
    return actions.open_account(**{**CATRIN, "password": PASSWORD, "by": TOWN, "email_proved": True, **options})


def sam(*roles: Role) -> str:
    """A caseworker without a second factor yet."""
    reference = actions.open_account(**SAM, password=PASSWORD, by=TOWN, email_proved=True)
    for role in roles or (Role.CASEWORKER,):
        actions.appoint_staff(account=reference, role=role, by=TOWN)
    return reference


def sign_in(client: Client, email: str = CATRIN["email"], password: str = PASSWORD, prefix: str = "", **options):
    """Fill in the sign-in page."""
    return client.post(f"{prefix}/sign-in", {"login": email, "password": password}, **options)


def code_of(secret: str, later: int = 0) -> str:
    """What the authenticator app shows now, or so many half minutes later."""
    counters = list(yield_hotp_counters_from_time())
    return format_hotp_value(hotp_value(secret, counters[len(counters) // 2] + later))


def code_in_email() -> str:
    """The six digits of the newest e-mail."""
    return re.search(r"\b\d{6}\b", mail.outbox[-1].body).group()


def link_in_email() -> str:
    """The address in the newest e-mail, without its host."""
    found = urlsplit(re.search(r"https?://\S+", mail.outbox[-1].body).group())
    return found.path
