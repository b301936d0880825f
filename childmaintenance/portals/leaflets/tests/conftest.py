"""Staff at their desks: signed in, with their second factor passed."""

from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpRequest
from django.test import Client

from childmaintenance.accounts import actions as accounts
from childmaintenance.accounts.terms import Role
from childmaintenance.foundation.actor import Actor


@pytest.fixture
def at_a_desk(settings: Any) -> Callable[..., Client]:
    """A signed-in browser of somebody with these roles."""

    def sit_down(*roles: Role) -> Client:
        story = Actor.system("story")
        account = accounts.open_account(
            email="rhian@example.org", password="seven calm herons", name="Rhian", language="en", by=story
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

    return sit_down
