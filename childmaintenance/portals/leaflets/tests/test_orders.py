"""Leaflets by post: anybody orders, staff post, and then nobody knows where they went."""

import datetime as dt
import re
from typing import Any

import pytest
from django.http import HttpRequest
from django.test import Client

from childmaintenance.accounts import actions as accounts
from childmaintenance.accounts.actions import sign_in_as
from childmaintenance.accounts.terms import Role
from childmaintenance.correspondence.leaflet_orders import Order, forget_orders, progress, waiting
from childmaintenance.foundation import clock
from childmaintenance.foundation.actor import Actor
from childmaintenance.parties import actions as parties
from childmaintenance.parties.terms import PersonTold

pytestmark = pytest.mark.django_db
OURS = {"sec-fetch-site": "same-origin"}
WANTED = {
    "leaflets": ["DG6", "SG2"],
    "copies": "2",
    "format": "large",
    "language": "cy",
    "name": "Nest Puw",
    "address": "3 Stryd y Bont\nBangor",
    "postcode": "ll57 1aa",
}


def queued() -> list[Order]:
    return waiting(by=Actor.system("story"))


def order(client: Client, prefix: str = "", **said: Any) -> Any:
    return client.post(f"{prefix}/leaflets/order", WANTED | said, headers=OURS)


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_somebody_orders_staff_post_and_the_address_is_gone(client: Client, at_a_desk: Any, prefix: str) -> None:
    answer = order(client, prefix)
    assert answer.status_code == 302 and not answer.cookies
    assert not any(word in answer["Location"] for word in ("Nest", "Bangor", "DG6"))
    (wanted,) = queued()
    assert (wanted.leaflets, wanted.copies, wanted.format, wanted.postcode) == (("DG6", "SG2"), 2, "large", "LL57 1AA")
    page = client.get(answer["Location"]).content.decode()
    assert wanted.reference in page and "Nest" not in page and "Bangor" not in page

    desk = at_a_desk(Role.CASEWORKER)
    queue = desk.get("/leaflets/to-post").content.decode()
    assert "Nest Puw" in queue and 'href="/cy/leaflets/staying-safe/large-print"' in queue
    desk.post("/leaflets/to-post", {"reference": wanted.reference})
    assert queued() == [] and progress(wanted.reference).posted_on == clock.today()
    assert "Nest" not in desk.get("/leaflets/to-post").content.decode()
    assert str(clock.today().year) in client.get(answer["Location"]).content.decode()


def test_the_queue_is_for_caseworkers_and_team_leaders(client: Client, at_a_desk: Any) -> None:
    order(client)
    assert client.get("/leaflets/to-post").status_code == 302
    officer = at_a_desk(Role.PAYMENTS_OFFICER).get("/leaflets/to-post")
    assert officer.status_code == 403 and "Nest" not in officer.content.decode()


def test_what_is_wrong_is_said_and_nothing_is_kept(client: Client) -> None:
    page = client.post("/leaflets/order", {"language": "other"}, headers=OURS).content.decode()
    for name in ("leaflets", "copies", "format", "other_language", "name", "address", "postcode"):
        assert f'href="#id_{name}"' in page
    assert order(client, copies="11").status_code == 200 and order(client, leaflets=["X1"]).status_code == 200
    assert queued() == []


def test_another_language_is_told_to_who_posts_it(client: Client, at_a_desk: Any) -> None:
    order(client, language="other", other_language="Polski")
    assert "Polski" in at_a_desk(Role.TEAM_LEADER).get("/leaflets/to-post").content.decode()


def test_nobody_can_fill_a_letterbox_and_nobody_is_told(client: Client) -> None:
    answers = [order(client, address=f"3  stryd y bont\n{'BANGOR' if again else 'Bangor'}") for again in range(5)]
    assert {answer.status_code for answer in answers} == {302}
    assert len(queued()) == 3
    assert client.get(answers[-1]["Location"]).status_code == 200


def test_a_flood_and_another_site_are_refused(client: Client) -> None:
    assert client.post("/leaflets/order", WANTED, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    for number in range(29):
        assert order(client, address=f"{number} High Street").status_code == 302
    assert order(client).status_code == 429, "what was refused was counted too"
    assert len(queued()) == 29


def test_orders_are_forgotten(client: Client, at_a_desk: Any) -> None:
    order(client)
    order(client, name="Twm")
    nest, twm = (one.reference for one in queued())
    at_a_desk(Role.CASEWORKER).post("/leaflets/to-post", {"reference": twm})
    today = clock.today()
    with clock.travel(today + dt.timedelta(days=61)):
        forget_orders()
        assert queued() == [] and progress(nest) is None, "nobody posted it"
        assert progress(twm).posted_on == today
    with clock.travel(today + dt.timedelta(days=90)):
        forget_orders()
        assert progress(twm) is None


def test_no_order_with_that_number(client: Client) -> None:
    assert client.get("/leaflets/order/not-a-number").status_code == 404


@pytest.mark.parametrize(
    ("also_as", "large_print", "form"), [("braille", True, "braille"), ("sound", False, "audio"), ("", True, "large")]
)
def test_the_form_begins_with_what_somebody_who_is_signed_in_always_wants(
    client: Client, settings: Any, also_as: str, large_print: bool, form: str
) -> None:
    story = Actor.system("story")
    account = accounts.open_account(
        email="nia@example.org", password="seven calm herons", name="Nia", language="en", by=story
    )
    told = PersonTold(full_name="Nia Puw", language="cy", also_as=also_as, large_print=large_print)
    parties.register(told=told, account=account, by=story)
    request = HttpRequest()
    request.session = client.session
    sign_in_as(request, account)
    request.session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = request.session.session_key
    page = client.get("/leaflets/order").content.decode()
    assert re.findall(r'name="(format|language)"[^>]*value="(\w+)"[^>]* checked', page) == [
        ("format", form),
        ("language", "cy"),
    ]
    assert " checked" not in Client().get("/leaflets/order").content.decode()
