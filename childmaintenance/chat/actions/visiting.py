"""What a visitor does. They are nobody but the holder of a key, so no act has a `by`.

None is written to the audit either: that is kept for years, and would outlive the visit.
"""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Final

from django.db import transaction

from childmaintenance.chat import desk, keys
from childmaintenance.chat.changing import announce, ended, going_on, said_before, say
from childmaintenance.chat.models import Conversation, Measure, Message
from childmaintenance.chat.queries import offer
from childmaintenance.chat.terms import Author, Event, NotOffered, Stale, State, TooMuch
from childmaintenance.foundation import clock
from childmaintenance.foundation.identifiers import new_reference
from childmaintenance.foundation.language import ENGLISH, LANGUAGES
from childmaintenance.foundation.locks import hold

SEEN_AGAIN: Final = dt.timedelta(seconds=10)
NONCE: Final = re.compile(r"[0-9A-Za-z-]{8,40}")


@dataclass(frozen=True, kw_only=True)
class Opened:
    """A new conversation, and the only time that its key is told."""

    reference: str
    key: str


@transaction.atomic
def open_conversation(
    *, topic: str, language: str, key: str = "", called: str = "", opened_on: str = "", words: str = ""
) -> Opened:
    """Join the queue. `key` is one of `keys.new_key`, made with the page: the same again opens nothing more.

    `opened_on` is the name of a page; `words` a first message. Raises NotOffered, ValueError or TooMuch.
    """
    if topic not in desk.topics() or language not in LANGUAGES:
        raise ValueError(f"{topic} in {language}")
    key = key or keys.new_key()
    hold(f"chat {keys.digest(key)}")  # the same button, pressed twice
    if before := Conversation.objects.filter(key_digest=keys.digest(key)).first():
        return Opened(reference=before.reference, key=key)
    if not (found := offer()).is_open:
        raise NotOffered(found.now)
    now = clock.now()
    row = Conversation.objects.create(
        reference=new_reference("W", groups=3),
        opened_at=now,
        opened_on=opened_on,
        topic=topic,
        language=language,
        called=called,
        key_digest=keys.digest(key),
        key_until=now + dt.timedelta(hours=desk.kept().key_hours),
        seen_at=now,
    )
    Measure.objects.create(day=clock.today(), what=Measure.What.OPENED, page=opened_on)
    if words.strip():
        _check(row, words)
        say(row, Author.VISITOR, text=words)
    return Opened(reference=row.reference, key=key)


@transaction.atomic
def say_as_visitor(*, reference: str, text: str, nonce: str, version: int) -> None:
    """Say something; the same nonce again says nothing more. `version` is that of the page it was typed on.

    Raises Over, TooMuch, and Stale where somebody else has taken the conversation on since: words reach whom they were meant for.
    """
    row = going_on(reference)
    _check_nonce(nonce)
    if said_before(row, Author.VISITOR, nonce):
        return
    if version < row.holds_from or version > row.version:
        raise Stale(reference)
    _check(row, text)
    row.seen_at = clock.now()
    say(row, Author.VISITOR, text=text, nonce=nonce)


@transaction.atomic
def change_language(*, reference: str, language: str, version: int) -> None:
    """Go on waiting for somebody who speaks the other language. Raises Over, Stale, or ValueError."""
    if language not in LANGUAGES:
        raise ValueError(language)
    row = going_on(reference)
    if version < row.holds_from or row.state != State.WAITING:
        raise Stale(reference)
    if row.language != language:
        row.language = language
        announce(row, Event.IN_ENGLISH if language == ENGLISH else Event.IN_WELSH)


@transaction.atomic
def end_as_visitor(*, reference: str) -> None:
    """End it, whatever has been said meanwhile. Raises Over."""
    ended(going_on(reference), Event.ENDED_BY_VISITOR)


def note_seen(reference: str) -> None:
    """The visitor's browser has been heard of. It changes nothing that anybody reads, so no version either."""
    now = clock.now()
    Conversation.objects.filter(reference=reference, seen_at__lte=now - SEEN_AGAIN).update(seen_at=now)


def _check(row: Conversation, text: str) -> None:
    limits = desk.limits()
    said = Message.objects.filter(conversation=row, author=Author.VISITOR).count()
    if not text.strip() or len(text) > limits.visitor_characters or said >= limits.messages:
        raise TooMuch(row.reference)


def _check_nonce(nonce: str) -> None:
    if not NONCE.fullmatch(nonce):
        raise ValueError(nonce)
