"""Whatever people do, in whatever order and however late: numbers have no gaps, versions only rise, a refusal changes nothing."""

import datetime as dt

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from childmaintenance.chat import actions, queries
from childmaintenance.chat.tending import tend
from childmaintenance.chat.terms import Author, ChatRefusal, Event, State
from childmaintenance.chat.tests.conversations import RHIAN, TOMOS, WORKING, at_the_desk, opened
from childmaintenance.foundation import clock

AGENTS = (RHIAN, TOMOS)
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["say", "answer", "take", "next", "back", "over", "end", "leave", "language", "wait"]),
        st.integers(0, 1),  # which agent
        st.integers(0, 2),  # how many versions ago the page was made
        st.integers(0, 3),  # which nonce: some come twice
    ),
    max_size=12,
)


def do(reference: str, step: tuple[str, int, int, int], version: int) -> None:
    what, who, _ago, nonce = step
    by, other = AGENTS[who], AGENTS[1 - who]
    match what:
        case "say":
            actions.say_as_visitor(reference=reference, text="x", nonce=f"visitor-{nonce}", version=version)
        case "answer":
            actions.answer(reference=reference, text="y", nonce=f"agent-00{nonce}", version=version, by=by)
        case "take":
            actions.take(reference=reference, version=version, by=by)
        case "next":
            actions.take_next(by=by)
        case "back":
            actions.hand_back(reference=reference, version=version, by=by)
        case "over":
            actions.hand_over(reference=reference, version=version, to=other.reference, by=by)
        case "end":
            actions.end_as_agent(reference=reference, version=version, by=by)
        case "leave":
            actions.end_as_visitor(reference=reference)
        case "language":
            actions.change_language(reference=reference, language=("en", "cy")[nonce % 2], version=version)
        case "wait":
            tend()


@pytest.mark.django_db
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_numbers_and_versions(steps):
    with transaction.atomic():
        lived(steps)
        transaction.set_rollback(True)  # each example begins with an empty desk


def lived(steps: list[tuple[str, int, int, int]]) -> None:
    with clock.travel(WORKING):
        for agent in AGENTS:
            at_the_desk(agent, welsh=True)
        reference = opened().reference
    minutes, said = 0, queries.messages(reference)
    before = queries.conversation(reference)
    for step in steps:
        minutes += 4 if step[0] == "wait" else 0
        with clock.travel(WORKING + dt.timedelta(minutes=minutes)):
            try:
                do(reference, step, max(0, before.version - step[2]))
            except ChatRefusal:
                after = queries.conversation(reference)
                assert (after.version, after.last, after.state) == (before.version, before.last, before.state)
            after, now = queries.conversation(reference), queries.messages(reference)
        assert after.version >= before.version and after.last >= before.last
        assert (after.version == before.version) == (now == said), "a change is a version, and a version a line"
        assert [one.number for one in now] == list(range(1, after.last + 1))
        assert now[: len(said)] == said, "what was said stays said"
        assert before.state != State.ENDED or (after.version, after.state) == (before.version, before.state), "the end"
        assert (after.state == State.WITH_AGENT) == bool(after.agent) or after.state == State.ENDED
        nonces = [one for one in now if one.author == Author.VISITOR]
        assert len(nonces) <= 4, "each nonce says one thing"
        before, said = after, now
    ends = [one for one in said if one.event in (Event.ENDED_BY_AGENT, Event.ENDED_BY_VISITOR, Event.ENDED_UNSEEN)]
    assert len(ends) == (before.state == State.ENDED)
