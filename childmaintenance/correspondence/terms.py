"""The words of this room: kinds of letter, how one travels, and why one cannot be written."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db import models


class Kind(models.TextChoices):
    """What a letter is about. Each has one definition in `letters/`, in a file of the same name."""

    PAYING_PARENT_TOLD = "paying_parent_told"
    RECEIVING_PARENT_TOLD = "receiving_parent_told"
    APPLICATION_RECEIVED = "application_received"
    RESPONSE_NEEDED = "response_needed"
    DECISION = "decision"
    PAYMENT_PLAN = "payment_plan"
    PAYMENT_MISSED = "payment_missed"
    PAYMENT_RETURNED = "payment_returned"
    ANNUAL_REVIEW = "annual_review"


class Channel(models.TextChoices):
    """How a letter reaches somebody. It decides on which day the law takes it as received."""

    ONLINE = "online"
    POST = "post"


class CopyKind(models.TextChoices):
    """What somebody asked to be sent a copy of. The e-mail says the same of all of them."""

    RESULT = "result"
    ARRANGEMENT = "arrangement"
    LIST = "list"
    LEAFLET = "leaflet"
    CHAT = "chat"


class LeafletFormat(models.TextChoices):
    """How somebody wants a leaflet that is posted to them."""

    PRINT = "print"
    LARGE = "large"
    BRAILLE = "braille"
    AUDIO = "audio"


class Every(models.TextChoices):
    """How often something is paid, in an arrangement that is no business of ours."""

    WEEK = "W"
    FORTNIGHT = "2W"
    FOUR_WEEKS = "4W"
    MONTH = "M"


@dataclass(frozen=True, kw_only=True)
class Sending:
    """What is the same for the whole letter, whatever its language: when, how, to whom, under which reference."""

    reference: str
    case: str
    to_name: str
    on: dt.date
    channel: Channel


@dataclass(frozen=True, kw_only=True)
class Part:
    """The letter in one language: what the reader sees, as blocks."""

    language: str
    heading: str
    greeting: str
    written_on: str
    labels: dict[str, Any]
    blocks: tuple[dict[str, Any], ...]


@dataclass(frozen=True, kw_only=True)
class LetterRecord:
    """A letter as it was sent. `has_secret`: it holds a code that only its reader may see."""

    reference: str
    kind: Kind
    to: str
    case: str
    written_on: dt.date
    written_at: dt.datetime
    channel: Channel
    languages: tuple[str, ...]
    large_print: bool
    parts: tuple[Part, ...]
    sha256: str
    rulebook: str
    has_secret: bool
    first_read_at: dt.datetime | None


@dataclass(frozen=True, kw_only=True)
class LetterLine:
    """A letter in a list of letters: enough to choose it, without its contents."""

    reference: str
    kind: Kind
    case: str
    written_on: dt.date
    languages: tuple[str, ...]
    headings: dict[str, str]
    first_read_at: dt.datetime | None


class CannotWrite(Exception):
    """A letter was not written. The message names what is wrong, and holds no personal data."""


class MissingFact(CannotWrite):
    """A fact that the letter needs was not given: a letter is never written with a gap in it."""


class UnknownFact(CannotWrite):
    """A fact that the letter has no place for was given. Places are listed, so nothing else can slip into a letter."""


class UnusableFact(CannotWrite):
    """A fact is of the wrong kind, or cannot be true."""


class WouldReveal(CannotWrite):
    """The letter holds something that would tell one parent where the other is, or how to reach them."""


class KeyReused(CannotWrite):
    """A key was used before for a letter of another kind, to somebody else, or about another case."""
