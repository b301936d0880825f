"""Which chats a member of staff may open: their own; and, as a team leader and written down, everybody's but those that wait."""

from dataclasses import dataclass

from django.http import Http404

from childmaintenance.accounts.terms import Role
from childmaintenance.chat import queries
from childmaintenance.chat.terms import ConversationRecord, NoSuchChat, State
from childmaintenance.foundation import audit
from childmaintenance.foundation.actor import Actor


@dataclass(frozen=True, kw_only=True)
class Opened:
    """A chat, and whether it is one's own or only looked at."""

    chat: ConversationRecord
    is_mine: bool


def opened(reference: str, *, by: Actor, roles: frozenset[Role]) -> Opened:
    """The chat. A team leader's look at somebody else's is written down. Raises Http404, which is written down too."""
    try:
        chat = queries.conversation(reference)
    except NoSuchChat:
        raise not_found(by, reference) from None
    if chat.agent == by.reference:
        return Opened(chat=chat, is_mine=True)
    if Role.TEAM_LEADER not in roles or chat.state == State.WAITING:
        raise not_found(by, reference)
    audit.read(by=by, about=reference, why="a team leader looked at a chat")
    return Opened(chat=chat, is_mine=False)


def not_found(by: Actor, reference: str) -> Http404:
    """Not there for this reader, and that they tried is written down."""
    audit.refused(by=by, about=reference, why="not a chat of theirs")
    return Http404()
