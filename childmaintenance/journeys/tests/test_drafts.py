"""Whose a draft is, how long it is kept, and two hands writing in it at once."""

import datetime as dt
import threading
from uuid import uuid4

import pytest
from django.db import connections

from childmaintenance.foundation import audit, clock
from childmaintenance.foundation.actor import Actor
from childmaintenance.journeys import actions, jobs, queries
from childmaintenance.journeys.tests.outing import outing, short
from childmaintenance.journeys.tests.walking import PLAN, Walker

ANNA = Actor("person", "U-ANNA")


@pytest.mark.django_db
class TestWhoseItIs:
    @pytest.mark.parametrize(
        "page", ["", "leader", "guests", "guests/abc/guest", "guests/abc/remove", "check-your-answers", "saved", "sent"]
    )
    @pytest.mark.parametrize("how", ["get", "post"])
    def test_somebody_elses_draft_is_not_found_and_noted(self, anna, page, how):
        bo = Walker("U-BO")
        if how == "post" and page in ("", "saved", "sent"):
            assert bo.send(f"{anna.draft}{page}").status == 405
            return
        answer = (
            bo.open(f"{anna.draft}{page}")
            if how == "get"
            else bo.send(f"{anna.draft}{page}", full_name="Bo", name="Bo")
        )
        assert answer.status == 404
        (line,) = audit.trail(by="U-BO")
        assert line.manner == "refused"
        assert line.about in anna.draft

    def test_a_draft_that_never_was_looks_like_one_that_is_gone(self, db):
        assert Walker("U-BO").open(f"/outing/{uuid4()}/").status == 404

    def test_a_draft_opens_only_in_its_own_journey_and_about_its_own_thing(self, db):
        anna = Walker().open("/places/C-1/short/").send()
        ours = anna.draft.split("/")[-2]
        assert anna.open(f"/places/C-2/short/{ours}/leader").status == 404
        assert anna.open(f"/outing/{ours}/").status == 404
        assert anna.open(f"/places/C-1/short/{ours}/leader").status == 200

    def test_what_somebody_sent_is_theirs_alone(self, db):
        anna = Walker().open("/places/C-1/short/").send().send(full_name="Anna").send()
        assert "OUT-1" in anna.words
        assert Walker("U-BO").open(anna.at).status == 404

    def test_only_the_questions_own_inputs_are_kept(self, anna):
        anna.send(f"{anna.draft}leader", full_name="Anna", admin="yes", csrfmiddlewaretoken="x", then="")
        (draft,) = queries.open_drafts("U-ANNA")
        assert draft.answers["pages"]["leader"] == {"full_name": ["Anna"]}

    def test_what_cannot_be_stored_is_cut_before_it_is(self, anna):
        anna.send(f"{anna.draft}leader", full_name="A\x00" * 20_000, then="later")
        (draft,) = queries.open_drafts("U-ANNA")
        assert len(draft.answers["pages"]["leader"]["full_name"][0]) <= 10_000


@pytest.mark.django_db
class TestHowLongItIsKept:
    def test_it_is_forgotten_28_days_after_the_last_save(self, db):
        with clock.travel(dt.date(2026, 4, 1)):
            anna = Walker().begin()
        with clock.travel(dt.date(2026, 4, 20)):
            anna.send(f"{anna.draft}leader", full_name="Anna")
        with clock.travel(dt.date(2026, 5, 17)):
            assert anna.open(anna.draft).status == 200
            jobs.start_of_day(clock.today())
            assert queries.open_drafts("U-ANNA")
        with clock.travel(dt.date(2026, 5, 19)):
            assert anna.open(anna.draft).status == 404
            assert anna.heading == "Your answers are no longer here"
            assert not queries.open_drafts("U-ANNA")
            jobs.start_of_day(clock.today())
            jobs.start_of_day(clock.today())
        with clock.travel(dt.date(2026, 5, 1)):
            assert not queries.open_drafts("U-ANNA")  # deleted, not hidden

    def test_whoever_comes_after_that_begins_anew(self, db):
        with clock.travel(dt.date(2026, 4, 1)):
            anna = Walker().begin().send(full_name="Anna")
        with clock.travel(dt.date(2026, 6, 1)):
            anna.begin()
            assert "You have completed 0 of 2 parts" in anna.words
            assert "In progress" not in anna.words

    def test_the_answers_go_when_they_are_sent(self, db):
        anna = Walker().open("/places/C-1/short/").send().send(full_name="Anna").send()
        assert "OUT-1" in anna.words
        assert not queries.open_drafts("U-ANNA")


def test_beginning_twice_at_once_is_one_draft(own_database):
    begun = at_once(6, lambda _n: actions.begin(journey=outing, about="", again=False, by=ANNA))
    assert len(set(begun)) == 1
    assert len(queries.open_drafts("U-ANNA")) == 1


def test_two_tabs_never_lose_each_others_pages(own_database):
    draft = actions.begin(journey=outing, about="", again=False, by=ANNA)

    def save(n: int) -> None:
        actions.keep(draft=draft, question=f"page-{n}", typed={"word": [str(n)]}, kept=outing.kept)
        actions.keep_in_item(
            draft=draft,
            group="guests",
            item=f"i{n}",
            question="guest",
            typed={"name": [str(n)]},
            most=20,
            kept=outing.kept,
        )

    at_once(8, save)
    found = queries.draft(draft)
    assert {f"page-{n}" for n in range(8)} == set(found.answers["pages"])
    assert {f"i{n}" for n in range(8)} == {item["id"] for item in found.answers["groups"]["guests"]["items"]}


def test_the_last_of_two_saves_of_one_page_stands(own_database):
    draft = actions.begin(journey=short, about="C-1", again=False, by=ANNA)
    for name in ("first", "second"):
        actions.keep(draft=draft, question="leader", typed={"full_name": [name]}, kept=short.kept)
    assert queries.draft(draft).answers["pages"]["leader"] == {"full_name": ["second"]}


@pytest.mark.django_db
def test_a_page_saved_after_the_draft_was_sent_elsewhere_changes_nothing(anna):
    anna.plan().open(f"{anna.draft}guests").guest("Zoë", "7").send(another="no")
    draft, other = anna.draft, Walker("U-ANNA")
    anna.send(f"{draft}check-your-answers")
    assert "OUT-1" in anna.words
    assert "OUT-1" in other.send(f"{draft}leader", **PLAN["leader"]).words


def at_once(many: int, work) -> list:
    """Do it in that many threads that start together; gives what each returned, and raises what any raised."""
    gate, results, wrong = threading.Barrier(many), [], []

    def one(n: int) -> None:
        try:
            gate.wait(10)
            results.append(work(n))
        except Exception as error:
            wrong.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=one, args=(n,)) for n in range(many)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    if wrong:
        raise wrong[0]
    return results
