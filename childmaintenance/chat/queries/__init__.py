"""What can be asked of this room. Answers are records, never models."""

from childmaintenance.chat.queries.conversations import (
    by_key,
    conversation,
    ended_chats,
    messages,
    mine_now,
    place_in_queue,
    usual_wait,
    waiting,
)
from childmaintenance.chat.queries.people import agent, at_the_desk, colleagues_for, offer
from childmaintenance.chat.queries.sums import Day, days

__all__ = [
    "Day",
    "agent",
    "at_the_desk",
    "by_key",
    "colleagues_for",
    "conversation",
    "days",
    "ended_chats",
    "messages",
    "mine_now",
    "offer",
    "place_in_queue",
    "usual_wait",
    "waiting",
]
