"""What is known of each address: asked again after a week, told to editors, and forgotten once we name it no more."""

import datetime as dt
from collections.abc import Iterable, Mapping

from django.conf import settings
from django.db import transaction

from childmaintenance.foundation import clock
from childmaintenance.guidance.links.asking import NoNetwork, ask
from childmaintenance.guidance.links.naming import named
from childmaintenance.guidance.links.terms import Answer, Asked, Outcome
from childmaintenance.guidance.models import LinkAsked

AGAIN_AFTER = dt.timedelta(days=7)
AT_MOST = 80
"""In one night, so that nobody is asked by us for hours."""


def calling_us() -> str:
    """How we introduce ourselves to those we ask."""
    return f"OpenChildMaintenance link check (+{settings.SITE_ADDRESS})"


def ask_those_due() -> int:
    """Ask what has not been asked for a week, the longest first. Gives how many answered or did not; none without a network."""
    due = addresses_due(list(named()))
    try:
        answers = ask(due, calling_us=calling_us())
    except NoNetwork:
        return 0
    keep(answers)
    forget_others(named())
    return len(answers)


def addresses_due(addresses: Iterable[str]) -> list[str]:
    """Those nobody has asked for a week, the longest first."""
    asked = dict(LinkAsked.objects.values_list("address", "asked_at"))
    never = dt.datetime.min.replace(tzinfo=dt.UTC)
    last = clock.now() - AGAIN_AFTER
    waiting = [(asked.get(one, never), one) for one in addresses if asked.get(one, never) <= last]
    return [one for _asked_at, one in sorted(waiting)[:AT_MOST]]


@transaction.atomic
def keep(answers: Iterable[Answer]) -> None:
    """Write down how each answered; since when it fails is kept until it answers."""
    now = clock.now()
    for answer in answers:
        row = LinkAsked.objects.filter(address=answer.address).first() or LinkAsked(address=answer.address)
        row.asked_at, row.outcome, row.detail = now, answer.outcome, answer.detail
        if answer.outcome.is_broken:
            row.failing_since = row.failing_since or now
            row.failures += 1
        else:
            row.answered_at, row.failing_since, row.failures = now, None, 0
        row.save()


def forget_others(addresses: Iterable[str]) -> None:
    """Forget what we name no more."""
    LinkAsked.objects.exclude(address__in=list(addresses)).delete()


def to_look_at() -> list[Asked]:
    """For editors: what is broken or lets no program in, the longest broken first."""
    return [one for one in everything_asked(named()) if one.outcome is not Outcome.WELL]


def everything_asked(places: Mapping[str, tuple[str, ...]]) -> list[Asked]:
    """All that has been asked, the longest broken first, then those that only refuse, then those that answer."""
    found = [
        Asked(
            address=row.address,
            named_in=places.get(row.address, ()),
            outcome=Outcome(row.outcome),
            detail=row.detail,
            asked_on=_day(row.asked_at),
            answered_on=_day(row.answered_at) if row.answered_at else None,
            failing_since=_day(row.failing_since) if row.failing_since else None,
            failures=row.failures,
        )
        for row in LinkAsked.objects.all()
    ]
    return sorted(found, key=lambda one: (one.failing_since or dt.date.max, one.outcome is Outcome.WELL, one.address))


def last_asked() -> dt.date | None:
    """The day somebody last asked any of them; None if never."""
    row = LinkAsked.objects.order_by("-asked_at").first()
    return _day(row.asked_at) if row else None


def _day(moment: dt.datetime) -> dt.date:
    return moment.astimezone(clock.LONDON).date()
