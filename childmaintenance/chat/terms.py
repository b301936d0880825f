"""The words of this room."""

import datetime as dt
from dataclasses import dataclass

from django.db import models


class State(models.TextChoices):
    """Where a conversation stands. It never leaves the last."""

    WAITING = "waiting"
    WITH_AGENT = "with_agent"
    ENDED = "ended"


class Author(models.TextChoices):
    """Who says a message."""

    VISITOR = "visitor"
    AGENT = "agent"
    SERVICE = "service"


class Event(models.TextChoices):
    """What the service itself says in a conversation; `words.py` has the sentences."""

    JOINED = "joined"
    HANDED_OVER = "handed_over"
    BACK_IN_QUEUE = "back_in_queue"
    IN_ENGLISH = "in_english"
    IN_WELSH = "in_welsh"
    ENDED_BY_VISITOR = "ended_by_visitor"
    ENDED_BY_AGENT = "ended_by_agent"
    ENDED_UNSEEN = "ended_unseen"


class Now(models.TextChoices):
    """Whether a chat can be begun."""

    OPEN = "open"
    CLOSED = "closed"  # outside the hours
    NOBODY = "nobody"  # within them, and no agent is at the desk
    FULL = "full"  # more people wait than the desk can answer


@dataclass(frozen=True, kw_only=True)
class Offer:
    """Whether a chat can be begun now, in which languages somebody is there, and else when the desk opens next."""

    now: Now
    languages: frozenset[str]
    opens_at: dt.datetime | None

    @property
    def is_open(self) -> bool:
        return self.now == Now.OPEN


@dataclass(frozen=True, kw_only=True)
class MessageRecord:
    """One line of a conversation. `name` is the agent's as visitors see it; `source` what is quoted, with its address."""

    number: int
    author: Author
    event: str
    name: str
    text: str
    source: str
    address: str
    at: dt.datetime


@dataclass(frozen=True, kw_only=True)
class ConversationRecord:
    """A conversation, without its messages. `is_connected`: the visitor's browser has been heard of lately."""

    reference: str
    opened_at: dt.datetime
    opened_on: str
    topic: str
    language: str
    called: str
    state: State
    version: int
    agent: str
    agent_name: str
    last: int
    is_connected: bool
    answered_at: dt.datetime | None
    ended_at: dt.datetime | None
    key_until: dt.datetime


@dataclass(frozen=True, kw_only=True)
class AgentRecord:
    """An agent at the desk, or away from it. `name` is what visitors see."""

    account: str
    name: str
    english: bool
    welsh: bool
    is_here: bool
    open_now: int

    def speaks(self, language: str) -> bool:
        return self.welsh if language == "cy" else self.english


class ChatRefusal(Exception):
    """Something was asked that cannot be done now; nothing has changed."""


class NoSuchChat(ChatRefusal, LookupError):
    """There is no such conversation, or it is not for whoever asks."""


class NotOffered(ChatRefusal):
    """No chat can be begun now. The first argument says why, as a `Now`."""


class Stale(ChatRefusal):
    """The conversation has changed since the page that this was sent from."""


class Over(ChatRefusal):
    """The conversation has ended."""


class TooMuch(ChatRefusal):
    """A message is empty or too long, or there are too many."""


class NotOurPage(ChatRefusal):
    """An agent's message leads to a page that is not ours."""


class Busy(ChatRefusal):
    """The agent is away from the desk, does not speak the language, or has as many conversations as one may have."""


class NobodyWaits(ChatRefusal):
    """No conversation waits that this agent could take."""
