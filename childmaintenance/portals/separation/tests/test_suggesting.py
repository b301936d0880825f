"""Anybody may suggest a change; staff look at it, and then it is deleted."""

import datetime as dt
from typing import Any

import pytest
from django.http import HttpRequest
from django.test import Client

from childmaintenance.accounts import actions as accounts
from childmaintenance.accounts.terms import Role
from childmaintenance.foundation import clock
from childmaintenance.foundation.actor import Actor
from childmaintenance.guidance.suggestions import forget_suggestions, waiting

pytestmark = pytest.mark.django_db
SAID = {"kind": "closed", "words": "National Debtline has moved, says its website."}


def send(client: Client, prefix: str = "", **said: str) -> Any:
    return client.post(f"{prefix}/separation/suggest", SAID | said, headers={"sec-fetch-site": "same-origin"})


@pytest.fixture
def desk(settings: Any) -> Client:
    """A caseworker at work."""
    story = Actor.system("story")
    account = accounts.open_account(
        email="rhian@example.org", password="seven calm herons", name="Rhian", language="en", by=story
    )
    accounts.appoint_staff(account=account, role=Role.CASEWORKER, by=story)
    client = Client()
    request = HttpRequest()
    request.session = client.session
    accounts.sign_in_as(request, account)
    request.session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = request.session.session_key
    return client


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_a_suggestion_reaches_staff_and_is_deleted_when_dealt_with(client: Client, desk: Client, prefix: str) -> None:
    answer = send(client, prefix)
    assert answer.status_code == 200 and not answer.cookies
    page = desk.get(f"{prefix}/separation/suggestions").content.decode()
    assert "says its website" in page and page.count("National Debtline") + page.count("Y Llinell Ddyled") >= 2
    desk.post("/separation/suggestions", {"reference": waiting()[0].reference})
    assert waiting() == []


def test_the_public_does_not_see_them(client: Client) -> None:
    assert client.get("/separation/suggestions").status_code == 302


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_nothing_said_is_a_mistake(client: Client, prefix: str) -> None:
    page = send(client, prefix, kind="", words="").content.decode()
    assert 'href="#id_kind"' in page and 'href="#id_words"' in page and waiting() == []


def test_markup_is_shown_as_words(client: Client, desk: Client) -> None:
    send(client, words="<script>alert(1)</script> Mind")
    assert "<script>alert" not in desk.get("/separation/suggestions").content.decode()


def test_a_flood_is_asked_to_wait(client: Client) -> None:
    assert [send(client).status_code for _ in range(21)] == [200] * 20 + [429]
    assert len(waiting()) == 20


def test_what_nobody_dealt_with_is_forgotten(client: Client) -> None:
    send(client)
    with clock.travel(clock.today() + dt.timedelta(days=181)):
        forget_suggestions()
        assert waiting() == []
