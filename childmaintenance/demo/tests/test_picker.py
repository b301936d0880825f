"""Choosing who to be: everybody on a card exists, one click signs in, nobody else can be chosen."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client

from childmaintenance.accounts import actions as accounts
from childmaintenance.accounts.terms import Role
from childmaintenance.demo import picker
from childmaintenance.demo.models import Resident, Town
from childmaintenance.demo.people import everybody
from childmaintenance.foundation import clock, language
from childmaintenance.foundation.actor import Actor

BY = Actor.system("story")
FIRST, LAST = dt.date(2025, 5, 22), dt.date(2026, 11, 22)


def resident(key: str, *, role: Role | None = None) -> str:
    account = accounts.open_account(
        email=f"{key}@example.org", password=None, name=key, language="en", by=BY, email_proved=True
    )
    if role:
        accounts.appoint_staff(account=account, role=role, by=BY)
    Resident.objects.create(key=key, account_id=account)
    return account


def signed_in(client: Client) -> str:
    """The reference of whoever is signed in."""
    return str(client.get("/demo/").wsgi_request.user.reference)


@pytest.fixture
def town(db: None) -> Town:
    return Town.objects.create(pk=1, first_day=FIRST, last_day=LAST, seed=1, built_at=clock.now())


def test_every_card_is_about_somebody_in_the_town_in_both_languages() -> None:
    people = everybody(FIRST, LAST)
    known = {f"{family.key}.{side}" for family in people.families for side in ("receiving", "paying")}
    known |= {f"halfway.{one.person.key}" for one in people.halfway} | {f"staff.{one.key}" for one in people.staff}
    shown = [card for group in picker.cards() for card in group["persona"]]
    assert {card["who"] for card in shown} <= known
    assert len({card["who"] for card in shown}) == len(shown) >= 15
    for card in [*shown, *picker.cards()]:
        assert card["en"] and card["cy"]
        assert card["en"] != card["cy"] or card["en"] == "Staff"


def test_a_town_that_is_not_built_shows_nobody(client: Client, db: None) -> None:
    page = client.get("/demo/")
    assert page.status_code == 200
    assert "The town has not been built yet" in page.content.decode()
    assert client.post("/demo/be", {"who": "tremeirion.receiving"}).status_code == 404


def test_one_click_signs_in_and_the_pages_are_in_the_language_they_chose(client: Client, town: Town) -> None:
    catrin, marcus = resident("tremeirion.receiving"), resident("brindlewick.paying")
    page = client.get("/demo/").content.decode()
    assert "Catrin Haf Tremeirion" in page and "Marcus Tolland-Vane" in page and "Meinir" not in page
    welsh = client.post("/demo/be", {"who": "tremeirion.receiving"})
    assert welsh.status_code == 302
    assert welsh["Location"].startswith("/cy/")
    assert signed_in(client) == catrin
    english = client.post("/demo/be", {"who": "brindlewick.paying"})
    assert not english["Location"].startswith("/cy/")
    assert signed_in(client) == marcus


def test_staff_come_to_their_work_list(client: Client, town: Town) -> None:
    resident("staff.priscilla", role=Role.CASEWORKER)
    went = client.post("/demo/be", {"who": "staff.priscilla"})
    assert went["Location"].startswith("/casework/")
    assert client.get(went["Location"]).status_code == 200


def test_nobody_who_is_not_on_a_card_can_be_chosen(client: Client, town: Town) -> None:
    resident("pennyfeather-rook.paying")  # in the town, on no card
    for who in ("pennyfeather-rook.paying", "tremeirion.receiving", "", "staff.nobody"):
        assert client.post("/demo/be", {"who": who}).status_code == 404
    assert client.get("/demo/be").status_code == 405


def test_the_page_speaks_welsh(client: Client, town: Town) -> None:
    resident("tremeirion.receiving")
    page = client.get("/cy/demo/").content.decode()
    assert "Dewiswch pwy i fod" in page and "Caiff ei thalu bob wythnos" in page
    with language.in_language("cy"):
        assert picker.groups()[0].heading == "Pobl sy'n gofalu am blentyn"
