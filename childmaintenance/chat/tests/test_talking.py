"""A conversation from the queue to its end: every change counted, said once, refused where it is no longer true."""

import pytest
from django.db import connection, transaction
from django.db.utils import IntegrityError

from childmaintenance.chat import actions, desk, queries
from childmaintenance.chat.models import Conversation, Message
from childmaintenance.chat.terms import (
    Author,
    Busy,
    Event,
    NobodyWaits,
    NoSuchChat,
    NotOffered,
    NotOurPage,
    Over,
    Stale,
    State,
    TooMuch,
)
from childmaintenance.chat.tests.conversations import RHIAN, TOMOS, answers, at_the_desk, opened, says, taken, version
from childmaintenance.foundation.audit import trail

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("working_hours")]


def events(reference: str) -> list[str]:
    return [one.event for one in queries.messages(reference) if one.author == Author.SERVICE]


def test_from_the_queue_to_the_end():
    at_the_desk()
    chat = opened(words="How much will it be?")
    assert queries.place_in_queue(chat.reference) == 1
    assert actions.take_next(by=RHIAN) == chat.reference
    answers(chat.reference, "Hello, it depends on income.", "agent-01")
    says(chat.reference, "I see", "visitor-1")
    actions.end_as_agent(reference=chat.reference, version=version(chat.reference), by=RHIAN)
    found = queries.conversation(chat.reference)
    assert (found.state, found.last, found.version) == (State.ENDED, 5, 6)
    assert [one.number for one in queries.messages(chat.reference)] == [1, 2, 3, 4, 5]
    assert events(chat.reference) == [Event.JOINED, Event.ENDED_BY_AGENT]
    with pytest.raises(Over):
        says(chat.reference, "Wait", "visitor-2")
    assert [line.act for line in trail(by=RHIAN.reference)] == ["chat.be_at_the_desk", "chat.take", "chat.end"]


def test_a_key_opens_its_own_conversation_and_is_not_stored():
    at_the_desk()
    mine, other = opened(), opened()
    assert len(mine.key) >= 43, "256 bits"
    assert queries.by_key(mine.key).reference == mine.reference != queries.by_key(other.key).reference
    assert queries.by_key(mine.key[:-1]) is queries.by_key("") is None
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_jsonb(c)::text FROM chat_conversation c")
        assert not [row for (row,) in cursor.fetchall() if mine.key in row]


def test_what_is_sent_twice_is_said_once():
    at_the_desk()
    chat = taken()
    before = version(chat.reference)
    for _click in range(2):
        actions.say_as_visitor(reference=chat.reference, text="Hello", nonce="one-click", version=before)
        actions.answer(
            reference=chat.reference, text="Hello", nonce="one-click", version=version(chat.reference), by=RHIAN
        )
    assert [one.author for one in queries.messages(chat.reference)][1:] == [Author.VISITOR, Author.AGENT]


def test_an_agents_words_from_an_older_page_are_refused():
    at_the_desk()
    chat = taken()
    seen = version(chat.reference)
    says(chat.reference, "I am not safe here", "visitor-1")
    with pytest.raises(Stale):
        actions.answer(reference=chat.reference, text="Ring him.", nonce="agent-01", version=seen, by=RHIAN)
    assert queries.conversation(chat.reference).last == 2


def test_a_visitors_words_wait_where_somebody_else_has_taken_over_and_not_where_both_type_at_once():
    at_the_desk()
    at_the_desk(TOMOS)
    chat = taken()
    seen = version(chat.reference)
    answers(chat.reference, "Hello", "agent-01")
    actions.say_as_visitor(reference=chat.reference, text="Hello Rhian", nonce="visitor-1", version=seen)
    actions.hand_over(reference=chat.reference, version=version(chat.reference), to=TOMOS.reference, by=RHIAN)
    with pytest.raises(Stale):
        actions.say_as_visitor(reference=chat.reference, text="For Rhian alone", nonce="visitor-2", version=seen)
    says(chat.reference, "Hello Tomos", "visitor-3")
    with pytest.raises(NoSuchChat):
        answers(chat.reference, "Still here", "agent-02")
    answers(chat.reference, "Hello", "agent-03", by=TOMOS)


def test_one_of_two_takes_it():
    at_the_desk()
    at_the_desk(TOMOS)
    chat = opened()
    actions.take(reference=chat.reference, version=1, by=RHIAN)
    with pytest.raises(Stale):
        actions.take(reference=chat.reference, version=1, by=TOMOS)
    with pytest.raises(NobodyWaits):
        actions.take_next(by=TOMOS)


def test_an_agent_has_only_so_many_at_once():
    at_the_desk()
    for _one in range(desk.limits().at_once):
        taken()
    last = opened()
    with pytest.raises(Busy):
        actions.take(reference=last.reference, version=1, by=RHIAN)
    with pytest.raises(Busy):
        actions.take_next(by=RHIAN)


def test_handed_back_it_has_its_old_place():
    at_the_desk()
    first, second = taken(), opened()
    actions.hand_back(reference=first.reference, version=version(first.reference), by=RHIAN)
    assert [one.reference for one in queries.waiting()] == [first.reference, second.reference]
    assert queries.place_in_queue(second.reference) == 2
    with pytest.raises(NoSuchChat):
        actions.hand_back(reference=first.reference, version=version(first.reference), by=RHIAN)


def test_whoever_speaks_welsh_is_answered_in_welsh():
    at_the_desk()
    cymraeg = opened("cy")
    assert queries.offer().languages == {"en"}
    with pytest.raises(NobodyWaits):
        actions.take_next(by=RHIAN)
    with pytest.raises(Busy):
        actions.take(reference=cymraeg.reference, version=1, by=RHIAN)
    assert queries.place_in_queue(opened().reference) == 1, "each language has its own queue"
    at_the_desk(TOMOS, english=False, welsh=True)
    assert actions.take_next(by=TOMOS) == cymraeg.reference
    assert queries.colleagues_for(TOMOS.reference, "cy") == []


def test_a_visitor_can_go_on_in_english_instead():
    at_the_desk()
    chat = opened("cy")
    actions.change_language(reference=chat.reference, language="en", version=1)
    assert actions.take_next(by=RHIAN) == chat.reference
    assert events(chat.reference) == [Event.IN_ENGLISH, Event.JOINED]
    with pytest.raises(Stale):
        actions.change_language(reference=chat.reference, language="cy", version=version(chat.reference))


def test_nothing_is_offered_while_nobody_is_there_or_too_many_wait(settings):
    with pytest.raises(NotOffered):
        opened()
    at_the_desk()
    for _one in range(desk.limits().most_waiting):
        opened()
    with pytest.raises(NotOffered):
        opened()
    actions.leave_the_desk(by=RHIAN)
    assert queries.offer().now == "nobody"
    assert Conversation.objects.count() == desk.limits().most_waiting


@pytest.mark.parametrize("text", ["", "  \n", "x" * 1001])
def test_a_message_has_something_to_say_and_not_too_much(text):
    at_the_desk()
    chat = opened()
    with pytest.raises(TooMuch):
        says(chat.reference, text, "visitor-1")


def test_one_conversation_has_only_so_many_messages():
    at_the_desk()
    chat = opened()
    for number in range(desk.limits().messages):
        says(chat.reference, "again", f"visitor-{number}")
    with pytest.raises(TooMuch):
        says(chat.reference, "again", "visitor-more")


@pytest.mark.parametrize(
    "foreign", ["https://example.org/x", "www.example.org", "javascript:alert(1)", "see gov.uk/pip", "mailto:a@b.uk"]
)
def test_an_agent_names_only_our_own_pages(foreign, settings):
    at_the_desk()
    chat = taken()
    with pytest.raises(NotOurPage):
        answers(chat.reference, f"Look at {foreign}.", "agent-01")
    answers(chat.reference, f"Look at {settings.SITE_ADDRESS}/calculator/.", "agent-02")


def test_the_database_changes_nothing_that_was_said():
    at_the_desk()
    chat = opened(words="This stays")
    for change in (
        lambda: Message.objects.update(text="That"),
        lambda: Message.objects.all().delete(),
        lambda: Conversation.objects.update(version=1),
        lambda: Conversation.objects.update(state=State.ENDED),
        lambda: Conversation.objects.update(agent="U-1", state=State.WITH_AGENT),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()
    assert queries.messages(chat.reference)[0].text == "This stays"
