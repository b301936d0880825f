"""Questions about drafts and submissions."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from childmaintenance.journeys.lifetimes import living_drafts, remembered
from childmaintenance.journeys.models import Draft, Submission


@dataclass(frozen=True)
class DraftRecord:
    """A draft that is still open."""

    id: UUID
    owner: str
    journey: str
    about: str
    answers: dict[str, Any]
    saved_at: datetime
    forgotten_at: datetime


@dataclass(frozen=True)
class SubmissionRecord:
    """That a draft was sent, and the reference it was given."""

    draft: UUID
    owner: str
    journey: str
    about: str
    reference: str
    submitted_at: datetime
    notice: int | None = None
    declaration: int | None = None


def draft(id: UUID) -> DraftRecord | None:
    """A draft by its id, or None where there is none, it was sent, or its time is over."""
    found = Draft.objects.filter(living_drafts(), pk=id).first()
    return _record(found) if found else None


def submission(draft: UUID) -> SubmissionRecord | None:
    """What became of a draft that was sent."""
    found = Submission.objects.filter(remembered(), pk=draft).first()
    if found is None:
        return None
    return SubmissionRecord(
        found.draft,
        found.owner,
        found.journey,
        found.about,
        found.reference,
        found.submitted_at,
        found.notice,
        found.declaration,
    )


def open_drafts(owner: str, journey: str = "", about: str = "") -> tuple[DraftRecord, ...]:
    """Somebody's drafts, newest first; of one journey, and about one thing, where these are named."""
    wanted: dict[str, Any] = {"owner": owner}
    if journey:
        wanted |= {"journey": journey}
    if about:
        wanted |= {"about": about}
    return tuple(_record(found) for found in Draft.objects.filter(living_drafts(), **wanted).order_by("-saved_at"))


def _record(found: Draft) -> DraftRecord:
    return DraftRecord(
        found.id, found.owner, found.journey, found.about, found.answers, found.saved_at, found.forgotten_at
    )
