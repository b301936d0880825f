"""Conversations and what was said in them."""

import datetime as dt
import statistics

from django.db.models import Q, QuerySet

from childmaintenance.chat import desk, keys
from childmaintenance.chat.models import Conversation, Measure, Message
from childmaintenance.chat.terms import Author, ConversationRecord, MessageRecord, NoSuchChat, State
from childmaintenance.foundation import clock

ENOUGH_TO_TELL = 3


def conversation(reference: str) -> ConversationRecord:
    """One conversation, for whoever may see it. Raises NoSuchChat."""
    row = Conversation.objects.filter(reference=reference).first()
    if row is None:
        raise NoSuchChat(reference)
    return _record(row)


def by_key(key: str) -> ConversationRecord | None:
    """The one conversation that a visitor's key opens, while the key is good."""
    if not key:
        return None
    row = Conversation.objects.filter(key_digest=keys.digest(key), key_until__gt=clock.now()).first()
    return _record(row) if row else None


def messages(reference: str, after: int = 0) -> tuple[MessageRecord, ...]:
    """What was said, in order; or only what came after a number."""
    rows = Message.objects.filter(conversation__reference=reference, number__gt=after).order_by("number")
    return tuple(
        MessageRecord(
            number=row.number,
            author=Author(row.author),
            event=row.event,
            name=row.name,
            text=row.text,
            source=row.source,
            address=row.address,
            at=row.at,
        )
        for row in rows
    )


def waiting() -> list[ConversationRecord]:
    """The queue, the longest waiting first."""
    return _records(Conversation.objects.filter(state=State.WAITING).order_by("opened_at", "id"))


def mine_now(account: str) -> list[ConversationRecord]:
    """An agent's own open conversations, the oldest first."""
    found = Conversation.objects.filter(state=State.WITH_AGENT, agent=account)
    return _records(found.order_by("opened_at", "id"))


def ended_chats(account: str = "") -> list[ConversationRecord]:
    """Ended ones that are still kept, the newest first: of one agent, or of everybody."""
    found = Conversation.objects.filter(state=State.ENDED)
    if account:
        found = found.filter(agent=account)
    return _records(found.order_by("-ended_at", "-id")[:200])


def place_in_queue(reference: str) -> int:
    """How many are answered before and with this one, in its language: 1 is next. 0 where it does not wait."""
    row = Conversation.objects.filter(reference=reference, state=State.WAITING).first()
    if row is None:
        return 0
    # Counted, and not looked for in the queue: an agent may have taken it since it was read.
    earlier = Q(opened_at__lt=row.opened_at) | Q(opened_at=row.opened_at, pk__lt=row.pk)
    return Conversation.objects.filter(earlier, state=State.WAITING, language=row.language).count() + 1


def usual_wait() -> dt.timedelta | None:
    """The median wait of those who were answered today; None while too few were, to say anything fair."""
    waits = list(
        Measure.objects.filter(day=clock.today(), what=Measure.What.ANSWERED).values_list("seconds", flat=True)
    )
    return dt.timedelta(seconds=statistics.median(waits)) if len(waits) >= ENOUGH_TO_TELL else None


def _records(rows: QuerySet[Conversation]) -> list[ConversationRecord]:
    return [_record(row) for row in rows]


def _record(row: Conversation) -> ConversationRecord:
    lately = clock.now() - dt.timedelta(seconds=desk.limits().sight_seconds)
    return ConversationRecord(
        reference=row.reference,
        opened_at=row.opened_at,
        opened_on=row.opened_on,
        topic=row.topic,
        language=row.language,
        called=row.called,
        state=State(row.state),
        version=row.version,
        agent=row.agent,
        agent_name=row.agent_name,
        last=row.last,
        is_connected=row.seen_at > lately,
        answered_at=row.answered_at,
        ended_at=row.ended_at,
        key_until=row.key_until,
    )
