"""Payments to receiving parents and the files they leave in; and where every penny received is."""

import datetime as dt
from dataclasses import dataclass, field

from django.db import models


class FileState(models.TextChoices):
    PREPARED = "prepared"
    RELEASED = "released"
    DISCARDED = "discarded"


@dataclass(frozen=True, slots=True, kw_only=True)
class PayoutRecord:
    """One payment to a receiving parent. The account is shown to staff only, by its last digits."""

    reference: str
    file: str
    case: str
    receiving_parent: str
    pence: int
    account_ending: str
    returned: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PayoutFileRecord:
    reference: str
    state: FileState
    prepared_on: dt.date
    prepared_by: str
    released_at: dt.datetime | None
    released_by: str
    sent_at: dt.datetime | None
    payouts: int
    total: int
    left_the_bank: int
    """How much of it bank statements have confirmed."""


class CannotRelease(Exception):
    """A payout file is not released; the message says why and what to do."""


class FileWaiting(Exception):
    """A payout file is prepared and neither released nor discarded; one at a time."""


class CannotSettle(Exception):
    """An entry is not in suspense, or not of the kind that can be settled so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """Every penny received, and the one place it is in. `differences` says what disagrees; there should be nothing."""

    received: int
    maintenance: int
    arrears: int
    """Maintenance that was paid after it counted as missed."""
    fees: int
    credit: int
    suspense: int
    differences: tuple[str, ...] = field(default=())

    @property
    def holds(self) -> bool:
        return not self.differences
