"""What the probes found: whether each part works now, how often it did, and the troubles there were."""

import datetime as dt
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Count as HowMany
from django.db.models import Q

from childmaintenance.foundation import clock
from childmaintenance.statistics.models import Probe
from childmaintenance.statistics.terms import Part

FRESH = dt.timedelta(minutes=4)
"""A part that has not been asked for longer is one we know nothing of."""
LOOKS_BACK = dt.timedelta(days=90)
A_TROUBLE = 2
"""Probes in a row without an answer: one alone may be the network's hiccup."""
APART = dt.timedelta(minutes=6)
SPANS = (dt.timedelta(days=1), dt.timedelta(days=7), LOOKS_BACK)


@dataclass(frozen=True)
class PartState:
    """`well` is None where nothing is known. Shares are of the probes of a day, a week and ninety days, in 0.01 per cent."""

    part: Part
    well: bool | None
    asked_at: dt.datetime | None
    milliseconds: int
    shares: tuple[int | None, ...]


@dataclass(frozen=True)
class Trouble:
    """A part did not work from one moment to another; `until` is None while it lasts."""

    part: Part
    since: dt.datetime
    until: dt.datetime | None
    problem: str


def states(*, at: dt.datetime | None = None) -> tuple[PartState, ...]:
    """Every part that was ever asked, in the order people would miss it."""
    at = at or clock.wall()
    latest = {
        row.part: row for row in Probe.objects.filter(at__gt=at - LOOKS_BACK).order_by("part", "-at").distinct("part")
    }
    within = {
        f"{kind}{number}": HowMany("pk", filter=Q(at__gt=at - span) & (Q(well=True) if kind == "well" else Q()))
        for number, span in enumerate(SPANS)
        for kind in ("well", "all")
    }
    sums = {row["part"]: row for row in Probe.objects.filter(at__gt=at - LOOKS_BACK).values("part").annotate(**within)}
    found = []
    for part in Part:
        row = latest.get(part)
        if row is None:
            continue
        shares = tuple(
            10_000 * sums[part][f"well{number}"] // sums[part][f"all{number}"] if sums[part][f"all{number}"] else None
            for number in range(len(SPANS))
        )
        known = at - row.at <= FRESH
        found.append(PartState(part, row.well if known else None, row.at, row.milliseconds, shares))
    return tuple(found)


def troubles(*, at: dt.datetime | None = None, days: int = 90, most: int = 50) -> tuple[Trouble, ...]:
    """What did not work, newest first: probes that failed one after another, as one trouble."""
    at = at or clock.wall()
    failed = list(
        Probe.objects.filter(well=False, at__gt=at - dt.timedelta(days=days))
        .order_by("part", "at")
        .only("part", "at", "problem")
    )
    found = []
    for part, probes in groupby(failed, key=lambda probe: probe.part):
        runs: list[list[Probe]] = []
        for probe in probes:
            if runs and probe.at - runs[-1][-1].at <= APART:
                runs[-1].append(probe)
            else:
                runs.append([probe])
        for run in runs:
            if len(run) < A_TROUBLE:
                continue
            lasts = at - run[-1].at <= FRESH
            found.append(Trouble(Part(part), run[0].at, None if lasts else run[-1].at, run[-1].problem))
    return tuple(sorted(found, key=lambda trouble: trouble.since, reverse=True)[:most])
