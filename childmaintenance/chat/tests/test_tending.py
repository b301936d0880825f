"""Time goes by: browsers and agents are missed, keys run out, conversations are forgotten, days become sums."""

import datetime as dt

import pytest

from childmaintenance.chat import actions, desk, queries
from childmaintenance.chat.models import Conversation, Measure, Message
from childmaintenance.chat.tending import forget, tend
from childmaintenance.chat.terms import Event, Now, State
from childmaintenance.chat.tests.conversations import LONDON, RHIAN, WORKING, at_the_desk, opened, says, taken
from childmaintenance.foundation import clock

pytestmark = pytest.mark.django_db


def later(**span: float):
    return clock.travel(WORKING.astimezone(dt.UTC) + dt.timedelta(**span))


@pytest.mark.parametrize(
    ("moment", "is_open", "opens"),
    [
        (dt.datetime(2026, 3, 4, 9, 0, tzinfo=LONDON), True, dt.datetime(2026, 3, 5, 9, 0, tzinfo=LONDON)),
        (dt.datetime(2026, 3, 4, 8, 59, tzinfo=LONDON), False, dt.datetime(2026, 3, 4, 9, 0, tzinfo=LONDON)),
        (dt.datetime(2026, 3, 6, 17, 0, tzinfo=LONDON), False, dt.datetime(2026, 3, 9, 9, 0, tzinfo=LONDON)),
        (dt.datetime(2026, 4, 3, 12, 0, tzinfo=LONDON), False, dt.datetime(2026, 4, 7, 9, 0, tzinfo=LONDON)),  # Easter
    ],
)
def test_the_hours_of_the_desk(moment, is_open, opens):
    assert desk.is_open(moment) is is_open
    assert desk.opens_next(moment) == opens


def test_outside_the_hours_it_says_when_it_opens():
    at_the_desk()
    with clock.travel(dt.datetime(2026, 3, 7, 11, 0, tzinfo=LONDON)):
        found = queries.offer()
        assert (found.now, found.opens_at) == (Now.CLOSED, dt.datetime(2026, 3, 9, 9, 0, tzinfo=LONDON))


def test_an_agent_whose_page_is_gone_is_away_and_hands_back():
    with later():
        at_the_desk()
        chat = taken()
    with later(seconds=181):
        assert queries.offer().now == Now.NOBODY
        actions.note_seen(chat.reference)
        tend()
        assert queries.conversation(chat.reference).state == State.WITH_AGENT, "a lost page is not a lost agent yet"
    with later(minutes=10):
        tend()
        assert queries.conversation(chat.reference).state == State.WAITING
        actions.still_there(by=RHIAN)
        assert queries.offer().now == Now.OPEN


def test_a_lost_heartbeat_and_the_way_back():
    with later():
        at_the_desk()
        chat = taken()
        says(chat.reference, "Hello", "visitor-1")
    with later(seconds=89):
        assert queries.conversation(chat.reference).is_connected
    with later(seconds=90):
        assert not queries.conversation(chat.reference).is_connected
        actions.note_seen(chat.reference)
        assert queries.by_key(chat.key).is_connected
        assert [one.text for one in queries.messages(chat.reference)] == ["", "Hello"]
    with later(minutes=70):
        actions.still_there(by=RHIAN)
        tend()
        assert queries.messages(chat.reference)[-1].event == Event.ENDED_UNSEEN


def test_a_key_is_good_for_a_day_at_most():
    with later():
        at_the_desk()
        chat = opened()
        actions.end_as_visitor(reference=chat.reference)
    with later(hours=23, minutes=59):
        assert queries.by_key(chat.key).reference == chat.reference
    with later(hours=24):
        assert queries.by_key(chat.key) is None
        forget()
        row = Conversation.objects.get()
        assert (row.key_digest, row.opened_on) == (None, "")


def test_a_conversation_is_gone_after_28_days_and_not_before():
    with later():
        at_the_desk()
        over, going_on = taken(), taken()
        says(over.reference, "Hello", "visitor-1")
        actions.end_as_visitor(reference=over.reference)
    with later(days=28, seconds=-1):
        forget()
        assert Conversation.objects.count() == 2
    with later(days=28):
        forget()
        assert [row.reference for row in Conversation.objects.all()] == [going_on.reference]
        assert not Message.objects.filter(text="Hello").exists()


def test_a_day_becomes_sums_and_nothing_else_is_left():
    with later():
        at_the_desk()
        first, second, third = opened(), opened(opened_on="guides:ask"), opened()
    with later(seconds=30):
        actions.take_next(by=RHIAN)
    with later(minutes=5):
        actions.still_there(by=RHIAN)
        actions.take_next(by=RHIAN)
        actions.end_as_visitor(reference=third.reference)
        actions.end_as_visitor(reference=first.reference)
        today = queries.days(clock.today())
        assert queries.usual_wait() is None, "two are too few to say anything fair"
    with later(days=1):
        forget()
        [found] = queries.days(WORKING.date())
        assert [found] == today
        assert (found.opened, found.answered, found.left, found.waited) == (3, 2, 1, 2)
        assert found.median_wait == dt.timedelta(seconds=165)
        assert found.pages == {"guides:contact": 2, "guides:ask": 1}
        assert not Measure.objects.exists()
    assert {field.name for field in Measure._meta.get_fields()} == {"id", "day", "what", "page", "seconds"}
    assert second.key
