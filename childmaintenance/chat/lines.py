"""A conversation as its readers see it: each line with who says it, when, and words that are safe to show."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from markupsafe import Markup, escape

from childmaintenance.chat.links import linked
from childmaintenance.chat.terms import Author, ConversationRecord, MessageRecord
from childmaintenance.chat.words import said_by, sentence
from childmaintenance.foundation import clock
from childmaintenance.foundation.language import long_date


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line. `manner` is mine, theirs or service; `source` is what is quoted, at `address`."""

    number: int
    manner: str
    who: str
    html: Markup
    source: str
    address: str
    at: dt.datetime
    time: str


def lines(messages: Iterable[MessageRecord], reader: Author, called: str = "") -> list[Line]:
    """The lines, for a visitor or for an agent. Only an agent's words have links, to our own pages."""
    return [_line(message, reader, called) for message in messages]


def transcript(chat: ConversationRecord, messages: Iterable[MessageRecord]) -> list[str]:
    """The whole conversation as plain sentences, for the visitor to keep."""
    said = [_("Chat of %(day)s") % {"day": long_date(chat.opened_at)}]
    for one in messages:
        time = clock_time(one.at)
        if one.author == Author.SERVICE:
            said.append(f"{time}  {sentence(one, Author.VISITOR)}")
            continue
        quoted = " " + _("(From our page: %(source)s)") % {"source": one.source} if one.source else ""
        said.append(f"{time}  {said_by(one, Author.VISITOR, chat.called)}: {one.text}{quoted}")
    return said


def clock_time(moment: dt.datetime) -> str:
    """The time in London, such as 14:05."""
    return moment.astimezone(clock.LONDON).strftime("%H:%M")


def _line(message: MessageRecord, reader: Author, called: str) -> Line:
    if message.author == Author.SERVICE:
        manner, who, html = "service", "", escape(sentence(message, reader))
    else:
        manner = "mine" if message.author == reader else "theirs"
        who = said_by(message, reader, called)
        by_agent = message.author == Author.AGENT and not message.source
        html = linked(message.text) if by_agent else escape(message.text)
    return Line(
        number=message.number,
        manner=manner,
        who=who,
        html=html,
        source=message.source,
        address=message.address,
        at=message.at,
        time=clock_time(message.at),
    )
