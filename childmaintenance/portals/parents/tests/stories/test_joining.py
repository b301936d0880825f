"""An account becomes somebody's by the code from their letter, and by nothing else."""

import datetime as dt

import pytest
from django.test import Client

from childmaintenance.foundation import audit, clock
from childmaintenance.parties import queries as parties
from childmaintenance.portals.parents.joining import MOST_WRONG_CODES
from childmaintenance.portals.parents.tests.stories.given import catrin_has_applied, code_for_the_other_parent, joined
from childmaintenance.portals.parents.tests.stories.walking import Walker

pytestmark = pytest.mark.django_db
WRONG = "ABCD-EFGH-JKMN"


def test_the_code_leads_to_the_application_that_waits():
    catrin = catrin_has_applied()
    gareth = joined("Gareth", catrin.reference)
    assert gareth.heading == "Answer the application"
    assert gareth.at == f"/cases/{catrin.reference}/answer/"
    assert parties.party_of_account(gareth.account).full_name == "Gareth Owen Pryce"


def test_capitals_dashes_and_spaces_do_not_matter():
    code = code_for_the_other_parent(catrin_has_applied().reference)
    gareth = Walker("Gareth").open("/join/").send({"code": f" {code.lower().replace('-', ' ')} "})
    assert gareth.heading == "Answer the application"


def test_every_wrong_code_gets_the_same_words():
    """Wrong, used, superseded and out of date: nobody learns which, so codes cannot be probed."""
    case = catrin_has_applied().reference
    old = code_for_the_other_parent(case)
    newest = code_for_the_other_parent(case)
    said = {Walker("One").open("/join/").send({"code": WRONG}).problems}
    said.add(Walker("Two").open("/join/").send({"code": old}).problems)
    with clock.travel(clock.now() + dt.timedelta(days=61)):
        said.add(Walker("Three").open("/join/").send({"code": newest}).problems)
    Walker("Gareth").open("/join/").send({"code": newest})
    said.add(Walker("Four").open("/join/").send({"code": newest}).problems)
    assert len(said) == 1
    assert "This code does not work" in said.pop()


def test_a_wrong_code_is_recorded_without_the_code():
    walker = Walker("Gareth").open("/join/").send({"code": WRONG})
    [line] = [line for line in audit.trail(by=walker.account) if line.manner == "refused"]
    assert line.about == "join"
    assert WRONG not in repr(line)


def test_too_many_wrong_codes_have_to_wait_and_the_right_one_waits_with_them():
    code = code_for_the_other_parent(catrin_has_applied().reference)
    gareth = Walker("Gareth").open("/join/")
    for _try in range(MOST_WRONG_CODES):
        gareth.send({"code": WRONG}, to="/join/")
        assert gareth.status == 200
    gareth.send({"code": code}, to="/join/")
    assert gareth.status == 429
    assert gareth.heading == "You have tried too many codes"
    assert parties.party_of_account(gareth.account) is None
    with clock.travel(clock.now() + dt.timedelta(hours=1, minutes=1)):
        assert gareth.send({"code": code}, to="/join/").heading == "Answer the application"


def test_somebody_else_is_not_held_up_by_it():
    stranger = Walker("Stranger").open("/join/")
    for _try in range(MOST_WRONG_CODES + 1):
        stranger.send({"code": WRONG}, to="/join/")
    assert joined("Gareth", catrin_has_applied().reference).heading == "Answer the application"


def test_whoever_has_joined_is_led_on_and_nobody_else_can_join_with_them():
    catrin = catrin_has_applied()
    gareth = joined("Gareth", catrin.reference)
    assert gareth.open("/join/").at == f"/cases/{catrin.reference}/answer/"
    assert catrin.open("/join/").at == "/home", "an applicant has nothing to join"


@pytest.mark.parametrize(
    "typed", ["", "x" * 10_000, "\u202eABCD", "\u200f\u05d0\u05d1", "\U0001f600" * 40, "%00", "A\x00B"]
)
def test_whatever_is_typed_there_is_a_plain_answer(typed):
    walker = Walker("Gareth").open("/join/").send({"code": typed})
    assert walker.status == 200
    assert walker.problems


def test_nobody_joins_without_signing_in():
    response = Client().get("/join/")
    assert response.status_code == 302
    assert response["Location"].startswith("/sign-in")


def test_a_new_account_is_asked_how_to_begin():
    walker = Walker("Gareth").open("/home")
    assert walker.at == "/begin/"
    assert "I have a letter with a code" in walker.words
    assert {"/join/", "/apply/"} <= set(walker.links)
