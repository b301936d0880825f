"""Conversations for tests, made as people make them."""

import datetime as dt
from zoneinfo import ZoneInfo

from childmaintenance.chat import actions, queries
from childmaintenance.chat.actions.visiting import Opened
from childmaintenance.foundation.actor import Actor

LONDON = ZoneInfo("Europe/London")
WORKING = dt.datetime(2026, 3, 4, 10, 30, tzinfo=LONDON)
"""A Wednesday morning."""
RHIAN = Actor("staff", "U-RHIA-N000-0", "Rhian")
TOMOS = Actor("staff", "U-TOMO-S000-0", "Tomos")


def at_the_desk(who: Actor = RHIAN, *, english: bool = True, welsh: bool = False) -> Actor:
    actions.be_at_the_desk(name=who.name, english=english, welsh=welsh, by=who)
    return who


def opened(language: str = "en", *, words: str = "", opened_on: str = "guides:contact") -> Opened:
    return actions.open_conversation(topic="amount", language=language, opened_on=opened_on, words=words)


def version(reference: str) -> int:
    return queries.conversation(reference).version


def says(reference: str, text: str, nonce: str) -> None:
    """The visitor, on a page that is up to date."""
    actions.say_as_visitor(reference=reference, text=text, nonce=nonce, version=version(reference))


def answers(reference: str, text: str, nonce: str, by: Actor = RHIAN) -> None:
    """The agent, on a page that is up to date."""
    actions.answer(reference=reference, text=text, nonce=nonce, version=version(reference), by=by)


def taken(by: Actor = RHIAN, language: str = "en") -> Opened:
    """A new conversation that an agent has taken."""
    new = opened(language)
    actions.take(reference=new.reference, version=1, by=by)
    return new
