"""Anybody may say that something in the list of who can help is wrong or missing; staff look, and then it is deleted."""

import datetime as dt
from dataclasses import dataclass

from django.db import transaction

from childmaintenance.foundation import audit, clock
from childmaintenance.foundation.actor import Actor
from childmaintenance.foundation.identifiers import new_reference
from childmaintenance.guidance.models import Suggestion
from childmaintenance.guidance.organisations import organisation
from childmaintenance.guidance.terms import SuggestionKind

MOST_WORDS = 1000
KEPT_AT_MOST = dt.timedelta(days=180)


class NoSuchSuggestion(LookupError):
    """Nobody suggested that, or somebody has dealt with it."""


@dataclass(frozen=True, kw_only=True)
class Suggested:
    """One suggestion, for who looks at it. `about` is the name of an organisation, or empty."""

    reference: str
    about: str
    kind: SuggestionKind
    words: str
    suggested_on: dt.date


def suggest(*, about: str, kind: SuggestionKind, words: str) -> None:
    """Keep a suggestion. It is not asked whose it is, so there is no `by`."""
    Suggestion.objects.create(
        reference=new_reference("S"),
        about=about if organisation(about) else "",
        kind=kind,
        words=words,
        suggested_at=clock.now(),
    )


def waiting() -> list[Suggested]:
    """What nobody has dealt with, the oldest first."""
    return [
        Suggested(
            reference=row.reference,
            about=found.name if (found := organisation(row.about)) else "",
            kind=SuggestionKind(row.kind),
            words=row.words,
            suggested_on=row.suggested_at.astimezone(clock.LONDON).date(),
        )
        for row in Suggestion.objects.order_by("suggested_at", "id")
    ]


@transaction.atomic
def deal_with(*, reference: str, by: Actor) -> None:
    """It has been looked at, and done or not: delete it. Raises NoSuchSuggestion."""
    gone, _each = Suggestion.objects.filter(reference=reference).delete()
    if not gone:
        raise NoSuchSuggestion(reference)
    audit.record(by=by, act="guidance.deal_with_suggestion", about=reference)


def forget_suggestions() -> None:
    """Delete what nobody dealt with in half a year."""
    Suggestion.objects.filter(suggested_at__lte=clock.now() - KEPT_AT_MOST).delete()
