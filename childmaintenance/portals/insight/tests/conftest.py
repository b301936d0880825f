"""Staff at their desks: signed in, with their second factor passed."""

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.http import HttpRequest
from django.test import Client

from childmaintenance.accounts import actions as accounts
from childmaintenance.accounts.terms import Role
from childmaintenance.foundation.actor import Actor


def at_a_desk(*roles: Role, name: str = "Rhian") -> Client:
    """A signed-in browser of somebody with these roles, in whichever database the test uses."""
    story = Actor.system("story")
    account = accounts.open_account(
        email=f"{name.lower()}@example.org", password="seven calm herons", name=name, language="en", by=story
    )
    for role in roles:
        accounts.appoint_staff(account=account, role=role, by=story)
    client = Client()
    request = HttpRequest()
    request.session = client.session
    accounts.sign_in_as(request, account)
    request.session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = request.session.session_key
    return client


@pytest.fixture
def staff_client(db: Any) -> Callable[..., Client]:
    """at_a_desk, in the test's own transaction."""
    return at_a_desk
