"""Several people at the same moment, each with a connection of their own."""

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection

from childmaintenance.chat import actions, desk, keys, queries
from childmaintenance.chat.terms import Author, ChatRefusal
from childmaintenance.chat.tests.conversations import RHIAN, TOMOS, WORKING, at_the_desk
from childmaintenance.foundation import clock

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def working_hours(own_database: str) -> Iterator[None]:
    with clock.travel(WORKING):
        yield


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """Do all of it at the same moment; what each gave, or how it was refused."""
    ready, done = threading.Barrier(len(acts)), list[Any]()

    def act(one: Callable[[], Any]) -> None:
        with clock.travel(WORKING):
            ready.wait()
            try:
                done.append(one())
            except ChatRefusal as refusal:
                done.append(type(refusal).__name__)
            finally:
                connection.close()

    threads = [threading.Thread(target=act, args=[one]) for one in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return done


def opened() -> str:
    return actions.open_conversation(topic="amount", language="en").reference


def test_two_agents_take_one_conversation_and_one_gets_it():
    for who in (RHIAN, TOMOS):
        at_the_desk(who)
    chat = opened()
    done = at_once(*(lambda by=by: actions.take(reference=chat, version=1, by=by) for by in (RHIAN, TOMOS)))
    assert sorted(map(str, done)) == ["None", "Stale"]
    assert queries.conversation(chat).last == 1


def test_two_agents_take_the_next_and_each_gets_another():
    for who in (RHIAN, TOMOS):
        at_the_desk(who)
    chats = {opened(), opened()}
    assert set(at_once(*(lambda by=by: actions.take_next(by=by) for by in (RHIAN, TOMOS)))) == chats


def test_one_agent_in_two_windows_gets_no_more_than_one_may():
    at_the_desk(RHIAN)
    for _one in range(desk.limits().at_once - 1):
        opened()
        actions.take_next(by=RHIAN)
    opened(), opened()
    done = at_once(*(lambda: actions.take_next(by=RHIAN) for _window in range(2)))
    assert "Busy" in done
    assert queries.agent(RHIAN.reference).open_now == desk.limits().at_once


def test_one_click_that_arrives_four_times_says_one_thing_and_opens_one_chat():
    at_the_desk(RHIAN)
    chat, key = opened(), keys.new_key()
    say = lambda: actions.say_as_visitor(reference=chat, text="Hello", nonce="one-click", version=1)  # noqa: E731
    assert at_once(say, say, say, say) == [None] * 4
    assert [one.author for one in queries.messages(chat)] == [Author.VISITOR]
    start = lambda: actions.open_conversation(topic="amount", language="en", key=key).reference  # noqa: E731
    assert len(set(at_once(start, start, start))) == 1


def test_everybody_talks_and_every_line_has_its_own_number():
    at_the_desk(RHIAN)
    chat = opened()
    words = [
        lambda n=n: actions.say_as_visitor(reference=chat, text=str(n), nonce=f"visitor-{n}", version=1)
        for n in range(8)
    ]
    assert at_once(*words) == [None] * 8
    said = queries.messages(chat)
    assert [one.number for one in said] == list(range(1, 9)) and {one.text for one in said} == set("01234567")
