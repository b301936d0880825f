"""How long a session lives, and what a person is told: lived by moving the session's own times back."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.sessions.backends.base import UpdateError
from django.db.models import F
from django.test import Client

from childmaintenance.accounts import jobs
from childmaintenance.accounts.models import LimitEntry, Session
from childmaintenance.accounts.sessions.devices import device
from childmaintenance.accounts.sessions.store import SessionStore, digest
from childmaintenance.accounts.tests import people
from childmaintenance.foundation import audit

pytestmark = [pytest.mark.django_db, pytest.mark.urls("childmaintenance.accounts.tests.addresses")]


def after(minutes: float, *, of_which_idle: float | None = None) -> None:
    """So many minutes pass for every session; idle throughout, unless less is said."""
    idle = minutes if of_which_idle is None else of_which_idle
    Session.objects.update(
        started_at=F("started_at") - timedelta(minutes=minutes), seen_at=F("seen_at") - timedelta(minutes=idle)
    )


@pytest.fixture
def catrin(client: Client) -> str:
    reference = people.catrin()
    people.sign_in(client)
    return reference


def test_nineteen_idle_minutes_are_allowed_and_twenty_are_not(client, catrin):
    after(19)
    assert client.get("/for/people").status_code == 200
    after(20)
    ended = client.get("/for/people")
    assert ended.headers["Location"] == "/session/ended?next=%2Ffor%2Fpeople&because=idle"
    assert audit.trail(about=catrin)[-1].act == "account.session_ended"


def test_staff_have_fifteen(client):
    client.get(f"/for/demonstration/{people.sam()}")
    after(14)
    assert client.get("/for/staff").status_code == 200
    after(15)
    assert client.get("/for/staff").headers["Location"].endswith("because=idle")


def test_doing_something_keeps_it_alive_but_never_past_ninety_minutes(client, catrin):
    extended = 0
    for _quarter in range(10):
        after(8.9)
        assert client.post("/session/stay", {"next": "/for/people"}).headers["Location"] == "/for/people"
        extended += 1
    assert extended == 10
    after(1.1, of_which_idle=0)
    page = client.get("/for/people")
    assert page.headers["Location"].endswith("because=absolute")
    assert "You had been signed in for 90 minutes" in client.get(page.headers["Location"]).content.decode()


def test_a_page_that_a_browser_asks_by_itself_keeps_nothing_alive(client, catrin):
    after(16)
    assert client.get("/session/state").json()["seconds"] == pytest.approx(240, abs=2)
    client.get("/session/ends-soon?next=/for/people")
    after(4)
    assert client.get("/session/state").json() == {"seconds": 0, "may_extend": False}
    assert client.get("/for/people").status_code == 302


def test_without_javascript_a_page_says_that_the_session_ends_and_a_button_goes_back(client, catrin):
    home = client.get("/account?tab=1").content.decode()
    assert 'http-equiv="refresh" content="900; url=/session/ends-soon?next=%2Faccount%3Ftab%3D1"' in home.replace(
        "&amp;", "&"
    )
    after(15)
    page = client.get("/session/ends-soon?next=/account").content.decode()
    assert "You will be signed out in 5 minutes" in page
    assert 'content="300; url=/session/ended?next=%2Faccount&amp;because=idle"' in page
    assert client.post("/session/stay", {"next": "/account"}).headers["Location"] == "/account"
    assert client.get("/session/state").json()["seconds"] == pytest.approx(1200, abs=2)


def test_near_the_ninetieth_minute_staying_is_not_offered(client, catrin):
    after(87, of_which_idle=1)
    page = client.get("/session/ends-soon?next=/account").content.decode()
    assert "You cannot stay signed in for longer than 90 minutes" in page
    assert "Stay signed in" not in page
    assert client.get("/session/state").json()["may_extend"] is False


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example", "/\\evil.example", "evil", "javascript:1"]
)
def test_the_way_back_never_leads_to_another_site(client, catrin, elsewhere):
    assert client.post("/session/stay", {"next": elsewhere}).headers["Location"] == "/account"
    page = client.get("/session/ended", {"next": elsewhere}, follow=True)
    assert "evil" not in page.content.decode()
    client.logout()
    assert 'href="/sign-in"' in client.get("/session/ended", {"next": elsewhere}).content.decode()


def test_a_form_sent_after_the_end_leads_to_sign_in_and_back_to_the_form(client, catrin):
    after(21)
    sent = client.post(
        "/account/language", {"language": "en"}, headers={"referer": "http://testserver/account/language"}
    )
    assert sent.headers["Location"] == "/session/ended?next=%2Faccount%2Flanguage&because=idle"
    page = client.get(sent.headers["Location"]).content.decode()
    assert "Every answer you sent is saved" in page
    assert "/sign-in?next=%2Faccount%2Flanguage" in page


def test_the_table_of_sessions_cannot_sign_anybody_in(client, catrin):
    key = client.cookies["session"].value
    row = Session.objects.get(account__reference=catrin)
    assert row.key_digest == digest(key)
    assert key not in "".join(str(value) for value in vars(row).values())


def test_signing_out_empties_the_session_and_has_the_browser_forget(client, catrin):
    row = Session.objects.get(account__reference=catrin)
    answer = client.post("/sign-out")
    assert answer.headers["Location"] == "/signed-out"
    assert answer.headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert answer.cookies["session"].value == ""
    row.refresh_from_db()
    assert (row.data, row.ended_because) == ("", "signed_out")
    assert audit.trail(about=catrin)[-1].act == "account.signed_out"
    assert client.get("/sign-out").status_code == 302  # nobody is signed in any more


def test_a_copied_cookie_is_worthless_after_signing_out(client, catrin):
    stolen = Client()
    stolen.cookies["session"] = client.cookies["session"].value
    assert stolen.get("/for/people").status_code == 200
    client.post("/sign-out")
    assert stolen.get("/for/people").status_code == 302


def test_catrin_sees_where_she_is_signed_in_and_ends_the_other(client, catrin):
    phone = Client(
        headers={"user-agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) AppleWebKit/605 Version/18 Safari/604"}
    )
    people.sign_in(phone)
    page = client.get("/account/places").content.decode()
    assert "Safari, iPhone" in page and page.count("This device") == 1
    other = Session.objects.exclude(key_digest=digest(client.cookies["session"].value)).get(account__reference=catrin)
    assert client.post("/account/places", {"session": other.reference}).status_code == 302
    assert phone.get("/for/people").headers["Location"].endswith("because=signed_out_elsewhere")
    assert client.get("/for/people").status_code == 200


def test_somebody_elses_session_cannot_be_ended(client, catrin):
    other = Client()
    people.catrin(email="other@example.com")
    people.sign_in(other, "other@example.com")
    theirs = Session.objects.get(account__email="other@example.com")
    assert client.post("/account/places", {"session": theirs.reference}).status_code == 404
    assert audit.trail(by=catrin)[-1].manner == "refused"
    assert other.get("/for/people").status_code == 200


def test_signing_out_everywhere_ends_this_one_too(client, catrin):
    phone = Client()
    people.sign_in(phone)
    assert client.post("/account/places/sign-out-everywhere").headers["Location"] == "/signed-out"
    assert client.get("/for/people").status_code == phone.get("/for/people").status_code == 302
    assert audit.trail(about=catrin)[-1].act == "account.signed_out_everywhere"


def test_a_request_that_was_at_work_while_the_session_ended_does_not_bring_it_back(client, catrin):
    key = client.cookies["session"].value
    at_work = SessionStore(key)
    at_work["answer"] = "late"
    client.post("/sign-out")
    with pytest.raises(UpdateError):
        at_work.save()
    assert SessionStore(key).load() == {}


def test_a_page_that_was_at_work_then_leads_to_an_explanation(client, catrin):
    answer = client.get("/for/ended-meanwhile")
    assert answer.headers["Location"] == "/session/ended"
    assert answer.cookies["session"].value == ""


def test_somebody_who_was_never_signed_in_is_not_told_that_a_session_ended(client):
    session = client.session
    session["draft"] = "of a stranger"
    session.save()
    after(21)
    assert client.get("/for/people").headers["Location"] == "/sign-in?next=%2Ffor%2Fpeople"
    assert not Session.objects.exists()


def test_old_rows_are_forgotten_after_a_day(client, catrin):
    people.sign_in(Client(), password="not her password")  # leaves a counter behind
    after(60 * 25)
    LimitEntry.objects.update(expires=F("expires") - timedelta(hours=25))
    jobs.forget(timestamp=0)
    assert not Session.objects.exists()
    assert not LimitEntry.objects.exists()


def test_what_is_still_needed_is_not_forgotten(client, catrin):
    people.sign_in(Client(), password="not her password")
    jobs.forget(timestamp=0)
    assert client.get("/for/people").status_code == 200
    assert LimitEntry.objects.exists()


def test_a_quick_second_request_writes_nothing(client, catrin, django_assert_num_queries):
    client.get("/for/people")
    with django_assert_num_queries(2):
        client.get("/for/people")
    after(0.2)
    with django_assert_num_queries(3):
        client.get("/for/people")


def test_signed_in_pages_are_never_stored_and_cookies_cannot_be_read_by_scripts(client, catrin):
    answer = client.get("/account")
    assert answer.headers["Cache-Control"] == "no-store, private"
    people.sign_in(client)
    session = client.cookies[settings.SESSION_COOKIE_NAME]
    assert session["httponly"] and session["samesite"] == "Lax" and session["path"] == "/" and not session["domain"]
    assert session["max-age"] == session["expires"] == ""  # gone with the browser


@pytest.mark.parametrize(
    ("user_agent", "named"),
    [
        ("Mozilla/5.0 (Windows NT 10.0; Win64) AppleWebKit/537 Chrome/130 Safari/537 Edg/130", "Edge, Windows"),
        (
            "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537 SamsungBrowser/26 Chrome/122 Mobile",
            "Samsung Internet, Android",
        ),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0", "Firefox, Linux"),
        ("curl/8", ""),
    ],
)
def test_a_browser_is_named_roughly(user_agent, named):
    assert device(user_agent) == named
