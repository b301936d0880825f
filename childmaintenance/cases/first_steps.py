"""A first step: what somebody said before they applied, kept under a short reference because they asked us to.

Whoever has the reference has the answers, so it is random, works once, opens nothing without an account, and its row holds only a
keyed hash of it. There is no name in what is kept. No line of the audit says that somebody kept one: they have not said who they
are, and the audit forgets nothing.
"""

import datetime as dt
import hmac
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.db import transaction

from childmaintenance.cases.eligibility import ChildAsked
from childmaintenance.cases.models import FirstStep
from childmaintenance.cases.terms import Side
from childmaintenance.foundation import audit, clock
from childmaintenance.foundation.actor import Actor
from childmaintenance.foundation.identifiers import as_typed, is_reference, new_reference

KEPT = dt.timedelta(days=28)
PREFIX = "F"


@dataclass(frozen=True, kw_only=True)
class FirstStepTold:
    """What was said, in the words of an application's own questions. Empty: not asked, or not said.

    `worries` is there only where somebody wanted it kept.
    """

    side: Side | None = None
    nation: str = ""
    live_together: str = ""
    i_live_in_uk: str = ""
    they_live_in_uk: str = ""
    works_abroad_for: str = ""
    court_order: str = ""
    court_order_on: dt.date | None = None
    children: tuple[ChildAsked, ...] = field(default=())
    worries: tuple[str, ...] = field(default=())
    pay_every: str = ""
    """How often somebody who pays wants to pay, as `Frequency`."""
    pay_day: int | None = None
    """On which day of the month, or of the week from 0, Monday."""


@transaction.atomic
def keep(*, told: FirstStepTold) -> str:
    """Keep it, and return the reference that opens it; nobody can be told that reference again."""
    reference = new_reference(PREFIX)
    now = clock.now()
    FirstStep.objects.create(digest=_digest(reference), told=_as_json(told), kept_at=now, forgotten_at=now + KEPT)
    return reference


def kept_until(reference: str) -> dt.datetime | None:
    """When a first step will be forgotten; None where it is not there any more."""
    found = FirstStep.objects.filter(digest=_digest(reference), forgotten_at__gt=clock.now()).first()
    return found.forgotten_at if found else None


@transaction.atomic
def take(*, reference: str, by: Actor) -> FirstStepTold | None:
    """What was kept under a reference, as somebody typed it, and it is kept no longer; None where there is nothing."""
    asked = as_typed(reference)
    if not is_reference(asked, PREFIX):
        return None
    found = FirstStep.objects.select_for_update().filter(digest=_digest(asked), forgotten_at__gt=clock.now()).first()
    if found is None:
        return None
    told = _from_json(found.told)
    found.delete()
    audit.record(by=by, act="cases.take_first_step", about="first step")
    return told


def forget(*, reference: str) -> None:
    """Delete it before its time, because whoever has the reference asks."""
    FirstStep.objects.filter(digest=_digest(reference)).delete()


def forget_old() -> None:
    """Delete what nobody used in time."""
    FirstStep.objects.filter(forgotten_at__lte=clock.now()).delete()


def _digest(reference: str) -> str:
    return hmac.new(settings.SECRET_KEY.encode(), f"first step {reference}".encode(), sha256).hexdigest()


def _as_json(told: FirstStepTold) -> dict[str, Any]:
    return {
        **vars(told),
        "court_order_on": told.court_order_on.isoformat() if told.court_order_on else None,
        "children": [[child.date_of_birth.isoformat(), child.in_education] for child in told.children],
        "worries": list(told.worries),
    }


def _from_json(kept: dict[str, Any]) -> FirstStepTold:
    return FirstStepTold(
        **{
            **kept,
            "side": Side(kept["side"]) if kept["side"] else None,
            "court_order_on": dt.date.fromisoformat(kept["court_order_on"]) if kept["court_order_on"] else None,
            "children": tuple(
                ChildAsked(date_of_birth=dt.date.fromisoformat(born), in_education=learns)
                for born, learns in kept["children"]
            ),
            "worries": tuple(kept["worries"]),
        }
    )
