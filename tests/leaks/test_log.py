"""What the log of a visit says: which pages, and nothing of who asked, with what, or for whose help."""

import io
import json
import logging

import pytest
from django.conf import settings
from django.test import Client

from childmaintenance.foundation.logs.allowed import FIELDS
from childmaintenance.foundation.logs.setting_up import configure
from childmaintenance.guidance.organisations import organisations
from childmaintenance.guidance.organisations.needs import Topic

DEVICE = {"REMOTE_ADDR": "198.51.100.77", "HTTP_USER_AGENT": "zyagent/7.1", "HTTP_X_FORWARDED_FOR": "203.0.113.9"}
FROM_OUR_PAGE = {"sec-fetch-site": "same-origin"}
TYPED = ("zyquestion he frightens me", "zysearched", "zywhere@example.org", "QQ123456C", "CF10 1AA", "07700 900123")


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch):
    """The log as it is written, each line a record."""
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    stream = io.StringIO()
    monkeypatch.setattr("sys.stderr", stream)
    configure({"level": "INFO", "json": True})
    yield stream
    root.handlers[:] = before
    root.setLevel(level)


def visit(client: Client) -> None:
    """Somebody looks for help from everybody whom abuse may lead to, asks, searches, mistypes, begins, and tries to sign in."""
    client.get("/staying-safe")
    client.post("/separation/people", {"topics": ["relationships"], "nation": "wales", "unsafe": "yes"})
    client.post("/separation/your-list", {"keep": [one.key for one in organisations()[:5]]})
    client.post("/ask", {"question": TYPED[0]})
    client.post("/search", {"question": TYPED[1]})
    client.get("/not/here/" + TYPED[2])
    client.get("/find?who=" + TYPED[3])
    client.post("/get-help/", {})
    client.post("/sign-in", {"login": TYPED[2], "password": TYPED[5]})
    client.post("/feedback", {"words": " ".join(TYPED)})


@pytest.mark.django_db
def test_a_visit_leaves_no_device_no_session_and_nothing_typed_in_the_log(lines: io.StringIO) -> None:
    client = Client(headers=FROM_OUR_PAGE, **DEVICE)
    visit(client)
    written = lines.getvalue()
    secrets = [cookie.value for cookie in client.cookies.values() if cookie.value]
    assert settings.SESSION_COOKIE_NAME in client.cookies, "the visit had a session to give away"
    assert "separation/people" in written, "and it was logged"
    for never in (
        *DEVICE.values(),
        "198.51",
        "203.0",
        *secrets,
        client.session.session_key,
        *TYPED,
        *" ".join(TYPED).split(),
    ):
        assert len(never) < 4 or never not in written, never


@pytest.mark.django_db
def test_looking_for_help_is_one_line_about_a_page_and_nobody(lines: io.StringIO) -> None:
    visit(Client(headers=FROM_OUR_PAGE, **DEVICE))
    logged = [json.loads(line) for line in lines.getvalue().splitlines()]
    found = [line for line in logged if "separation" in line.get("route", "")]
    assert len(found) == 2
    for line in found:
        assert set(line) <= {"event", "level", "at", "logger", "request", "method", "route", "status", "milliseconds"}
    assert all(set(line) <= set(FIELDS) for line in logged), "every line holds only what is published"
    names = {one.key for one in organisations()} | {topic.value for topic in Topic}
    assert not [name for name in names if f'"{name}"' in lines.getvalue()]


def test_what_proves_that_the_family_is_signed_in_is_in_no_log(family) -> None:
    keys = [member.client.session.session_key for member in family.members.values()]
    cookies = [one.value for member in family.members.values() for one in member.client.cookies.values() if one.value]
    assert len(keys) == 4 and all(keys)
    assert not [secret for secret in (*keys, *cookies, "127.0.0.1") if len(secret) > 4 and secret in family.log]
