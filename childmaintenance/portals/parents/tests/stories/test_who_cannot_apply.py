"""The law does not let us act for everybody: they are told why, kindly, and what else they can do."""

import datetime as dt

import pytest

from childmaintenance.cases import queries as cases
from childmaintenance.cases.terms import TaskKind
from childmaintenance.foundation import clock
from childmaintenance.portals.parents.journeys.apply import apply
from childmaintenance.portals.parents.tests.stories.family import CATRIN_APPLIES, HOMES, changed, child
from childmaintenance.portals.parents.tests.stories.walking import Walker

pytestmark = pytest.mark.django_db


def at_home() -> Walker:
    """Catrin has said who she is and opens "Where you all live"."""
    catrin = Walker("Catrin").begin("/apply/").fill_in(apply, CATRIN_APPLIES[:2])
    return catrin.open(f"{catrin.draft}together")


def test_parents_who_live_together_are_told_at_once_and_can_put_it_right():
    catrin = at_home().answer([("together", {"together": "yes"})])
    assert catrin.slug == "cannot-go-on", "nobody is asked more once the answer is no"
    assert "for parents who live apart" in catrin.words
    assert "CSA 1991 s.3(2)" in catrin.words
    assert "Citizens Advice" in catrin.words
    catrin.open(f"{catrin.draft}together").answer(HOMES)
    assert catrin.slug == ""


def test_the_rest_cannot_be_started_while_we_cannot_act():
    catrin = at_home().answer([("together", {"together": "yes"})])
    catrin.open(catrin.draft)
    assert catrin.words.count("Cannot start yet") == 3
    assert catrin.open(f"{catrin.draft}check-your-answers").slug == "", "and nothing can be sent"


def test_pressing_on_from_the_page_that_says_no_leads_nowhere():
    catrin = at_home().answer([("together", {"together": "yes"})])
    catrin.send()
    assert catrin.slug == "cannot-go-on"


def test_a_new_court_order_says_from_which_day_we_can_act():
    with clock.travel(dt.date(2026, 5, 1)):
        catrin = at_home().answer([*HOMES[:-1], ("court-order", {"ordered": "yes"})])
        catrin.answer([("court-order-date", {"made_on": dt.date(2025, 12, 5)})])
        assert catrin.slug == "cannot-go-on"
        assert "5 December 2026" in catrin.words


def test_an_old_court_order_goes_to_a_person_and_is_worded_as_a_doubt():
    catrin = at_home().answer([*HOMES[:-1], ("court-order", {"ordered": "yes"})])
    assert "We are not sure what applies to orders from before April 2003" in catrin.words
    catrin.answer([("court-order-date", {"made_on": dt.date(2002, 6, 1)})])
    catrin.fill_in(apply, CATRIN_APPLIES[3:]).check_and_send()
    [task] = cases.work_list(kinds=[TaskKind.SETTLE_FACT], case=catrin.reference)
    assert task.reason["why"] == "court_order_old"


def test_a_paying_parent_abroad_is_in_only_for_some_employers():
    catrin = at_home()
    catrin.answer([*HOMES[:3], ("they-live", {"in_uk": "no"}), ("works-abroad", {"employer": "none"})])
    assert catrin.slug == "cannot-go-on"
    catrin.open(f"{catrin.draft}works-abroad").answer([("works-abroad", {"employer": "nhs"}), HOMES[-1]])
    assert catrin.slug == ""


def test_a_child_who_is_too_old_is_left_out_and_the_others_go_on():
    with clock.travel(dt.date(2026, 5, 1)):
        catrin = at_home().answer(HOMES)
        catrin.open(f"{catrin.draft}children")
        catrin.answer([*child("Rhys", dt.date(2005, 1, 1))[:2]])
        assert catrin.slug == "not-this-child"
        assert "20th birthday" in catrin.words
        [remove] = [link for link in catrin.links if link.endswith("/remove")]
        catrin.open(remove).send()
        catrin.answer(child("Elin", dt.date(2016, 6, 1)))
        assert catrin.slug == ""
        catrin.open(catrin.draft)
        assert "Rhys" not in catrin.words


@pytest.mark.parametrize(
    ("answer", "comes_next"), [("yes", "children"), ("not_known", "children"), ("no", "not-this-child")]
)
def test_from_sixteen_on_education_is_asked_about(answer, comes_next):
    with clock.travel(dt.date(2026, 5, 1)):
        catrin = at_home().answer(HOMES)
        catrin.open(f"{catrin.draft}children").answer(child("Rhys", dt.date(2009, 1, 1), education=answer)[:3])
        assert catrin.slug == comes_next


def test_not_being_sure_about_education_is_a_task_for_a_caseworker():
    with clock.travel(dt.date(2026, 5, 1)):
        older = changed(
            CATRIN_APPLIES,
            children=child("Rhys", dt.date(2009, 1, 1), education="not_known"),
        )
        older = [
            ("stays-1", [("stays-1", {"pattern": "never"})]) if task == "nights-alike" else (task, pages)
            for task, pages in older
        ]
        catrin = Walker("Catrin").begin("/apply/").fill_in(apply, older).check_and_send()
        [task] = cases.work_list(kinds=[TaskKind.SETTLE_FACT], case=catrin.reference)
        assert task.reason["why"] == "child_not_in_education"


def test_a_child_who_is_not_born_yet_is_told_kindly():
    catrin = at_home().answer(HOMES)
    catrin.open(f"{catrin.draft}children").answer(child("Elin", dt.date(2016, 6, 1))[:1])
    catrin.send({"date_of_birth": clock.today() + dt.timedelta(days=30)})
    assert "You can apply when the child is born" in catrin.problems
