"""A draft is sent once: by a second click, a second tab, or after a crash in the middle, with one and the same reference."""

from dataclasses import replace

import pytest

from childmaintenance.foundation import audit
from childmaintenance.foundation.actor import Actor
from childmaintenance.journeys import actions, queries
from childmaintenance.journeys.tests import outing
from childmaintenance.journeys.tests.test_drafts import at_once

ANNA = Actor("person", "U-ANNA")


def full_draft():
    draft = actions.begin(journey=outing.short, about="C-1", again=False, by=ANNA)
    actions.keep(draft=draft, question="leader", typed={"full_name": ["Anna"]}, kept=outing.short.kept)
    return draft


def test_eight_clicks_at_once_are_one_submission(own_database):
    draft = full_draft()
    references = at_once(8, lambda _n: actions.submit(draft=draft, journey=outing.short, known={}, by=ANNA))
    assert set(references) == {"OUT-1"}
    assert len(outing.SENT) == 1
    assert [line.act for line in audit.trail(about="OUT-1")] == ["journeys.submit"]
    assert queries.draft(draft) is None
    assert queries.submission(draft).reference == "OUT-1"


def test_a_crash_in_the_middle_leaves_the_draft_whole(own_database):
    draft = full_draft()

    def crash(answers, *, draft, about, by):
        audit.record(by=by, act="outing.half", about="half an outing")
        raise ConnectionResetError("the machine stopped")

    with pytest.raises(ConnectionResetError):
        actions.submit(draft=draft, journey=replace(outing.short, submit=crash), known={}, by=ANNA)
    assert not audit.trail(about="half an outing")
    assert queries.draft(draft).answers["pages"]["leader"] == {"full_name": ["Anna"]}
    assert actions.submit(draft=draft, journey=outing.short, known={}, by=ANNA) == "OUT-1"


def test_an_unfinished_draft_is_not_sent(own_database):
    draft = actions.begin(journey=outing.short, about="", again=False, by=ANNA)
    with pytest.raises(actions.NotComplete):
        actions.submit(draft=draft, journey=outing.short, known={}, by=ANNA)


def test_nobody_is_told_the_reference_of_somebody_elses_submission(own_database):
    draft = full_draft()
    actions.submit(draft=draft, journey=outing.short, known={}, by=ANNA)
    with pytest.raises(actions.NoDraft):
        actions.submit(draft=draft, journey=outing.short, known={}, by=Actor("person", "U-BO"))
