"""Leaflets by post: anybody orders, staff post, and then nobody knows where they went."""

import datetime as dt
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from childmaintenance.accounts.terms import Role
from childmaintenance.correspondence.leaflet_orders import forget_orders
from childmaintenance.correspondence.models import LeafletOrder
from childmaintenance.foundation import clock
from childmaintenance.foundation.models import AuditLine

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


def order(client: Client, prefix: str = "", **said: Any) -> Any:
    return client.post(f"{prefix}/leaflets/order", WANTED | said, headers=OURS)


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_somebody_orders_staff_post_and_the_address_is_gone(client: Client, at_a_desk: Any, prefix: str) -> None:
    answer = order(client, prefix)
    assert answer.status_code == 302 and not answer.cookies
    assert not any(word in answer["Location"] for word in ("Nest", "Bangor", "DG6"))
    row = LeafletOrder.objects.get()
    assert (row.leaflets, row.copies, row.format, row.postcode) == (["DG6", "SG2"], 2, "large", "LL57 1AA")
    page = client.get(answer["Location"]).content.decode()
    assert row.reference in page and "Nest" not in page and "Bangor" not in page

    desk = at_a_desk(Role.CASEWORKER)
    queue = desk.get("/leaflets/to-post").content.decode()
    assert "Nest Puw" in queue and 'href="/leaflets/staying-safe/large-print"' in queue
    desk.post("/leaflets/to-post", {"reference": row.reference})
    row.refresh_from_db()
    assert (row.name, row.address, row.postcode, row.posted_on) == ("", "", "", clock.today())
    assert "Nest" not in desk.get("/leaflets/to-post").content.decode()
    assert str(clock.today().year) in client.get(answer["Location"]).content.decode()
    acts = list(AuditLine.objects.filter(act__startswith="leaflets.").values_list("act", flat=True))
    assert acts.count("leaflets.post") == 1 and "leaflets.read_queue" in acts


def test_the_queue_is_for_caseworkers_and_team_leaders(client: Client, at_a_desk: Any) -> None:
    order(client)
    assert client.get("/leaflets/to-post").status_code == 302
    officer = at_a_desk(Role.PAYMENTS_OFFICER).get("/leaflets/to-post")
    assert officer.status_code == 403 and "Nest" not in officer.content.decode()


def test_the_database_keeps_no_address_once_posted(client: Client) -> None:
    order(client)
    with pytest.raises(IntegrityError), transaction.atomic():
        LeafletOrder.objects.update(posted_on=clock.today())


def test_what_is_wrong_is_said_and_nothing_is_kept(client: Client) -> None:
    page = client.post("/leaflets/order", {"language": "other"}, headers=OURS).content.decode()
    for name in ("leaflets", "copies", "format", "other_language", "name", "address", "postcode"):
        assert f'href="#id_{name}"' in page
    assert order(client, copies="11").status_code == 200 and order(client, leaflets=["X1"]).status_code == 200
    assert not LeafletOrder.objects.exists()


def test_another_language_is_told_to_who_posts_it(client: Client, at_a_desk: Any) -> None:
    order(client, language="other", other_language="Polski")
    assert "Polski" in at_a_desk(Role.TEAM_LEADER).get("/leaflets/to-post").content.decode()


def test_nobody_can_fill_a_letterbox_and_nobody_is_told(client: Client) -> None:
    answers = [order(client, address=f"3  stryd y bont\n{'BANGOR' if again else 'Bangor'}") for again in range(5)]
    assert {answer.status_code for answer in answers} == {302}
    assert LeafletOrder.objects.count() == 3
    assert client.get(answers[-1]["Location"]).status_code == 200


def test_a_flood_and_another_site_are_refused(client: Client) -> None:
    assert client.post("/leaflets/order", WANTED, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    for number in range(29):
        assert order(client, address=f"{number} High Street").status_code == 302
    assert order(client).status_code == 429, "what was refused was counted too"
    assert LeafletOrder.objects.count() == 29


def test_orders_are_forgotten(client: Client, at_a_desk: Any) -> None:
    order(client)
    order(client, name="Twm")
    desk = at_a_desk(Role.CASEWORKER)
    desk.post("/leaflets/to-post", {"reference": LeafletOrder.objects.get(name="Twm").reference})
    today = clock.today()
    with clock.travel(today + dt.timedelta(days=61)):
        forget_orders()
        assert [row.posted_on for row in LeafletOrder.objects.all()] == [today], "nobody posted the other"
    with clock.travel(today + dt.timedelta(days=90)):
        forget_orders()
        assert not LeafletOrder.objects.exists()


def test_no_order_with_that_number(client: Client) -> None:
    assert client.get("/leaflets/order/not-a-number").status_code == 404
