"""What must happen though nobody does it: ends that nobody said, agents who went away, and forgetting."""

import datetime as dt

from django.db import transaction

from childmaintenance.chat import desk
from childmaintenance.chat.actions.answering import into_the_queue
from childmaintenance.chat.changing import ended, locked
from childmaintenance.chat.models import Agent, Conversation, DaySum, Measure, Message
from childmaintenance.chat.queries.sums import is_over, sum_of
from childmaintenance.chat.terms import Event, State
from childmaintenance.foundation import audit, clock
from childmaintenance.foundation.actor import Actor

TENDING = Actor.system("chat")


def tend() -> None:
    """End what its visitor left an hour ago, and put back into the queue what its agent has gone away from."""
    now, limits = clock.now(), desk.limits()
    left = Conversation.objects.exclude(state=State.ENDED).filter(
        seen_at__lte=now - dt.timedelta(minutes=limits.left_minutes)
    )
    for reference in list(left.values_list("reference", flat=True)):
        _end(reference, now - dt.timedelta(minutes=limits.left_minutes))
    gone = Agent.objects.filter(seen_at__lte=now - dt.timedelta(minutes=limits.gone_minutes)).values("account")
    left_alone = Conversation.objects.filter(state=State.WITH_AGENT, agent__in=gone)
    for reference, agent in list(left_alone.values_list("reference", "agent")):
        _put_back(reference, agent)


def forget() -> None:
    """Delete what has been kept for as long as `desk.toml` says, and turn days that are over into sums."""
    now, kept = clock.now(), desk.kept()
    over = Conversation.objects.filter(ended_at__lte=now - dt.timedelta(days=kept.conversation_days))
    with transaction.atomic():
        rows = list(over.select_for_update().values_list("pk", flat=True))
        Message.objects.filter(conversation__in=rows).delete()
        Conversation.objects.filter(pk__in=rows).delete()
    Conversation.objects.filter(key_until__lte=now).exclude(key_digest=None).update(key_digest=None)
    long_ago = now - dt.timedelta(hours=kept.page_hours)
    Conversation.objects.filter(opened_at__lte=long_ago).exclude(opened_on="").update(opened_on="")
    for day in Measure.objects.order_by("day").values_list("day", flat=True).distinct():
        if is_over(day):
            _sum_up(day)


@transaction.atomic
def _end(reference: str, unseen_since: dt.datetime) -> None:
    row = locked(reference)
    if row.state != State.ENDED and row.seen_at <= unseen_since:  # it may have come back just now
        ended(row, Event.ENDED_UNSEEN)


@transaction.atomic
def _put_back(reference: str, agent: str) -> None:
    row = locked(reference)
    if row.state == State.WITH_AGENT and row.agent == agent:
        into_the_queue(row)
        audit.record(by=TENDING, act="chat.hand_back", about=reference, why="the agent's page was gone")


@transaction.atomic
def _sum_up(day: dt.date) -> None:
    found = sum_of(day)
    DaySum.objects.update_or_create(
        day=day,
        defaults={
            "opened": found.opened,
            "waited": found.waited,
            "answered": found.answered,
            "left": found.left,
            "median_wait_seconds": None if found.median_wait is None else round(found.median_wait.total_seconds()),
            "pages": found.pages,
        },
    )
    Measure.objects.filter(day=day).delete()
