"""What people tell us about the pages: taken in without asking who they are, and told as sums."""

import datetime as dt
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Count as HowMany

from childmaintenance.foundation import clock, language
from childmaintenance.foundation.identifiers import new_reference
from childmaintenance.statistics.models import Opinion
from childmaintenance.statistics.personal import without_what_says_who
from childmaintenance.statistics.queries.use import Days
from childmaintenance.statistics.suppression import share, told
from childmaintenance.statistics.terms import LEAST, About

MOST_WORDS = 1200
"""Characters."""
WORDS_KEPT = dt.timedelta(days=365)
SATISFIED = (4, 5)


@dataclass(frozen=True)
class OpinionRecord:
    """One opinion as staff read it."""

    reference: str
    day: dt.date
    about: About
    page: str
    language: str
    score: int | None
    words: str


@dataclass(frozen=True)
class Satisfaction:
    """How satisfied people said they were. None where too few have said."""

    answers: int | None
    satisfied: int | None
    """Per cent who said satisfied or very satisfied."""
    by_score: tuple[tuple[int, int | None], ...]


@transaction.atomic
def give(*, about: About, page: str = "", score: int | None = None, words: str = "") -> str:
    """Keep an opinion, by its day; returns its reference, by which whoever gave it can have it deleted.

    Nobody is named as the actor, because nobody is known. Raises ValueError for an opinion that says nothing.
    """
    words = without_what_says_who(words.strip())[:MOST_WORDS]
    if score is None and not words:
        raise ValueError("an opinion says something")
    return Opinion.objects.create(
        reference=new_reference("F"),
        day=clock.today(),
        about=about,
        page=page[:120],
        language=language.current(),
        score=score,
        words=words,
    ).reference


def take_back(reference: str) -> bool:
    """Delete an opinion for whoever holds its reference; says whether there was one."""
    return bool(Opinion.objects.filter(reference=reference).delete()[0])


def satisfaction(days: Days, *, about: About | None = None) -> Satisfaction:
    """How satisfied people said they were in these days."""
    rows = Opinion.objects.filter(day__range=(days.first, days.last)).exclude(score=None)
    if about is not None:
        rows = rows.filter(about=about)
    counts = dict(rows.values_list("score").annotate(HowMany("pk")))
    whole = sum(counts.values())
    if whole < LEAST:
        return Satisfaction(told(whole), None, tuple((score, told(0) if not whole else None) for score in range(1, 6)))
    good = sum(counts.get(score, 0) for score in SATISFIED)
    return Satisfaction(whole, share(good, whole), tuple((score, told(counts.get(score, 0))) for score in range(1, 6)))


def latest(days: Days, *, most: int = 100, page: str = "") -> tuple[OpinionRecord, ...]:
    """What people wrote, newest first."""
    rows = Opinion.objects.filter(day__range=(days.first, days.last)).exclude(words="")
    if page:
        rows = rows.filter(page=page)
    return tuple(
        OpinionRecord(row.reference, row.day, About(row.about), row.page, row.language, row.score, row.words)
        for row in rows.order_by("-day", "-pk")[:most]
    )


def forget_words() -> int:
    """Empty the words of opinions older than a year; the scores stay as sums. Returns how many."""
    return Opinion.objects.filter(day__lt=clock.today() - WORDS_KEPT).exclude(words="").update(words="")
