"""The words of this room: what may be told, what was said to it, and how far a referral is."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class Item(models.TextChoices):
    """One thing that an organisation may be told about somebody."""

    NAME = "name", _("Name")
    PHONE = "phone", _("Phone")
    EMAIL = "email", _("E-mail")
    ADDRESS = "address", _("Address")
    SAFE_CONTACT = "safe_contact", _("When and how it is safe")
    LANGUAGE = "language", _("Language")
    TOPIC = "topic", _("Wants help with")


WAYS = frozenset({Item.PHONE, Item.EMAIL, Item.ADDRESS})
"""Without one of these nobody can be in touch."""


class Kind(models.TextChoices):
    """A step of a referral."""

    AGREED = "agreed", _("Agreed")
    DECLINED = "declined", _("Declined")
    WITHDRAWN = "withdrawn", _("Taken back")
    HANDED_OVER = "handed_over", _("Handed over")
    TOLD_TO_FORGET = "told_to_forget", _("Told to forget it")


class Said(models.TextChoices):
    """How the person said it."""

    PAGE = "page", _("on their own account page")
    PHONE = "phone", _("by phone")
    FACE_TO_FACE = "face_to_face", _("face to face")


class Passed(models.TextChoices):
    """How staff gave the sheet."""

    PHONE = "phone", _("read out by phone")
    POST = "post", _("by post")
    FORM = "form", _("by the organisation’s own form")


class Standing(StrEnum):
    """How far a referral is."""

    OFFERED = "offered"
    LAPSED = "lapsed"
    DECLINED = "declined"
    AGREED = "agreed"
    WITHDRAWN = "withdrawn"
    HANDED_OVER = "handed_over"
    TO_BE_FORGOTTEN = "to_be_forgotten"
    FORGOTTEN = "forgotten"

    @property
    def label(self) -> str:
        """For staff and for the person alike, in the reader's language."""
        return str(_STANDINGS[self])


_STANDINGS = {
    Standing.OFFERED: _("Waiting for an answer"),
    Standing.LAPSED: _("Out of date"),
    Standing.DECLINED: _("Declined"),
    Standing.AGREED: _("Agreed, not handed over yet"),
    Standing.WITHDRAWN: _("Taken back, nothing was handed over"),
    Standing.HANDED_OVER: _("Handed over"),
    Standing.TO_BE_FORGOTTEN: _("Taken back: the organisation must be told"),
    Standing.FORGOTTEN: _("Taken back, and the organisation told to forget it"),
}


@dataclass(frozen=True, kw_only=True)
class StepRecord:
    """What was done: `how` in words of Said or Passed, `words` as they were shown, read out or told."""

    kind: Kind
    how: str
    items: tuple[Item, ...]
    words: tuple[str, ...]
    said_on: dt.date
    at: dt.datetime
    by: str


@dataclass(frozen=True, kw_only=True)
class ReferralRecord:
    """One referral. `told`: what would be told, or was, each item with its words as they stood when it was offered."""

    reference: str
    case: str
    party: str
    organisation: str
    called: str
    topic: str
    why: str
    language: str
    told: dict[Item, str]
    offered_on: dt.date
    offered_by: str
    steps: tuple[StepRecord, ...]
    standing: Standing

    def step(self, kind: Kind) -> StepRecord | None:
        """The step of this kind, or None: there is at most one."""
        return next((one for one in self.steps if one.kind is kind), None)

    @property
    def agreed(self) -> tuple[Item, ...]:
        """What they agreed to, in the order of the sheet; nothing before that."""
        said = self.step(Kind.AGREED)
        return said.items if said else ()

    @property
    def may_be_taken_back(self) -> bool:
        """Whether they agreed, and have not taken it back: before it is handed over, after, or when it is out of date."""
        return self.step(Kind.AGREED) is not None and self.step(Kind.WITHDRAWN) is None


class CannotDoThat(Exception):
    """The referral is not as far as that, or further; or somebody else was quicker."""


class NotForThem(Exception):
    """An organisation that may not be offered to somebody in this case."""


class NothingToTell(Exception):
    """What would be told is not known of the person, or no way to reach them is in it."""


class NotTheirs(LookupError):
    """No referral of that person has this reference."""
