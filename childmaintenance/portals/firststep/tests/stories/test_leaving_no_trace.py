"""What somebody says here is theirs: it goes with the session, on leaving, and after the times we promise."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client

from childmaintenance.foundation import audit
from childmaintenance.journeys import jobs
from childmaintenance.portals.firststep.tests.stories.walking import MOTHER, UNSAFE, Visitor, but

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
GONE = "Your answers are no longer here"


def minutes_pass(idle: float, in_all: float) -> None:
    """By the real clock, for drafts and sessions: what these tables hold is moved back, as if it had been done earlier."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE journeys_draft SET ends_at = ends_at - %s, latest_at = latest_at - %s",
            [timedelta(minutes=idle), timedelta(minutes=in_all)],
        )
        cursor.execute(
            "UPDATE accounts_session SET seen_at = seen_at - %s, started_at = started_at - %s",
            [timedelta(minutes=idle), timedelta(minutes=in_all)],
        )


def stored(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")
        return cursor.fetchone()[0]


@pytest.mark.parametrize(
    ("idle", "in_all", "there"), [(19.5, 19.5, True), (20, 20, False), (1, 89.5, True), (1, 90, False)]
)
def test_twenty_idle_minutes_or_ninety_in_all(idle, in_all, there):
    nia = Visitor().begin().answer(MOTHER[:3])
    minutes_pass(idle, in_all)
    assert (nia.open(nia.at).heading != GONE) is there


def test_each_page_counts_as_being_there():
    nia = Visitor().begin().answer(MOTHER[:2])
    for _page in range(4):
        minutes_pass(19, 19)
        nia.open(nia.at)
        assert nia.slug == "nation"
    minutes_pass(14, 14)
    assert nia.open(nia.at).heading == GONE


def test_reading_sets_no_cookie_and_stores_nothing(client):
    for address in ("/get-help/", "/which-way/", "/can-you-apply/"):
        answer = client.get(address)
        assert answer.status_code == 200
        assert set(answer.cookies) <= {"csrf"}, "only what protects the form"
    assert stored("accounts_session") == 0


def test_the_cookie_goes_with_the_browser_and_no_cache_keeps_a_page():
    nia = Visitor().begin()
    cookie = nia.client.cookies["session"]
    assert (cookie["max-age"], cookie["expires"]) == ("", "")
    assert nia.response["Cache-Control"] == "no-store, private"


def test_leaving_deletes_everything_first_and_then_goes():
    nia = Visitor().begin().answer(but(MOTHER, safety=UNSAFE, without=("talking",)))
    result = nia.at
    left = nia.client.get("/leave")
    assert left["Location"].startswith("https://")
    assert left["Clear-Site-Data"]
    assert stored("journeys_draft") == 0
    assert stored("accounts_session") == 0
    assert nia.open(result).heading == GONE


def test_nothing_is_kept_once_it_is_over():
    nia = Visitor().begin().answer(but(MOTHER, safety=UNSAFE, without=("talking",)))
    visitor = nia.client.session["visitor"]
    minutes_pass(21, 21)
    jobs.forget_visitors(0)
    assert stored("journeys_draft") + stored("journeys_submission") + stored("cases_firststep") == 0
    assert not audit.trail(by=visitor)


def test_no_answer_stands_in_an_address():
    nia = Visitor().begin()
    for slug, answer in but(MOTHER, safety=UNSAFE, without=("talking",)):
        nia.answer([(slug, answer)])
        assert "?" not in nia.at
        assert "risk" not in nia.at
    assert nia.heading == "What you can do"


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_every_page_can_be_left_and_its_title_says_nothing(prefix):
    nia, titles = Visitor(prefix=prefix), set()
    for address in ("/get-help/", "/which-way/", "/can-you-apply/"):
        nia.open(prefix + address)
        titles.add(nia.title)
        assert f'href="{prefix}/leave"' in nia.page
    nia.begin()
    for slug, answer in but(MOTHER, safety=UNSAFE, without=("talking",)):
        titles.add(nia.title)
        assert f'href="{prefix}/leave"' in nia.page
        assert 'autocomplete="off"' in nia.page
        nia.answer([(slug, answer)])
    titles.add(nia.title)
    said = " ".join(titles).lower()
    telling = ("abuse", "safe", "maintenance", "cam-drin", "diogel", "cynhaliaeth", "child born", "999")
    assert not [word for word in telling if word in said]


def test_back_and_forward_lose_nothing():
    nia = Visitor().begin().answer(MOTHER)
    result, seen = nia.at, []
    while nia.at != "/get-help/":
        nia.open(nia.link("Back"))
        seen.append(nia.slug)
    assert seen == [slug for slug, _answer in reversed(MOTHER) if slug != "child-born"] + [""]
    assert "You started this a short while ago. Your answers are still here." in nia.words
    nia.open(result)
    assert nia.heading == "What you can do"
    nia.open(f"{nia.draft}nation")
    assert 'value="wales" checked' in nia.page
    for slug, answer in MOTHER[2:3]:
        nia.answer([(slug, answer)])
    assert nia.slug == "children", "onward over what is answered already"


def test_somebody_else_cannot_open_keep_or_read_it():
    nia, otto = Visitor().begin().answer(MOTHER), Visitor()
    otto.open(nia.at)
    assert otto.status == 404
    assert otto.heading == GONE
    assert Client().post(f"/get-help/{nia.draft_id}/keep").status_code == 404


def test_a_flood_of_forms_is_asked_to_wait(monkeypatch):
    nia = Visitor().begin()
    statuses = {nia.client.post(f"{nia.draft}safety", {"worries": ["none"]}).status_code for _time in range(610)}
    assert statuses == {302, 429}
    assert nia.client.get(f"{nia.draft}safety").status_code == 200, "reading stays open"


def test_a_flood_of_references_is_asked_to_wait():
    nia = Visitor().begin().answer(MOTHER)
    statuses = [nia.client.post(f"/get-help/{nia.draft_id}/keep").status_code for _time in range(65)]
    assert statuses[:60] == [302] * 60
    assert set(statuses[60:]) == {429}
    assert stored("cases_firststep") == 1, "a newer one takes the place of the last"
