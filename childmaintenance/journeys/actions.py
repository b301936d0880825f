"""Acts upon drafts: begin, keep one page's answer, take an item away, send, forget."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from secrets import token_hex
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import F, Value
from django.db.models.functions import Least

from childmaintenance.foundation import audit, clock
from childmaintenance.foundation.actor import Actor
from childmaintenance.journeys.lifetimes import living_drafts, remembered
from childmaintenance.journeys.models import Draft, Submission
from childmaintenance.journeys.route import walk
from childmaintenance.journeys.shown import Shown, words_shown
from childmaintenance.journeys.terms import Journey

NOTED_EVERY = timedelta(seconds=5)
"""That a page was seen is written down at most this often."""


class NoDraft(LookupError):
    """The draft is not there: it was sent, or forgotten."""


class NotComplete(Exception):
    """Something that is asked has no valid answer."""


@transaction.atomic
def begin(*, journey: Journey, about: str, again: bool, by: Actor) -> UUID:
    """The open draft of this person, or a new one; `again` throws the open one away. Asked twice at once, it is one draft.

    A visitor's beginning is not written into the audit, which forgets nothing.
    """
    now = clock.now()
    passing: dict[str, datetime] = {}
    if journey.at_most is not None:
        latest = clock.wall() + journey.at_most
        passing = {"ends_at": min(clock.wall() + journey.kept, latest), "latest_at": latest}
    mine = Draft.objects.filter(owner=by.reference, journey=journey.slug, about=about)
    (mine if again else mine.exclude(living_drafts())).delete()
    found, made = Draft.objects.get_or_create(
        owner=by.reference,
        journey=journey.slug,
        about=about,
        defaults={
            "id": uuid4(),
            "started_at": now,
            "saved_at": now,
            "forgotten_at": now + (journey.at_most or journey.kept),
            **passing,
        },
    )
    if made and not journey.passing:
        audit.record(by=by, act="journeys.begin", about=str(found.id), why=journey.slug)
    return found.id


def see(*, draft: UUID, kept: timedelta) -> None:
    """A page of a visitor's draft was looked at, which puts off its end; never past the latest moment it was given."""
    now = clock.wall()
    Draft.objects.filter(pk=draft, ends_at__gt=now, ends_at__lt=now + kept - NOTED_EVERY).update(
        ends_at=Least(Value(now + kept), F("latest_at"))
    )


def keep(*, draft: UUID, question: str, typed: Mapping[str, list[str]], kept: timedelta) -> None:
    """Put one page's answer into the draft, as typed; every other page stays as somebody else may just have left it."""

    def put(answers: dict[str, Any]) -> None:
        answers.setdefault("pages", {})[question] = dict(typed)

    _change(draft, kept, put)


def keep_in_item(
    *, draft: UUID, group: str, item: str, question: str, typed: Mapping[str, list[str]], most: int, kept: timedelta
) -> None:
    """Put one page's answer into one item of a repeat, adding the item if it is new and there is room."""

    def put(answers: dict[str, Any]) -> None:
        stored = _group(answers, group)
        found = next((each for each in stored["items"] if each["id"] == item), None)
        if found is None:
            if len(stored["items"]) >= most:
                return
            found = {"id": item, "pages": {}}
            stored["items"].append(found)
            stored["finished"] = False  # whoever adds one is asked again whether there are more
        found["pages"][question] = dict(typed)

    _change(draft, kept, put)


def fill_in(*, draft: UUID, answers: Mapping[str, Any], kept: timedelta) -> None:
    """Put answers that were given before, elsewhere, into a draft, in its own shape; what is answered in it already stays."""

    def put(stored: dict[str, Any]) -> None:
        for question, typed in answers.get("pages", {}).items():
            stored.setdefault("pages", {}).setdefault(question, dict(typed))
        for group, items in answers.get("groups", {}).items():
            here = _group(stored, group)
            if not here["items"]:
                here["items"] = [{"id": token_hex(4), "pages": dict(pages)} for pages in items]
                here["finished"] = False

    _change(draft, kept, put)


def remove_item(*, draft: UUID, group: str, item: str, kept: timedelta) -> None:
    """Take an item out of a repeat; one that is already gone is not missed."""

    def put(answers: dict[str, Any]) -> None:
        stored = _group(answers, group)
        stored["items"] = [each for each in stored["items"] if each["id"] != item]
        stored["finished"] = False

    _change(draft, kept, put)


def finish_group(*, draft: UUID, group: str, kept: timedelta) -> None:
    """Note that there are no more items to add."""

    def put(answers: dict[str, Any]) -> None:
        _group(answers, group)["finished"] = True

    _change(draft, kept, put)


@transaction.atomic
def submit(*, draft: UUID, journey: Journey, known: Mapping[str, Any], by: Actor, shown: Shown | None = None) -> str:
    """Send the answers once and return the reference; asked again, or by two at once, it is the same reference.

    The draft's row is locked, so the second waits for the first and then finds the submission. What `journey.submit` writes, the
    submission and the end of the draft are one transaction: after a crash there is all of it or none. Raises NotComplete, NoDraft
    and what `journey.submit` raises.
    """
    locked = Draft.objects.select_for_update().filter(living_drafts(), pk=draft).first()
    if locked is None:
        sent = Submission.objects.filter(remembered(), pk=draft, owner=by.reference).first()
        if sent is None:
            raise NoDraft(str(draft))
        return sent.reference
    route = walk(journey, locked.answers, known)
    if not route.complete:
        raise NotComplete(str(draft))
    if journey.submit is None:
        raise NoDraft(f"{journey.slug} sends nothing")
    route.answers.shown = shown or words_shown(journey.slug, "")
    reference = journey.submit(route.answers, draft=str(draft), about=locked.about, by=by)
    Submission.objects.create(
        draft=draft,
        owner=locked.owner,
        journey=locked.journey,
        about=locked.about,
        reference=reference,
        submitted_at=clock.now(),
        ends_at=locked.latest_at,
        notice=route.answers.shown.notice,
        declaration=route.answers.shown.declaration,
    )
    locked.delete()
    if not journey.passing:
        audit.record(by=by, act="journeys.submit", about=reference, why=journey.slug)
    return reference


@transaction.atomic
def forget(*, by: Actor) -> int:
    """Delete every draft whose time is over, and say how many there were."""
    gone, _tables = Draft.objects.filter(forgotten_at__lte=clock.now(), ends_at=None).delete()
    if gone:
        audit.record(by=by, act="journeys.forget", about="drafts", why=f"{gone} not sent in time")
    return gone


@transaction.atomic
def forget_visitors() -> None:
    """Delete what visitors left behind when their time was over. Nobody is to know that they were here, so no line says so."""
    Draft.objects.filter(ends_at__lte=clock.wall()).delete()
    Submission.objects.filter(ends_at__lte=clock.wall()).delete()


@transaction.atomic
def forget_visitor(*, owner: str) -> None:
    """Delete at once whatever a visitor began or sent here; drafts of somebody with an account stay as they are."""
    Draft.objects.filter(owner=owner, ends_at__isnull=False).delete()
    Submission.objects.filter(owner=owner, ends_at__isnull=False).delete()


@transaction.atomic
def _change(draft: UUID, kept: timedelta, put: Callable[[dict[str, Any]], None]) -> None:
    """Change the answers under a lock on the row. Raises NoDraft."""
    locked = Draft.objects.select_for_update().filter(living_drafts(), pk=draft).first()
    if locked is None:
        raise NoDraft(str(draft))
    put(locked.answers)
    locked.saved_at = clock.now()
    if locked.latest_at is None:
        locked.forgotten_at = locked.saved_at + kept
    locked.save(update_fields=["answers", "saved_at", "forgotten_at"])


def _group(answers: dict[str, Any], group: str) -> dict[str, Any]:
    stored: dict[str, Any] = answers.setdefault("groups", {}).setdefault(group, {})
    stored.setdefault("items", [])
    return stored
