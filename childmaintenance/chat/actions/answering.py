"""What agents do. Each act names who did it; none may be done from a page that is no longer true."""

from django.db import transaction

from childmaintenance.chat import desk, links
from childmaintenance.chat.actions.visiting import NONCE
from childmaintenance.chat.changing import announce, ended, going_on, said_before, say
from childmaintenance.chat.models import Agent, Conversation, Measure, Message
from childmaintenance.chat.queries import agent as agent_record
from childmaintenance.chat.quoting import Quotation
from childmaintenance.chat.terms import AgentRecord, Author, Busy, Event, NobodyWaits, NoSuchChat, Stale, State, TooMuch
from childmaintenance.foundation import audit, clock
from childmaintenance.foundation.actor import Actor
from childmaintenance.foundation.language import ENGLISH, WELSH


@transaction.atomic
def be_at_the_desk(*, name: str, english: bool, welsh: bool, by: Actor) -> None:
    """Say that one answers chats now, in these languages, under this name. Raises ValueError without either."""
    if not name.strip() or not (english or welsh):
        raise ValueError("an agent has a name and speaks a language")
    Agent.objects.update_or_create(
        account=by.reference,
        defaults={
            "name": name.strip()[:40],
            "english": english,
            "welsh": welsh,
            "available": True,
            "seen_at": clock.now(),
        },
    )
    audit.record(by=by, act="chat.be_at_the_desk", about=by.reference)


@transaction.atomic
def leave_the_desk(*, by: Actor) -> None:
    """Take no new conversations. Those one has go on."""
    if Agent.objects.filter(account=by.reference, available=True).update(available=False):
        audit.record(by=by, act="chat.leave_the_desk", about=by.reference)


def still_there(*, by: Actor) -> None:
    """An agent's page has been heard of."""
    Agent.objects.filter(account=by.reference).update(seen_at=clock.now())


@transaction.atomic
def take(*, reference: str, version: int, by: Actor) -> None:
    """Take one that waits. Raises Busy, Over, and Stale where it has changed or somebody else was quicker."""
    row = going_on(reference, version)
    if row.state != State.WAITING:
        raise Stale(reference)
    _join(row, _free(by, row.language), by)


@transaction.atomic
def take_next(*, by: Actor) -> str:
    """Take whoever has waited longest in a language that one speaks. Raises Busy or NobodyWaits."""
    me = _free(by)
    speaks = [code for code in (ENGLISH, WELSH) if me.speaks(code)]
    row = (
        Conversation.objects.select_for_update(skip_locked=True)  # what a colleague takes this moment is theirs
        .filter(state=State.WAITING, language__in=speaks)
        .order_by("opened_at", "id")
        .first()
    )
    if row is None:
        raise NobodyWaits
    _join(row, me, by)
    return row.reference


@transaction.atomic
def answer(*, reference: str, text: str, nonce: str, version: int, by: Actor) -> None:
    """Say something. Raises NoSuchChat, Over, Stale, TooMuch, NotOurPage; the same nonce again says nothing more."""
    _say(reference, text, nonce, version, by)


@transaction.atomic
def quote(*, reference: str, quotation: Quotation, nonce: str, version: int, by: Actor) -> None:
    """Say what our guidance says, word for word and with its source. Raises as `answer` does."""
    _say(reference, quotation.text, nonce, version, by, source=quotation.source, address=quotation.address)


@transaction.atomic
def hand_back(*, reference: str, version: int, by: Actor, as_leader: bool = False) -> None:
    """Put it back into the queue, at the place it had. A team leader may for somebody else. Raises as `answer` does."""
    row = _mine(reference, version, by, as_leader=as_leader)
    into_the_queue(row)
    audit.record(by=by, act="chat.hand_back", about=reference)


@transaction.atomic
def hand_over(*, reference: str, version: int, to: str, by: Actor) -> None:
    """Let a colleague at the desk go on. Raises Busy where they cannot, and as `answer` does."""
    row = _mine(reference, version, by)
    colleague = _free(Actor("staff", to), row.language)
    if to == by.reference:
        raise Busy(to)
    row.agent, row.agent_name = colleague.account, colleague.name
    announce(row, Event.HANDED_OVER, name=colleague.name)
    audit.record(by=by, act="chat.hand_over", about=reference, why=f"to {to}")


@transaction.atomic
def end_as_agent(*, reference: str, version: int, by: Actor) -> None:
    """End it. Raises as `answer` does."""
    row = _mine(reference, version, by)
    ended(row, Event.ENDED_BY_AGENT, name=row.agent_name)
    audit.record(by=by, act="chat.end", about=reference)


def into_the_queue(row: Conversation) -> None:
    """Back to its old place: the queue is in the order of opening."""
    row.state, row.agent, row.agent_name = State.WAITING, "", ""
    announce(row, Event.BACK_IN_QUEUE)


def _join(row: Conversation, me: AgentRecord, by: Actor) -> None:
    row.state, row.agent, row.agent_name = State.WITH_AGENT, me.account, me.name
    if row.answered_at is None:
        row.answered_at = clock.now()
        waited = max(0, round((row.answered_at - row.opened_at).total_seconds()))
        Measure.objects.create(day=clock.today(), what=Measure.What.ANSWERED, seconds=waited)
    announce(row, Event.JOINED, name=me.name)
    audit.record(by=by, act="chat.take", about=row.reference)


def _free(by: Actor, language: str = "") -> AgentRecord:
    """The agent, where they may have one more conversation. Their row is held, so that two at once do not make one too many."""
    Agent.objects.select_for_update().filter(account=by.reference).first()
    me = agent_record(by.reference)
    if me is None or not me.is_here or me.open_now >= desk.limits().at_once or (language and not me.speaks(language)):
        raise Busy(by.reference)
    return me


def _mine(reference: str, version: int, by: Actor, *, as_leader: bool = False) -> Conversation:
    row = going_on(reference)
    if row.state != State.WITH_AGENT or (row.agent != by.reference and not as_leader):
        raise NoSuchChat(reference)
    if row.version != version:
        raise Stale(reference)
    return row


def _say(
    reference: str, text: str, nonce: str, version: int, by: Actor, *, source: str = "", address: str = ""
) -> None:
    row = going_on(reference)
    if row.state != State.WITH_AGENT or row.agent != by.reference:
        raise NoSuchChat(reference)
    if not NONCE.fullmatch(nonce):
        raise ValueError(nonce)
    if said_before(row, Author.AGENT, nonce):
        return
    if row.version != version:
        raise Stale(reference)
    limits = desk.limits()
    said = Message.objects.filter(conversation=row, author=Author.AGENT).count()
    if not text.strip() or len(text) > limits.agent_characters or said >= limits.messages:
        raise TooMuch(reference)
    if not source:
        links.check(text)
    say(
        row,
        Author.AGENT,
        text=text,
        agent=by.reference,
        name=row.agent_name,
        source=source,
        address=address,
        nonce=nonce,
    )
