"""Whom to contact: for one's own nation and one's own part, open when the hours say so, and the same number as in our letters."""

import datetime as dt

import pytest
from django.test import Client

from childmaintenance.correspondence.sender import sender
from childmaintenance.foundation import clock
from childmaintenance.foundation.clock import LONDON
from childmaintenance.guidance.contacts import lines

pytestmark = pytest.mark.django_db


def page(client: Client, address: str, *when: int) -> str:
    with clock.travel(dt.datetime(*when, tzinfo=LONDON)):
        return client.get(address).content.decode()


def test_an_employer_in_northern_ireland_sees_that_team_and_no_other(client: Client) -> None:
    found = page(client, "/contact?nation=northern_ireland&audience=employer", 2026, 11, 23, 10, 0)
    assert "0800 171 2306" in found
    assert "0800 232 1961" not in found
    assert "Open now" in found


@pytest.mark.parametrize(("when", "said"), [((2026, 11, 23, 10, 0), "Open now"), ((2026, 12, 25, 10, 0), "Closed now")])
def test_open_now_is_said_in_words(client: Client, when: tuple[int, ...], said: str) -> None:
    found = page(client, "/contact?audience=employer&nation=wales", *when)
    assert said in found
    assert ("Closed now" if said == "Open now" else "Open now") not in found


def test_hours_are_said_as_people_say_them(client: Client) -> None:
    assert "Monday to Friday, 9:30am to 3:30pm, not on bank holidays" in page(client, "/contact", 2026, 11, 23, 10, 0)
    assert "Dydd Llun i ddydd Gwener, 8 y bore i 6 y prynhawn" in page(client, "/cy/contact", 2026, 11, 23, 10, 0)


@pytest.mark.parametrize("asked", ["nation=mars", "audience=", "nation=wales&audience=%00", "nation[]=x"])
def test_words_we_do_not_know_ask_for_everybody(client: Client, asked: str) -> None:
    answer = client.get(f"/contact?{asked}")
    assert answer.status_code in (200, 400)


def test_our_numbers_are_those_of_our_letters() -> None:
    ours = {line.key: line.number for line in lines()}
    assert ours["ours"] == sender().phone
    assert ours["ours_in_welsh"] == sender().phone_in_welsh


@pytest.mark.parametrize(
    ("prefix", "says"),
    [("", "By post: we do not print an address"), ("/cy", "Trwy’r post: nid ydym yn argraffu cyfeiriad")],
)
def test_where_no_address_was_checked_the_page_says_so_and_names_other_ways(
    client: Client, prefix: str, says: str
) -> None:
    assert not any(line.address for line in lines()), (
        "an address that somebody has checked is printed, and then this goes"
    )
    found = page(client, f"{prefix}/contact", 2026, 11, 23, 10, 0)
    assert says in found
    for other in ("/sign-in", "/leaflets", "/feedback"):
        assert f'href="{prefix}{other}' in found


def test_who_cannot_hear_or_speak_finds_relay_uk(client: Client) -> None:
    for prefix in ("", "/cy"):
        assert "18001 0800 171 2345" in page(client, f"{prefix}/contact", 2026, 11, 23, 10, 0)
