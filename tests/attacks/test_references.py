"""References that are no references, in every address and form field: not found or not understood, never broken, never obeyed."""

from itertools import product
from urllib.parse import quote

import pytest

from childmaintenance.accounts import actions as accounts
from childmaintenance.accounts.terms import Role
from childmaintenance.config.routes import walk
from childmaintenance.foundation.actor import Actor
from childmaintenance.foundation.audit import trail
from childmaintenance.portals.parents.tests.stories.signed_in import signed_in

pytestmark = pytest.mark.django_db
STORY = Actor.system("story")
WRONG = {
    "a nought byte": "C-7K3F\x0092QX",
    "very long": "C" * 3000,
    "wide letters": "Ｃ-７Ｋ３Ｆ-９２ＱＸ-Ｍ",
    "arabic digits": "C-٧٣٤١-٩٢٠١-٥",
    "turned round": "C-\u202e7K3F-92QX-M",
    "a way out": "..%2f..%2fetc%2fpasswd",
    "half a letter": "%ff%fe",
    "a question to the database": "C-7K3F' OR '1'='1",
    "two lines": "C-7K3F\r\nSet-Cookie: session=mine",
    "a sum": "-1",
    "a picture": "\U0001f9d1\u200d\U0001f467",
}


@pytest.fixture
def person():
    return opened("person")


@pytest.fixture
def leader():
    account = opened("leader")
    for role in (Role.CASEWORKER, Role.TEAM_LEADER, Role.PAYMENTS_OFFICER):
        accounts.appoint_staff(account=account, role=role, by=STORY)
    return account


def opened(name: str) -> str:
    return accounts.open_account(
        email=f"{name}@example.org", password="one green door", name=name, language="en", by=STORY, email_proved=True
    )


def routes(who: str) -> list[str]:
    """Addresses of these readers that hold a reference of text."""
    from django.urls import get_resolver

    return [
        route
        for route, view in walk(get_resolver().url_patterns)
        if str(getattr(view, "who_may", "")).startswith(who) and "<str:" in route and "<slug" not in route
    ]


def filled(route: str, wrong: str) -> str:
    import re

    route = re.sub(r"<uuid:\w+>", "00000000-0000-4000-8000-000000000000", route)
    text = wrong if wrong.startswith(("%", "..%")) else quote(wrong)
    return "/" + re.sub(r"<str:\w+>", lambda _found: text, route)


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG.keys())
def test_a_parents_page_does_not_find_it(person, wrong):
    client = signed_in(person)
    for route in routes("person"):
        answer = client.get(filled(route, wrong))
        assert answer.status_code in (400, 404), route
        assert "Set-Cookie: session=mine" not in str(answer.headers)


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG.keys())
def test_a_page_of_casework_does_not_find_it(leader, wrong):
    client = signed_in(leader)
    for route, way in product(routes("staff"), ("get", "post")):
        answer = getattr(client, way)(filled(route, wrong))
        lists_what_waits = answer.status_code == 302 and answer.headers["Location"] == "/casework/money/suspense"
        assert answer.status_code in (400, 404, 405) or lists_what_waits, (way, route, answer.status_code)


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG.keys())
def test_a_form_does_not_take_it(person, leader, wrong):
    parent, staff = signed_in(person), signed_in(leader)
    for client, page, sent in (
        (parent, "/join/", {"code": wrong}),
        (parent, "/account/places", {"session": wrong}),
        (parent, "/account/language", {"language": wrong}),
        (parent, "/session/stay", {"next": wrong}),
        (staff, "/casework/find", {"words": wrong}),
        (parent.__class__(), "/sign-in", {"login": wrong, "password": wrong, "next": wrong}),
        (parent.__class__(), "/forgotten-password", {"email": wrong}),
        (parent.__class__(), "/create-account", {"email": wrong, "password1": wrong}),
        (parent.__class__(), "/demo/be", {"who": wrong}),
    ):
        answer = client.post(page, sent)
        assert answer.status_code < 500, page
        assert answer.headers.get("Location", "/").startswith("/"), page
    for page in ("/session/ends-soon", "/session/ended", "/sign-in", "/casework/"):
        query = {"next": wrong, "because": wrong, "kind": wrong, "page": wrong}
        assert staff.get(page, query).status_code < 500


def test_that_somebody_tried_is_written_down_with_what_they_typed_cut_short(person):
    signed_in(person).get(filled("payments/<str:reference>", "C" * 3000))
    [line] = [line for line in trail(by=person) if line.manner == "refused"]
    assert line.about == "C" * 80
