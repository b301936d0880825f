"""Parents are told what their answers are for, what they read is kept with what they sent, and they hear when it changes."""

import datetime as dt
import re
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from childmaintenance.accounts import actions as accounts
from childmaintenance.cases import queries as cases
from childmaintenance.foundation import audit, clock
from childmaintenance.foundation.actor import Actor
from childmaintenance.journeys import queries as journeys
from childmaintenance.portals.parents.journeys.answer import answer
from childmaintenance.portals.parents.journeys.apply import apply
from childmaintenance.portals.parents.tests.stories.family import CATRIN_APPLIES, GARETH_ANSWERS
from childmaintenance.portals.parents.tests.stories.given import catrin_has_applied, joined
from childmaintenance.portals.parents.tests.stories.signed_in import signed_in
from childmaintenance.portals.parents.tests.stories.walking import Walker
from childmaintenance.privacy.collecting import register
from childmaintenance.privacy.notices import Kind, in_force, notice, versions

pytestmark = pytest.mark.django_db
CHANGED = "What we do with your information has changed"
[*_, NEWEST_MATERIAL] = [one for one in versions(Kind.PRIVACY) if one.material]


def before_it() -> dt.date:
    return NEWEST_MATERIAL.since - dt.timedelta(days=1)


@pytest.fixture
def elin() -> str:
    """Somebody whose account was there before the notice changed."""
    with clock.travel(before_it()):
        return accounts.open_account(
            email="elin@example.org",
            password="nine quiet owls",
            name="Elin",
            language="en",
            by=Actor.system("story"),
        )


def sent_by(page: str) -> dict[str, str]:
    return dict(re.findall(r'type="hidden" name="(shown)" value="([^"]*)"', page))


def test_what_catrin_was_shown_is_kept_with_what_she_sent():
    catrin = Walker("Catrin").begin("/apply/").fill_in(apply, CATRIN_APPLIES)
    draft = UUID(catrin.draft.rstrip("/").rpartition("/")[2])
    catrin.open(catrin.draft + "check-your-answers")
    point = register().shown_on("parents:apply:check")
    assert point.never in catrin.words and point.told in catrin.words
    assert "It is an offence to tell us something that you know is not true." in catrin.words
    shown = sent_by(catrin.page)
    assert shown == {"shown": f"{in_force(Kind.PRIVACY).number}.{in_force(Kind.DECLARATION).number}"}
    catrin.send(shown)
    sent, case = journeys.submission(draft), cases.case(catrin.reference)
    assert (sent.notice, sent.declaration) == (in_force(Kind.PRIVACY).number, in_force(Kind.DECLARATION).number)
    assert (case.notice_shown, case.declaration_shown) == (sent.notice, sent.declaration)


def test_a_page_that_was_open_while_the_notice_changed_is_written_down_as_it_was():
    catrin = Walker("Catrin").begin("/apply/").fill_in(apply, CATRIN_APPLIES)
    catrin.open(catrin.draft + "check-your-answers").send({"shown": "1.1"})
    assert cases.case(catrin.reference).notice_shown == 1
    gareth = joined("Gareth", catrin.reference)
    address = f"/cases/{catrin.reference}/answer/"
    assert 'data-why="answer"' in gareth.open(address).page


def test_the_declaration_is_in_welsh_too():
    catrin = Walker("Catrin").begin("/apply/").fill_in(apply, CATRIN_APPLIES)
    catrin.open("/cy" + catrin.draft + "check-your-answers")
    assert "Mae’n drosedd dweud rhywbeth wrthym y gwyddoch nad yw’n wir." in catrin.words


def test_each_change_says_what_it_is_for_and_what_the_other_parent_gets():
    catrin = catrin_has_applied()
    case = catrin.reference
    gareth = joined("Gareth", case).send().fill_in(answer, GARETH_ANSWERS).check_and_send()
    for walker, address, key in (
        (catrin, "/details/contact/", "contact"),
        (catrin, "/details/bank/", "bank"),
        (catrin, f"/cases/{case}/service/", "service"),
        (gareth, f"/cases/{case}/pay-day/", "pay-day"),
        (gareth, "/account/email", "account"),
    ):
        [point] = [one for one in register().points if one.key == key]
        walker.open(address)
        assert walker.page.count(f'data-why="{key}"') == 1, address
        for words in (point.why, point.told, point.never):
            assert words in walker.words, address


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_somebody_is_told_once_that_the_notice_changed_and_says_that_they_saw_it(elin, prefix):
    browser = signed_in(elin)
    page = browser.get(f"{prefix}/home", follow=True).content.decode()
    assert (CHANGED in page) == (not prefix)
    [link] = re.findall(r'notification-banner__link" href="([^"]+)"', page)
    assert f"{before_version()}/{NEWEST_MATERIAL.number}" in link
    assert browser.get(link).status_code == 200
    [number] = re.findall(r'name="notice" value="(\d+)"', page)
    for _twice in range(2):
        answer = browser.post(f"{prefix}/privacy/seen", {"notice": number})
        assert answer.status_code == 302 and answer["Location"] == f"{prefix}/home"
    assert 'value="' + number + '"' not in browser.get(f"{prefix}/home", follow=True).content.decode()
    assert [line.why for line in audit.trail(about=elin) if line.act == "privacy.notice_seen"] == [f"version {number}"]


def before_version() -> int:
    return in_force(Kind.PRIVACY, before_it()).number


def test_nothing_else_waits_for_it(elin):
    browser = signed_in(elin)
    for address in ("/home", "/apply/", "/account", "/join/"):
        assert browser.get(address, follow=True).status_code == 200


def test_it_is_said_on_the_home_of_somebody_with_a_case_and_nobody_who_came_later_hears_it():
    with clock.travel(before_it()):
        early = catrin_has_applied()
        case = early.reference
    assert CHANGED in early.open("/home").words
    assert CHANGED not in joined("Gareth", case).open("/home").words
    with clock.travel(before_it()):
        assert CHANGED not in early.open("/home").words, "it had not changed then"


def test_it_costs_a_home_no_question_to_the_database(elin):
    browser = signed_in(elin)
    browser.get("/begin/")
    with CaptureQueriesContext(connection) as told:
        assert CHANGED in browser.get("/begin/").content.decode()
    browser.post("/privacy/seen", {"notice": NEWEST_MATERIAL.number})
    browser.get("/begin/")
    with CaptureQueriesContext(connection) as quiet:
        assert CHANGED not in browser.get("/begin/").content.decode()
    assert len(told) == len(quiet)


@pytest.mark.parametrize("number", ["", "0", "999", "x", "9" * 5000, "-1"])
def test_a_version_that_is_not_there_cannot_be_seen(elin, number):
    assert signed_in(elin).post("/privacy/seen", {"notice": number}).status_code == 404
    with clock.travel(before_it()):
        assert signed_in(elin).post("/privacy/seen", {"notice": NEWEST_MATERIAL.number}).status_code == 404


def test_only_somebody_signed_in_can_say_so():
    assert Client().post("/privacy/seen", {"notice": 1}).status_code == 302
    assert notice(Kind.PRIVACY, NEWEST_MATERIAL.number).material
