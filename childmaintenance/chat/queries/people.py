"""Who is at the desk, and whether a chat can be begun."""

import datetime as dt

from django.db.models import Count

from childmaintenance.chat import desk
from childmaintenance.chat.models import Agent, Conversation
from childmaintenance.chat.terms import AgentRecord, Now, Offer, State
from childmaintenance.foundation import clock
from childmaintenance.foundation.language import LANGUAGES


def offer() -> Offer:
    """Whether a chat can be begun now."""
    if not desk.is_open():
        return Offer(now=Now.CLOSED, languages=frozenset(), opens_at=desk.opens_next())
    here = at_the_desk()
    languages = frozenset(code for code in LANGUAGES if any(one.speaks(code) for one in here))
    if not here:
        return Offer(now=Now.NOBODY, languages=languages, opens_at=None)
    if Conversation.objects.filter(state=State.WAITING).count() >= desk.limits().most_waiting:
        return Offer(now=Now.FULL, languages=languages, opens_at=None)
    return Offer(now=Now.OPEN, languages=languages, opens_at=None)


def agent(account: str) -> AgentRecord | None:
    """One agent; None for somebody who has never been at the desk."""
    row = Agent.objects.filter(account=account).first()
    return _record(row, _open_now([account])) if row else None


def at_the_desk() -> list[AgentRecord]:
    """Everybody who answers chats now, by name."""
    rows = list(Agent.objects.filter(available=True, seen_at__gt=_lately()).order_by("name", "id"))
    counts = _open_now([row.account for row in rows])
    return [_record(row, counts) for row in rows]


def colleagues_for(account: str, language: str) -> list[AgentRecord]:
    """Who could take over from an agent: there, speaking the language, and with room for one more."""
    most = desk.limits().at_once
    return [one for one in at_the_desk() if one.account != account and one.speaks(language) and one.open_now < most]


def _record(row: Agent, counts: dict[str, int]) -> AgentRecord:
    return AgentRecord(
        account=row.account,
        name=row.name,
        english=row.english,
        welsh=row.welsh,
        is_here=row.available and row.seen_at > _lately(),
        open_now=counts.get(row.account, 0),
    )


def _lately() -> dt.datetime:
    return clock.now() - dt.timedelta(seconds=desk.limits().away_seconds)


def _open_now(accounts: list[str]) -> dict[str, int]:
    found = Conversation.objects.filter(state=State.WITH_AGENT, agent__in=accounts)
    return dict(found.values_list("agent").annotate(Count("pk")))
