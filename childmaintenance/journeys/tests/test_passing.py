"""A visitor's journey: a conclusion that follows the answers, kept for minutes, and no trace of it afterwards."""

from datetime import timedelta

import pytest
from django.db.models import F

from childmaintenance.foundation import audit
from childmaintenance.journeys import actions, jobs, queries
from childmaintenance.journeys.models import Draft
from childmaintenance.journeys.terms import Journey, NotAJourney
from childmaintenance.journeys.tests.outing import stroll
from childmaintenance.journeys.tests.walking import Walker

pytestmark = pytest.mark.django_db


@pytest.fixture
def vera() -> Walker:
    return Walker("V-VERA").open("/stroll/").send()


def pass_minutes(idle: float, *, in_all: float | None = None) -> None:
    """So many minutes without a page, and so many since the beginning."""
    Draft.objects.update(
        ends_at=F("ends_at") - timedelta(minutes=idle),
        latest_at=F("latest_at") - timedelta(minutes=idle if in_all is None else in_all),
    )


def test_the_result_follows_the_answers_whichever_is_changed(vera):
    vera.send(rains="yes").send(umbrella="no")
    assert vera.at.endswith("/result")
    assert "Your answers" in vera.words
    vera.open(f"{vera.draft}umbrella?from=check").send(umbrella="yes")
    assert vera.at.endswith("/result")
    vera.open(f"{vera.draft}weather?from=check").send(rains="no")
    assert "umbrella" not in vera.words
    assert vera.open(f"{vera.draft}umbrella").at.endswith("/result")


def test_back_and_forward_lose_nothing(vera):
    vera.send(rains="yes").send(umbrella="no")
    vera.open(vera.link("Back"))
    assert 'value="no" checked' in vera.page
    vera.open(vera.link("Back"))
    assert 'value="yes" checked' in vera.page
    assert vera.send(rains="yes").send(umbrella="no").at.endswith("/result")


def test_the_result_waits_for_every_answer(vera):
    vera.send(rains="yes")
    assert vera.open(f"{vera.draft}result").at.endswith("/umbrella")


def test_a_page_offers_no_saving_and_lets_the_browser_remember_nothing(vera):
    assert "Save and come back later" not in vera.words
    assert 'autocomplete="off"' in vera.page
    assert vera.send(rains="yes", then="later").at.endswith("/umbrella")


def test_titles_say_nothing_of_the_question(vera):
    assert "<title>Go out – OCM</title>" in vera.page


@pytest.mark.parametrize(("idle", "status"), [(19.9, 200), (20, 404)])
def test_it_waits_twenty_minutes_for_the_next_page(vera, idle, status):
    pass_minutes(idle)
    assert vera.open(vera.at).status == status


def test_each_page_puts_off_the_end_but_never_past_ninety_minutes(vera):
    for _time in range(4):
        pass_minutes(19)
        assert vera.open(vera.at).status == 200
    pass_minutes(13.9)
    assert vera.open(vera.at).status == 200
    pass_minutes(0.2)
    assert vera.open(vera.at).status == 404
    assert vera.heading == "Your answers are no longer here"
    assert "no page is opened for 20 minutes" in vera.words


def test_what_is_over_can_be_read_by_nobody_and_changed_by_nothing(vera):
    draft = queries.open_drafts("V-VERA")[0].id
    pass_minutes(20)
    assert queries.draft(draft) is None
    assert not queries.open_drafts("V-VERA")
    with pytest.raises(actions.NoDraft):
        actions.keep(draft=draft, question="weather", typed={"rains": ["yes"]}, kept=stroll.kept)


def test_it_is_deleted_and_no_line_says_that_it_was_there(vera):
    vera.send(rains="yes").send(umbrella="no")
    pass_minutes(20)
    jobs.forget_visitors(0)
    assert not Draft.objects.exists()
    assert not audit.trail(by="V-VERA")
    assert not audit.trail(by="journeys")


def test_beginning_again_after_the_end_begins_anew(vera):
    vera.send(rains="yes")
    pass_minutes(20)
    vera.open("/stroll/")
    assert "a short while ago" not in vera.words
    assert "checked" not in vera.send().page


def test_somebody_elses_is_not_shown(vera):
    other = Walker("V-OTTO").open(f"{vera.draft}weather")
    assert other.status == 404
    assert other.heading == "Your answers are no longer here"


def test_a_journey_ends_in_one_way():
    with pytest.raises(NotAJourney, match="either in something sent, or in a conclusion"):
        Journey(slug="x", title="X", sections=stroll.sections)
