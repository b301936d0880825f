"""What the service says in a conversation, in the reader's language; and who says a line."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from childmaintenance.chat.terms import Author, Event, MessageRecord

NAMELESS: Final = {
    Event.BACK_IN_QUEUE: gettext_lazy("This chat is back in the queue, at its old place."),
    Event.IN_ENGLISH: gettext_lazy("This chat is now in English."),
    Event.IN_WELSH: gettext_lazy("This chat is now in Welsh."),
    Event.ENDED_BY_VISITOR: gettext_lazy("The visitor ended the chat."),
    Event.ENDED_UNSEEN: gettext_lazy("The chat ended, because the visitor’s browser was gone for an hour."),
}
TO_VISITORS: Final = {
    Event.BACK_IN_QUEUE: gettext_lazy("You are back in the queue, at your old place."),
    Event.ENDED_BY_VISITOR: gettext_lazy("You ended the chat."),
}
NAMING: Final = {
    Event.JOINED: gettext_lazy("%(name)s has joined."),
    Event.HANDED_OVER: gettext_lazy("%(name)s has taken over."),
    Event.ENDED_BY_AGENT: gettext_lazy("%(name)s ended the chat."),
}


def sentence(message: MessageRecord, reader: Author) -> str:
    """What a line of the service's own says, to whoever reads it."""
    event = Event(message.event)
    if reader == Author.VISITOR and event in TO_VISITORS:
        return str(TO_VISITORS[event])
    words: Promise | str = NAMING[event] % {"name": message.name} if event in NAMING else NAMELESS[event]
    return str(words)


def said_by(message: MessageRecord, reader: Author, called: str = "") -> str:
    """Who says a line, to whoever reads it."""
    if message.author == reader:
        return _("You")
    if message.author == Author.VISITOR:
        return called or _("Visitor")
    return message.name or _("Agent")
