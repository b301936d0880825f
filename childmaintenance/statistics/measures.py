"""The four measures of the service standard: satisfaction, completion, digital take-up, cost per transaction."""

import datetime as dt
from dataclasses import dataclass

from django.conf import settings

from childmaintenance.foundation import audit, clock
from childmaintenance.foundation.actor import ActorKind
from childmaintenance.statistics import opinions
from childmaintenance.statistics.opinions import Satisfaction
from childmaintenance.statistics.queries import use
from childmaintenance.statistics.queries.use import Days
from childmaintenance.statistics.suppression import share, told
from childmaintenance.statistics.terms import Measure

BEGUN, FINISHED, CONCLUDED = "start", "check", "result"
"""The first page of a journey, the one whose sending ends it, and where nothing is sent the one that says what came out."""
DONE_EITHER_WAY = ("cases.submit_application", "cases.answer_application")
"""Acts that somebody may do online, or ask a caseworker to do for them."""


@dataclass(frozen=True)
class Completion:
    """One journey: begun, sent, and the share of those begun. None where too few to be told."""

    journey: str
    begun: int | None
    finished: int | None
    share: int | None


@dataclass(frozen=True)
class Measures:
    """What is published of some days. `cost_pence` is None where whoever runs the service has not said what it costs."""

    satisfaction: Satisfaction
    completion: tuple[Completion, ...]
    completed: int | None
    online: int | None
    """Per cent of applications and answers to them that people gave online themselves, and not staff for them."""
    cost_pence: int | None


def measures(days: Days) -> Measures:
    """The four measures for these days."""
    journeys = completion(days)
    finished = sum(one.finished or 0 for one in journeys)
    begun = sum(one.begun or 0 for one in journeys)
    cost = (
        settings.COST_OF_A_DAY_PENCE * len(days.each()) // finished
        if settings.COST_OF_A_DAY_PENCE and finished
        else None
    )
    return Measures(opinions.satisfaction(days), journeys, share(min(finished, begun), begun), online(days), cost)


def online(days: Days) -> int | None:
    """Digital take-up: what people did themselves, of everything that they or staff for them did."""
    since = dt.datetime.combine(days.first, dt.time(), tzinfo=clock.LONDON)
    until = dt.datetime.combine(days.last + dt.timedelta(days=1), dt.time(), tzinfo=clock.LONDON)
    times = audit.times_by_kind(DONE_EITHER_WAY, since=since, until=until)
    themselves = times.get(ActorKind.PERSON, 0)
    whole = themselves + times.get(ActorKind.STAFF, 0)
    # About the service, not about anybody: here only the whole has to be large enough, so that "all of them" may be said.
    return round(100 * themselves / whole) if told(whole) else None


def completion(days: Days) -> tuple[Completion, ...]:
    """Each journey: how many began it and how many of these sent it."""
    counts: dict[str, dict[str, int]] = {}
    for (page, what), times in use.pairs(days, Measure.FORM).items():
        journey, _, last = page.rpartition(":")
        if what == "sent" and last in (BEGUN, FINISHED):
            counts.setdefault(journey, {})[last] = times
        if what == "seen" and last == CONCLUDED:
            counts.setdefault(journey, {})[FINISHED] = times
    return tuple(
        Completion(
            journey,
            told(one.get(BEGUN, 0)),
            told(one.get(FINISHED, 0)),
            share(min(one.get(FINISHED, 0), one.get(BEGUN, 0)), one.get(BEGUN, 0)),
        )
        for journey, one in sorted(counts.items())
    )
