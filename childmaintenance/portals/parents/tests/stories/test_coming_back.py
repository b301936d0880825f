"""People stop, go back, press twice and open two windows. Nothing is lost and nothing happens twice."""

import pytest

from childmaintenance.cases import queries as cases
from childmaintenance.journeys import queries as drafts
from childmaintenance.parties import queries as parties
from childmaintenance.portals.parents.journeys.apply import apply
from childmaintenance.portals.parents.tests.stories.family import CATRIN_APPLIES
from childmaintenance.portals.parents.tests.stories.walking import Walker

pytestmark = pytest.mark.django_db


@pytest.fixture
def catrin() -> Walker:
    return Walker("Catrin").begin("/apply/").fill_in(apply, CATRIN_APPLIES)


def cases_of(walker: Walker) -> int:
    person = parties.party_of_account(walker.account)
    return len(cases.cases_of(person.reference)) if person else 0


def test_save_and_come_back_keeps_even_what_is_not_right_yet():
    catrin = Walker("Catrin").begin("/apply/").fill_in(apply, CATRIN_APPLIES[:1])
    catrin.open(f"{catrin.draft}side").answer([("side", {"side": "R"})])
    catrin.send({"full_name": "Catrin", "known_as": "x" * 90, "then": "later"})
    assert catrin.heading == "Your answers are saved"
    catrin.open("/apply/")
    assert "You started this before" in catrin.words
    catrin.send()
    catrin.open(f"{catrin.draft}your-name")
    assert 'value="Catrin"' in catrin.page
    assert "x" * 90 in catrin.page


def test_somebody_has_one_open_application_at_a_time(catrin):
    catrin.begin("/apply/").begin("/apply/")
    [draft] = drafts.open_drafts(catrin.account)
    assert str(draft.id) in catrin.draft


def test_starting_again_begins_empty_and_asks_first(catrin):
    catrin.open("/apply/?again=yes")
    assert "the answers you gave before are deleted" in catrin.words
    catrin.send({"again": "yes"}, to="/apply/")
    assert "You have completed 0 of" in catrin.words


def test_a_second_press_of_the_button_is_the_same_application(catrin):
    check = f"{catrin.draft}check-your-answers"
    first = catrin.send(to=check).reference
    assert catrin.send(to=check).reference == first
    assert catrin.open(check).reference == first, "and so is going back and looking"
    assert cases_of(catrin) == 1


def test_two_windows_do_not_lose_each_others_pages(catrin):
    catrin.send({"frequency": "W"}, to=f"{catrin.draft}how-often-paid")  # not reachable for her: refused, not lost
    catrin.send({"email": "one@example.org", "phone": ""}, to=f"{catrin.draft}reach")
    catrin.send({"safe_contact": "Not after six"}, to=f"{catrin.draft}safe-contact")
    catrin.open(f"{catrin.draft}check-your-answers")
    assert "one@example.org" in catrin.words
    assert "Not after six" in catrin.words


def test_a_window_left_open_says_that_it_was_sent(catrin):
    draft = catrin.draft
    catrin.check_and_send()
    reference = catrin.reference
    catrin.send({"side": "P"}, to=f"{draft}side")
    assert catrin.reference == reference
    assert cases_of(catrin) == 1


def test_changing_the_side_drops_what_is_no_longer_asked(catrin):
    catrin.send({"side": "P"}, to=f"{catrin.draft}side")
    catrin.open(catrin.draft)
    assert "Check your answers" not in catrin.words.replace("you can check your answers", "")
    assert "Your situation" in catrin.words
    catrin.send({"side": "R"}, to=f"{catrin.draft}side")
    catrin.open(f"{catrin.draft}check-your-answers")
    assert "C M Rowlands" in catrin.words, "and what was there before is there again"


def test_changing_an_answer_leads_straight_back_to_the_check(catrin):
    catrin.open(f"{catrin.draft}check-your-answers")
    [change] = [link for link in catrin.links if "/nation?" in link]
    catrin.open(change)
    catrin.send({"nation": "scotland"}, to=change)
    assert catrin.slug == "check-your-answers"
    assert "Scotland" in catrin.words


def test_the_same_pages_in_welsh_hold_the_same_answers(catrin):
    in_welsh = f"/cy{catrin.draft}check-your-answers"
    catrin.open(in_welsh)
    assert catrin.heading == "Gwirio eich atebion"
    assert "Catrin Mair Rowlands" in catrin.words
    catrin.send(to=in_welsh)
    assert catrin.heading == "Mae eich cais wedi ein cyrraedd"
    assert cases_of(catrin) == 1
