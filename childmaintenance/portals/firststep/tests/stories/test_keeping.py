"""Somebody asks us to keep what they said, and an application takes it over with nothing typed twice."""

import datetime as dt

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from childmaintenance.accounts import actions as accounts
from childmaintenance.cases.first_steps import KEPT
from childmaintenance.foundation import audit, clock
from childmaintenance.foundation.actor import Actor
from childmaintenance.journeys import queries as journeys
from childmaintenance.portals.firststep.tests.stories.walking import FROM_OUR_PAGE, MOTHER, UNSAFE, Visitor, but, day

pytestmark = pytest.mark.django_db
UNSAFE_MOTHER = but(MOTHER, safety=UNSAFE, without=("talking",))


@pytest.fixture(autouse=True)
def _in_spring_2026():
    with clock.travel(dt.date(2026, 4, 1)):
        yield


@pytest.fixture
def account() -> str:
    return accounts.open_account(
        email="nia@example.org", password="one green door", name="Nia", language="en", by=Actor.system("story")
    )


def signed_in(account: str, client: Client | None = None) -> Visitor:
    client = client or Client(headers=FROM_OUR_PAGE)
    client.force_login(get_user_model().objects.get(reference=account))
    return Visitor(client=client)


def kept(visitor: Visitor, **said: str) -> str:
    return visitor.send(said, to=f"/get-help/{visitor.draft_id}/keep").reference


def answers(account: str) -> dict:
    [draft] = journeys.open_drafts(account, "apply")
    return draft.answers


def test_the_application_takes_over_every_answer(account):
    pages = but(
        UNSAFE_MOTHER,
        where={"lives": "them_abroad"},
        court_order={"ordered": "yes"},
        child_born=day("date_of_birth", 2009),
    )
    places = {slug: place for place, (slug, _answer) in enumerate(pages)}
    pages.insert(places["court-order"] + 1, ("court-order-date", day("made_on", 2020, 5, 4)))
    pages.insert(places["where"] + 1, ("works-abroad", {"employer": "nhs"}))
    pages.insert(places["child-born"] + 1, ("child-education", {"in_education": "yes"}))
    reference = kept(Visitor().begin().answer(pages), worries="yes")
    nia = signed_in(account).open("/apply-with-reference").send({"reference": reference.lower().replace("-", " ")})
    assert nia.at == "/apply/"
    nia.send()
    told = answers(account)
    assert told["pages"] == {
        "safety": {"worries": ["risk"]},
        "side": {"side": ["R"]},
        "together": {"together": ["no"]},
        "nation": {"nation": ["wales"]},
        "you-live": {"in_uk": ["yes"]},
        "they-live": {"in_uk": ["no"]},
        "works-abroad": {"employer": ["nhs"]},
        "court-order": {"ordered": ["yes"]},
        "court-order-date": {"made_on-day": ["4"], "made_on-month": ["5"], "made_on-year": ["2020"]},
    }
    [child] = told["groups"]["children"]["items"]
    assert child["pages"] == {
        "child-born": {"date_of_birth-day": ["1"], "date_of_birth-month": ["3"], "date_of_birth-year": ["2009"]},
        "child-education": {"in_education": ["yes"]},
    }


def test_the_application_asks_only_what_it_does_not_know(account):
    reference = kept(Visitor().begin().answer(UNSAFE_MOTHER), worries="yes")
    nia = signed_in(account).open("/apply-with-reference").send({"reference": reference}).send()
    nia.open(f"{nia.draft}safety")
    assert 'value="risk" checked' in nia.page
    nia.open(f"{nia.draft}side")
    assert 'value="R" checked' in nia.page
    assert nia.send({"side": "R"}).slug == "your-name"


def test_going_straight_on_to_the_application_types_nothing(account):
    visitor = Visitor().begin().answer(MOTHER)
    visitor.send({"apply": "yes"}, to=f"/get-help/{visitor.draft_id}/keep")
    assert visitor.at.startswith("/sign-in?next=%2Fapply-with-reference")
    nia = signed_in(account, visitor.client).open("/apply-with-reference")
    reference = nia.page.split('name="reference"')[1].split('value="')[1].split('"')[0]
    nia.send({"reference": reference})
    assert answers(account)["pages"]["nation"] == {"nation": ["wales"]}


def test_safety_is_kept_only_where_that_was_asked_too(account):
    reference = kept(Visitor().begin().answer(UNSAFE_MOTHER))
    signed_in(account).open("/apply-with-reference").send({"reference": reference})
    assert "safety" not in answers(account)["pages"]


def test_what_was_answered_in_the_application_stays(account):
    reference = kept(Visitor().begin().answer(MOTHER))
    nia = signed_in(account).open("/apply/").send()
    nia.send({"side": "P"}, to=f"{nia.draft}side")
    nia.open("/apply-with-reference").send({"reference": reference})
    assert answers(account)["pages"]["side"] == {"side": ["P"]}
    assert answers(account)["pages"]["nation"] == {"nation": ["wales"]}


def test_it_works_once_and_only_in_its_time(account):
    reference = kept(Visitor().begin().answer(MOTHER))
    with clock.travel(dt.date(2026, 4, 1) + KEPT + dt.timedelta(days=1)):
        nia = signed_in(account).open("/apply-with-reference").send({"reference": reference})
        assert "Nothing is kept under this reference" in nia.words
    nia = signed_in(account).open("/apply-with-reference").send({"reference": reference})
    assert nia.at == "/apply/"
    assert "Nothing is kept" in nia.open("/apply-with-reference").send({"reference": reference}).words


def test_it_says_how_long_and_can_be_deleted_at_once(account):
    visitor = Visitor().begin().answer(MOTHER)
    reference = kept(visitor)
    assert "We keep your answers until 29 April 2026" in visitor.words
    visitor.send(to="/get-help/reference/forget")
    assert visitor.heading == "There is nothing kept here"
    assert "Nothing is kept" in signed_in(account).open("/apply-with-reference").send({"reference": reference}).words


def test_only_the_one_who_asked_is_shown_the_reference():
    kept(Visitor().begin().answer(MOTHER))
    assert Visitor().open("/get-help/reference").heading == "There is nothing kept here"


def test_nobody_uses_a_reference_without_an_account():
    visitor = Visitor().open("/apply-with-reference")
    assert visitor.at.startswith("/sign-in")


def test_whoever_guesses_is_asked_to_wait_and_it_is_noted(account):
    otto = signed_in(account)
    for _guess in range(10):
        assert otto.open("/apply-with-reference").send({"reference": "F-0000-0000-0"}).status == 200
    assert otto.send({"reference": "F-0000-0000-0"}).status == 429
    refused = [line for line in audit.trail(by=account) if line.manner == "refused"]
    assert len(refused) == 10
    assert "F-0000" not in " ".join(line.about + line.why for line in refused)


def test_what_is_not_finished_cannot_be_kept():
    visitor = Visitor().begin().answer(MOTHER[:4])
    assert visitor.client.post(f"/get-help/{visitor.draft_id}/keep").status_code == 404


def test_the_reference_stands_in_no_address():
    visitor = Visitor().begin().answer(MOTHER)
    reference = kept(visitor)
    assert reference not in visitor.at
    assert visitor.at == "/get-help/reference"
