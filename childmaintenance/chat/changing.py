"""How a conversation changes: one at a time, each change with a version of its own, each line with the next number."""

from childmaintenance.chat.models import Conversation, Measure, Message
from childmaintenance.chat.terms import Author, Event, NoSuchChat, Over, Stale, State
from childmaintenance.foundation import clock
from childmaintenance.foundation.identifiers import new_reference


def locked(reference: str) -> Conversation:
    """The conversation, which nobody else changes until the transaction ends. Raises NoSuchChat."""
    found = Conversation.objects.select_for_update().filter(reference=reference).first()
    if found is None:
        raise NoSuchChat(reference)
    return found


def going_on(reference: str, version: int | None = None) -> Conversation:
    """The same, where it has not ended and, if one is given, has this version still. Raises Over or Stale too."""
    found = locked(reference)
    if found.state == State.ENDED:
        raise Over(reference)
    if version is not None and found.version != version:
        raise Stale(reference)
    return found


def say(
    row: Conversation,
    author: Author,
    *,
    text: str = "",
    event: str = "",
    agent: str = "",
    name: str = "",
    source: str = "",
    address: str = "",
    nonce: str = "",
) -> None:
    """Add a line with the next number, and count the version on. The row is saved."""
    row.last += 1
    row.version += 1
    Message.objects.create(
        conversation=row,
        number=row.last,
        author=author,
        text=text,
        event=event,
        agent=agent,
        name=name,
        source=source,
        address=address,
        nonce=nonce or new_reference("N", groups=4),
        at=clock.now(),
    )
    row.save()


def announce(row: Conversation, event: Event, *, name: str = "") -> None:
    """Let the service itself say what has changed; whoever sent from an earlier page is told first. The row is saved."""
    if event != Event.JOINED:
        row.holds_from = row.version + 1
    say(row, Author.SERVICE, event=event, name=name)


def said_before(row: Conversation, author: Author, nonce: str) -> bool:
    """Whether a line with this nonce is there already: the same button was pressed twice."""
    return Message.objects.filter(conversation=row, author=author, nonce=nonce).exists()


def ended(row: Conversation, event: Event, *, name: str = "") -> None:
    """End it, say why, and count it where nobody had answered."""
    row.state, row.ended_at = State.ENDED, clock.now()
    announce(row, event, name=name)
    if row.answered_at is None:
        waited = max(0, round((row.ended_at - row.opened_at).total_seconds()))
        Measure.objects.create(day=clock.today(), what=Measure.What.LEFT, seconds=waited)
