"""Visitors: known only by their session, limited by its clock, and gone without a trace."""

from datetime import timedelta

import pytest
from django.db.models import F
from django.test import RequestFactory

from childmaintenance.accounts import housekeeping, visitors
from childmaintenance.accounts.models import FormCount, Session
from childmaintenance.accounts.public_forms import count, public_form
from childmaintenance.accounts.sessions.store import SessionStore
from childmaintenance.accounts.tests import people
from childmaintenance.accounts.tests.test_sessions import after
from childmaintenance.foundation import clock
from childmaintenance.foundation.identifiers import is_reference
from childmaintenance.journeys.terms import Journey, Question, QuestionForm, Retention, Section

pytestmark = [pytest.mark.django_db, pytest.mark.urls("childmaintenance.accounts.tests.addresses")]


def who(client) -> str:
    """The visitor of this browser, as the page tells it."""
    return client.get("/for/visitors").content.decode()


def test_reading_gives_no_cookie_and_no_lasting_name(client):
    first, second = who(client), who(client)
    assert is_reference(first, "V")
    assert first != second
    assert not client.cookies
    assert not Session.objects.exists()


def test_a_form_gives_a_name_that_stays_for_the_session(client):
    sent = client.post("/for/visitors").content.decode()
    assert who(client) == sent
    assert sent not in Session.objects.get().data  # signed and packed, not lying open


@pytest.mark.parametrize(("idle", "in_all", "still"), [(19, 19, True), (20, 20, False), (1, 89, True), (1, 90, False)])
def test_twenty_idle_minutes_or_ninety_in_all_end_it(client, idle, in_all, still):
    sent = client.post("/for/visitors").content.decode()
    after(in_all, of_which_idle=idle)
    assert (who(client) == sent) is still


def test_signing_in_keeps_the_visitor_and_leaving_forgets_both(client):
    people.catrin()
    sent = client.post("/for/visitors").content.decode()
    people.sign_in(client)
    assert who(client) == sent
    client.get("/leave")
    assert who(client) != sent
    assert client.get("/for/people").status_code == 302


def test_an_answer_of_a_visitor_is_not_kept_by_caches(client):
    client.post("/for/visitors")
    assert client.get("/for/visitors")["Cache-Control"] == "no-store, private"


@pytest.mark.parametrize(("idle", "in_all", "rows"), [(19, 19, 1), (20, 20, 0), (1, 90, 0)])
def test_the_session_of_a_visitor_is_deleted_as_soon_as_it_is_over(client, idle, in_all, rows):
    client.post("/for/visitors")
    after(in_all, of_which_idle=idle)
    housekeeping.forget()
    assert Session.objects.count() == rows


class TestFloods:
    def test_one_network_is_asked_to_wait_and_another_is_not(self, client):
        for _time in range(5):
            assert client.post("/for/limited").status_code == 200
        refused = client.post("/for/limited")
        assert refused.status_code == 429
        assert refused["Retry-After"] == "600"
        assert "Wait 10 minutes" in refused.content.decode()
        assert client.get("/for/limited").status_code == 200
        assert client.post("/for/limited", REMOTE_ADDR="198.51.100.7").status_code == 200

    def test_neighbours_in_one_ipv6_household_count_together(self, client):
        for end in range(5):
            client.post("/for/limited", REMOTE_ADDR=f"2001:db8:1:2::{end + 1}")
        assert client.post("/for/limited", REMOTE_ADDR="2001:db8:1:2:ffff::9").status_code == 429
        assert client.post("/for/limited", REMOTE_ADDR="2001:db8:1:3::9").status_code == 200

    def test_no_address_is_kept_and_the_count_goes_when_its_window_is_over(self):
        count("a form", "198.51.100.7", per=timedelta(minutes=10))
        kept = FormCount.objects.get()
        assert "198.51" not in kept.key_digest
        housekeeping.forget()
        assert FormCount.objects.exists()
        FormCount.objects.update(forgotten_at=F("forgotten_at") - timedelta(minutes=11))
        housekeeping.forget()
        assert not FormCount.objects.exists()

    def test_the_page_says_who_may(self):
        assert public_form("a test", form="x")(lambda request: None).who_may == "anyone: a test"


def test_leaving_deletes_what_a_visitor_began():
    from childmaintenance.journeys import actions, queries

    class Nothing(QuestionForm):
        pass

    journey = Journey(
        slug="try",
        title="Try",
        sections=(Section("one", "One", (Question("first", "First?", Nothing, personal=Retention.DRAFT_ONLY),)),),
        conclude=lambda answers, request: {},
        kept=visitors.KEPT,
        at_most=visitors.AT_MOST,
    )
    request = RequestFactory().post("/")
    request.session, request.user = SessionStore(), None
    me = visitors.visitor_of(request)
    actions.begin(journey=journey, about="", again=False, by=me)
    assert queries.open_drafts(me.reference)
    visitors.forget_visitor(request)
    assert not queries.open_drafts(me.reference)
    assert visitors.visitor_of(request).reference != me.reference
    assert clock.wall()
