"""Somebody is told what is kept, says yes or no without JavaScript, and is not asked again for a year."""

import datetime as dt
import re

import pytest
from django.test import Client
from django.urls import reverse

from childmaintenance.accounts.tests.people import CATRIN, catrin
from childmaintenance.privacy import consents, cookies
from childmaintenance.privacy.cookies import Register, Version, entry, register

pytestmark = pytest.mark.django_db
OURS = {"headers": {"sec-fetch-site": "same-origin"}}
QUESTION = "We count visits to make this service better"


def choose(client: Client, back: str = "/privacy", **answers):
    return client.post("/cookies/choice", {"back": back, **answers}, **OURS)


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_the_page_names_everything_of_the_register(client, prefix):
    page = client.get(f"{prefix}/cookies").content.decode()
    for kept in register().entries:
        assert f">{kept.name_on_device}<" in page
        assert kept.purposes["cy" if prefix else "en"] in page.replace("&#39;", "'")


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_the_banner_asks_until_it_is_answered(client, answer):
    assert QUESTION in client.get("/privacy").content.decode()
    there = choose(client, statistics=answer)
    assert there.status_code == 302 and there["Location"] == "/privacy?cookies=kept"
    page = client.get(there["Location"]).content.decode()
    assert "Your choice is kept for a year" in page and QUESTION not in page
    assert QUESTION not in client.get("/accessibility").content.decode()
    assert "kept for a year" not in client.get("/accessibility").content.decode()


def test_yes_and_no_are_the_same_kind_of_button(client):
    buttons = re.findall(
        r'<button class="([^"]+)" name="statistics" value="(yes|no)"', client.get("/").content.decode()
    )
    assert {value for _, value in buttons} == {"yes", "no"} and len({classes for classes, _ in buttons}) == 1


def test_the_choice_lasts_a_year_and_names_the_version_it_was_about(client):
    answer = choose(client, statistics="no")
    kept = answer.cookies[entry("choices").name_on_device]
    assert kept["max-age"] == 365 * 24 * 60 * 60
    written, _dot, token = kept.value.rpartition(".")
    assert written == f"v{register().version.number}.s0.t0" and len(token) == 22


def test_what_was_chosen_is_written_down_and_taking_it_back_too(client):
    first = choose(client, statistics="yes", tailored="yes").cookies[entry("choices").name_on_device].value
    second = (
        choose(client, back="/cookies", statistics="no", tailored="no").cookies[entry("choices").name_on_device].value
    )
    token = first.rpartition(".")[2]
    assert second.rpartition(".")[2] == token
    lines = [(line.purpose, line.said, line.method) for line in consents.lines_of(token)]
    assert lines == [
        ("STATISTICS", "yes", "page"),
        ("TAILORED", "yes", "page"),
        ("STATISTICS", "withdrawn", "page"),
        ("TAILORED", "withdrawn", "page"),
    ]


def test_somebody_who_did_not_choose_has_no_token_and_what_was_not_asked_is_not_written_down(client):
    client.get("/privacy")
    assert entry("choices").name_on_device not in client.cookies
    token = choose(client, statistics="no").cookies[entry("choices").name_on_device].value.rpartition(".")[2]
    assert [line.purpose for line in consents.lines_of(token)] == ["STATISTICS"]


def test_a_flood_of_choices_is_kept_on_the_device_and_not_written_down(client, monkeypatch):
    monkeypatch.setattr("childmaintenance.portals.public.cookies.MOST", 0)
    assert choose(client, statistics="no").cookies[entry("choices").name_on_device].value.endswith(".s0.t0")


def test_two_people_who_chose_alike_are_given_the_same_kept_page():
    pages = []
    for _person in range(2):
        browser = Client()
        choose(browser, statistics="no")
        pages.append(browser.get("/welsh-language")["ETag"])
    assert pages[0] == pages[1]


def test_it_asks_again_when_the_register_has_a_new_version(client, monkeypatch):
    choose(client, statistics="no")
    now = register()
    later = Register(now.entries, (*now.versions, Version(now.version.number + 1, dt.date(2027, 1, 1), "")))
    for module in (
        cookies,
        *(__import__(f"childmaintenance.privacy.{name}", fromlist=["x"]) for name in ("choices", "middleware")),
    ):
        monkeypatch.setattr(module, "register", lambda: later)
    assert QUESTION in client.get("/privacy").content.decode()


def test_the_page_changes_and_confirms_the_choice_at_once(client):
    answer = choose(client, back="/cookies", statistics="no", tailored="yes")
    page = client.get(answer["Location"]).content.decode()
    assert "Your choice is kept for a year" in page
    checked = re.findall(r'name="(statistics|tailored)" type="radio" value="(yes|no)" checked', page)
    assert checked == [("statistics", "no"), ("tailored", "yes")]
    choose(client, back="/cookies", statistics="yes", tailored="no")
    page = client.get("/cookies").content.decode()
    assert re.findall(r'name="(statistics|tailored)" type="radio" value="(yes|no)" checked', page) == [
        ("statistics", "yes"),
        ("tailored", "no"),
    ]


def test_the_banner_does_not_touch_what_it_did_not_ask(client):
    choose(client, tailored="yes", statistics="yes")
    answer = choose(client, statistics="no")
    assert ".s0.t1." in answer.cookies[entry("choices").name_on_device].value


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "javascript:alert(1)", ""])
def test_the_way_back_never_leads_away(client, back):
    assert choose(client, back=back, statistics="no")["Location"] == "/cookies?cookies=kept"


def test_what_was_asked_stays_in_the_way_back(client):
    assert choose(client, back="/privacy?a=1", statistics="no")["Location"] == "/privacy?a=1&cookies=kept"
    assert 'href="/privacy?a=1">Hide' in client.get("/privacy?a=1&cookies=kept").content.decode()


def test_another_site_cannot_choose_for_anybody(client):
    answer = client.post("/cookies/choice", {"statistics": "yes"}, headers={"sec-fetch-site": "cross-site"})
    assert answer.status_code == 403 and not answer.cookies


def test_with_cookies_off_a_choice_ends_on_a_page_that_helps():
    there = choose(Client(), statistics="no")["Location"]
    page = Client().get(there).content.decode()
    assert "Your browser did not keep your choice" in page and reverse("cookies_on") in page


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_the_help_covers_todays_browsers_and_opens_elsewhere_safely(client, prefix):
    page = client.get(f"{prefix}/cookies/turn-on").content.decode()
    for browser in ("Chrome", "Safari", "Edge", "Firefox", "Samsung Internet"):
        assert browser in page
    assert "Internet Explorer" not in page
    away = re.findall(r'<a [^>]*href="https://[^>]*>[^<]*', page)
    assert away and all(
        'rel="noopener noreferrer"' in link and ("tab newydd" if prefix else "new tab") in link for link in away
    )


PROTECTED = ["/home", "/apply/", "/details", "/letters", "/payments", "/account", "/casework/"]


@pytest.mark.parametrize("address", PROTECTED)
def test_a_browser_without_cookies_is_led_to_a_page_and_never_round_in_a_circle(address):
    seen = []
    while len(seen) < 6:
        answer = Client().get(address)
        seen.append(address)
        if answer.status_code != 302:
            break
        address = answer["Location"]
    assert len(seen) <= 3 and answer.status_code == 200, seen


def test_a_first_form_without_cookies_is_answered_by_the_page_that_says_so():
    catrin()
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post("/sign-in", {"login": CATRIN["email"], "password": "x"})
    assert answer.status_code == 403
    assert "Turn cookies on" in answer.content.decode() and reverse("cookies_on") in answer.content.decode()


BEGINNINGS = ["/calculator/", "/get-help/", "/which-way/", "/can-you-apply/", "/arrangement/"]


@pytest.mark.parametrize("address", BEGINNINGS)
def test_answers_begun_without_cookies_end_on_a_page_that_helps(address):
    """Every page is asked for by a browser that keeps nothing."""
    answer = Client().post(address, **OURS)
    for _time in range(4):
        if answer.status_code != 302:
            break
        answer = Client().get(answer["Location"])
    assert answer.status_code == 404 and reverse("cookies_on") in answer.content.decode()


@pytest.mark.parametrize("address", BEGINNINGS)
@pytest.mark.parametrize("headers", [{"sec-fetch-site": "cross-site"}, {"origin": "https://example.net"}, {}])
def test_another_site_begins_nothing_for_a_visitor(address, headers):
    answer = Client(enforce_csrf_checks=True).post(address, headers=headers)
    assert answer.status_code == 403 and not answer.cookies


def test_staff_are_not_asked_because_they_are_not_counted(client):
    page = client.get("/casework/", follow=True)
    assert QUESTION in page.content.decode()  # the sign-in page is everybody's


@pytest.mark.parametrize("address", ["/", "/cy/", "/cookies", "/cy/cookies/turn-on", "/search", "/ask", *BEGINNINGS])
def test_kept_pages_are_small_and_told_from_what_they_were(client, address):
    first = client.get(address, headers={"accept-encoding": "gzip"})
    assert first["Content-Encoding"] == "gzip" and len(first.content) < 14_000
    assert client.get(address, headers={"if-none-match": first["ETag"], "accept-encoding": "gzip"}).status_code == 304
    choose(client, statistics="no")
    assert client.get(address, headers={"if-none-match": first["ETag"]}).status_code == 200
