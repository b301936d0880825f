"""What visitors and agents can do."""

from childmaintenance.chat.actions.answering import (
    answer,
    be_at_the_desk,
    end_as_agent,
    hand_back,
    hand_over,
    leave_the_desk,
    quote,
    still_there,
    take,
    take_next,
)
from childmaintenance.chat.actions.visiting import (
    change_language,
    end_as_visitor,
    note_seen,
    open_conversation,
    say_as_visitor,
)

__all__ = [
    "answer",
    "be_at_the_desk",
    "change_language",
    "end_as_agent",
    "end_as_visitor",
    "hand_back",
    "hand_over",
    "leave_the_desk",
    "note_seen",
    "open_conversation",
    "quote",
    "say_as_visitor",
    "still_there",
    "take",
    "take_next",
]
