"""A journey that contradicts itself is refused when it is written, not when somebody is half way through it."""

import pytest

from childmaintenance.foundation import forms
from childmaintenance.journeys.answers import Answers
from childmaintenance.journeys.route import walk
from childmaintenance.journeys.terms import Journey, NotAJourney, Question, QuestionForm, Retention, Section
from childmaintenance.journeys.tests.outing import marked, outing, submit, who


class Word(QuestionForm):
    word = forms.Text()
    other = forms.Text(required=False)


def question(slug: str, **parts) -> Question:
    return Question(slug, slug, Word, **({"personal": Retention.CASE} | parts))


def test_every_field_says_how_long_it_may_be_kept():
    assert (
        question("a", personal={"word": Retention.CASE, "other": Retention.DRAFT_ONLY}).retention_of("other")
        is Retention.DRAFT_ONLY
    )
    with pytest.raises(NotAJourney, match="other"):
        question("a", personal={"word": Retention.CASE})
    with pytest.raises(NotAJourney, match="third"):
        question("a", personal={"word": Retention.CASE, "other": Retention.CASE, "third": Retention.CASE})


@pytest.mark.parametrize(
    "sections",
    [
        (Section("s", "S", (question("a"), question("a"))),),
        (Section("s", "S", (question("check-your-answers"),)),),
        (Section("s", "S", (question("a"),), after=("t",)), Section("t", "T", (question("b"),))),
        (Section("s", "S", (question("a"),), after=("nowhere",)),),
    ],
)
def test_what_would_not_work_is_refused(sections):
    with pytest.raises(NotAJourney):
        Journey(slug="j", title="J", sections=sections, submit=submit)


def test_every_page_is_marked_with_who_may_open_it():
    addresses, space = outing.urls(marked, who)
    assert space == "outing"
    assert {address.name for address in addresses} == {
        "start",
        "tasks",
        "check",
        "saved",
        "done",
        "question",
        "remove",
        "item",
    }
    assert {address.callback.who_may for address in addresses} == {"whoever the cookie says"}


def test_a_condition_sees_only_answers_that_are_reachable_themselves():
    yes = {"word": ["yes"]}
    journey = Journey(
        slug="j",
        title="J",
        submit=submit,
        sections=(
            Section(
                "s",
                "S",
                (
                    question("first"),
                    question("second", when=lambda answers: answers.get("first", "word") == "yes"),
                    question("third", when=lambda answers: answers.get("second", "word") == "yes"),
                ),
            ),
            Section("t", "T", (question("fourth"),), when=lambda answers: answers.has("third")),
        ),
    )
    whole = walk(journey, {"pages": {"first": yes, "second": yes, "third": yes}}, {})
    assert [task.section.slug for task in whole.tasks] == ["s", "t"]
    closed = walk(journey, {"pages": {"first": {"word": ["no"]}, "second": yes, "third": yes}}, {})
    assert [stop.step.slug for stop in closed.tasks[0].stops] == ["first"]
    assert list(closed.answers) == ["first"]
    assert closed.complete


def test_what_is_known_is_there_for_words_and_is_no_answer():
    route = walk(outing, {}, {"town": "Bangor"})
    assert route.answers.known == {"town": "Bangor"}
    assert not route.answers.has("town")
    assert [*route.answers] == ["guests"]  # the repeat, with nobody in it
    assert route.answers.each("guests") == ()
    assert Answers(whole=route.answers).known == {"town": "Bangor"}
