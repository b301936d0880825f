"""From the first page to the reference, with the turns people take."""

import pytest

from childmaintenance.journeys.tests import outing
from childmaintenance.journeys.tests.walking import Walker

pytestmark = pytest.mark.django_db


def test_from_start_to_reference(anna):
    assert anna.heading == "Plan an outing"
    assert "Cannot start yet" in anna.words
    anna.open(anna.link("The plan"))
    assert anna.heading == "What is your name?"
    anna.plan()
    assert anna.heading == "Plan an outing"
    assert "You have completed 1 of 2 parts" in anna.words
    anna.open(anna.link("The guests"))
    assert anna.heading == "What is the guest’s name?"
    anna.send(name="Zoë")
    assert anna.heading == "How old is Zoë?"
    anna.send(age="7")
    assert anna.heading == "You have added 1 guest"
    anna.send(another="yes").guest("Bao", "8")
    assert anna.heading == "You have added 2 guests"
    anna.send(another="no")
    anna.open(anna.link("Check your answers"))
    assert anna.heading == "Check your answers"
    assert "Siân O’Neill-Ó Súilleabháin" in anna.words
    assert "5 April 2026" in anna.words
    anna.send()
    assert "OUT-1" in anna.words
    ((_draft, sent),) = outing.SENT
    assert sent["leader"] == {"full_name": "Siân O’Neill-Ó Súilleabháin"}
    assert [guest["name"] for guest in sent["guests"]] == ["Zoë", "Bao"]


def test_an_answer_that_is_no_longer_reachable_is_dropped(anna):
    anna.plan(meal={"meal": "cafe"}).send(f"{anna.draft}cafe", cafe="The Blue Cup", cost="£1,004.50")
    anna.open(f"{anna.draft}guests").guest("Zoë", "7").send(another="no")
    anna.open(f"{anna.draft}check-your-answers")
    assert "The Blue Cup" in anna.words
    assert "£1,004.50" in anna.words
    anna.send(f"{anna.draft}meal?from=check", meal="packed")
    assert anna.heading == "Check your answers"
    assert "The Blue Cup" not in anna.words
    anna.send()
    assert "cafe" not in outing.SENT[0][1]


def test_a_change_returns_straight_back_or_first_asks_what_it_opened(anna):
    anna.plan().open(f"{anna.draft}guests").guest("Zoë", "7").send(another="no").open(f"{anna.draft}check-your-answers")
    change = anna.link("Change Leader")
    assert change.endswith("leader?from=check")
    anna.open(change)
    assert anna.link("Back").endswith("check-your-answers")
    anna.send(full_name="Anna")
    assert anna.heading == "Check your answers"
    anna.send(f"{anna.draft}meal?from=check", meal="cafe")
    assert anna.heading == "Which café?"
    anna.send(cafe="The Blue Cup")
    assert anna.heading == "Check your answers"
    assert "Not provided" in anna.words  # the cost, which nobody needs to give


def test_a_changed_guest_returns_straight_back(anna):
    anna.plan().open(f"{anna.draft}guests").guest("Zoë", "7").send(another="no").open(f"{anna.draft}check-your-answers")
    anna.open(anna.link("Change How old is Zoë? (Zoë)")).send(age="8")
    assert anna.heading == "Check your answers"
    assert "8" in anna.words


def test_nobody_gets_ahead_of_their_answers(anna):
    assert anna.open(f"{anna.draft}meal").heading == "Plan an outing"
    assert anna.open(f"{anna.draft}guests").heading == "Plan an outing"
    assert anna.open(f"{anna.draft}check-your-answers").heading == "Plan an outing"
    assert anna.send(f"{anna.draft}check-your-answers").heading == "Plan an outing"
    assert anna.open(f"{anna.draft}cafe").heading == "Plan an outing"
    assert not outing.SENT


def test_an_unknown_page_is_not_found(anna):
    assert anna.open(f"{anna.draft}nothing").status == 404
    assert anna.open(f"{anna.draft}guests/x/nothing").status == 404
    assert anna.open(f"{anna.draft}leader/x/guest").status == 404
    assert anna.open(f"{anna.draft}leader/x/remove").status == 404


def test_save_and_come_back_later_keeps_what_is_not_right_yet(anna):
    anna.send(f"{anna.draft}leader", full_name="Anna")
    anna.send(f"{anna.draft}day", **{"day-day": "31", "day-month": "2", "day-year": "", "then": "later"})
    assert anna.heading == "Your answers are saved"
    again = Walker().open("/outing/")
    assert "You started this before" in again.words
    again.send()
    assert "In progress" in again.words
    again.open(again.link("The plan"))
    assert 'value="31"' in again.page
    assert "There is a problem" not in again.words


def test_wrong_answers_come_first_on_the_page_and_are_linked(anna):
    anna.send(f"{anna.draft}leader", full_name="Anna")
    anna.send(f"{anna.draft}day", **{"day-day": "31", "day-month": "2", "day-year": "2026"})
    assert "<title>Error: " in anna.page
    assert 'href="#id_day-day"' in anna.page
    assert "The day must be a real date" in anna.words
    anna.send(f"{anna.draft}day", **{"day-day": "1", "day-month": "2", "day-year": ""})
    assert 'href="#id_day-year"' in anna.page


def test_a_group_can_lose_an_item_and_must_have_one(anna):
    anna.plan().open(f"{anna.draft}guests").guest("Zoë", "7")
    anna.open(anna.link("Remove Zoë"))
    assert anna.heading == "Remove Zoë?"
    anna.send()
    assert anna.heading == "What is the guest’s name?"
    anna.open(anna.draft)
    assert "Not yet started" in anna.words


def test_a_group_that_is_full_takes_no_more(anna):
    anna.plan().open(f"{anna.draft}guests").guest("A", "1").send(another="yes").guest("B", "2").send(
        another="yes"
    ).guest("C", "3")
    assert "You cannot add more here" in anna.words
    anna.send(f"{anna.draft}guests/ffffffff/guest", name="D")
    assert anna.heading == "You have added 3 guests"
    anna.send()
    assert anna.heading == "Plan an outing"


def test_an_item_left_half_way_is_finished_first(anna):
    anna.plan().open(f"{anna.draft}guests").send(name="Zoë")
    anna.open(f"{anna.draft}guests")
    assert "Not finished" in anna.words
    anna.send(another="no")
    assert anna.heading == "How old is Zoë?"


def test_the_answer_yes_or_no_is_needed(anna):
    anna.plan().open(f"{anna.draft}guests").guest("Zoë", "7").send()
    assert "Select yes or no" in anna.words


def test_a_refusal_at_the_end_loses_nothing(anna):
    anna.plan(leader={"full_name": "Refused"}).open(f"{anna.draft}guests").guest("Zoë", "7").send(another="no")
    anna.send(f"{anna.draft}check-your-answers")
    assert "The outing is full." in anna.words
    assert anna.heading == "Check your answers"
    anna.send(f"{anna.draft}leader?from=check", full_name="Anna").send()
    assert "OUT-1" in anna.words


def test_a_journey_of_one_section_runs_straight_through(db):
    bo = Walker("U-BO").open("/places/C-1/short/").send()
    assert bo.heading == "What is your name?"
    bo.send(full_name="Bo")
    assert bo.heading == "Check your answers"
    bo.send()
    assert "OUT-1" in bo.words
    assert bo.open(bo.draft).heading == "Your answers have been sent"


def test_what_the_portal_does_not_allow_is_not_there(db):
    assert Walker().open("/places/closed/short/").status == 404


def test_a_page_of_three_megabytes_is_refused_and_nothing_is_lost(anna):
    anna.send(f"{anna.draft}leader", full_name="Anna")
    anna.send(f"{anna.draft}leader", full_name="a" * 3_000_000)
    assert anna.status == 400
    assert anna.heading == "We could not read that"
    assert 'value="Anna"' in anna.open(f"{anna.draft}leader").page


def test_a_name_of_ten_thousand_letters_is_told_why_it_cannot_be(anna):
    anna.send(f"{anna.draft}leader", full_name="a" * 10_000)
    assert "Full name must be 150 characters or fewer. You typed 10000." in anna.words


def test_start_again_throws_the_old_answers_away(anna):
    anna.send(f"{anna.draft}leader", full_name="Anna").open("/outing/")
    anna.open("/outing/" + anna.link("Start again"))
    anna.send("/outing/", again="yes")
    assert "You have completed 0 of 2 parts" in anna.words
    assert "In progress" not in anna.words
