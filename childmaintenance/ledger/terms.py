"""The words of this room: accounts, journals, their two sides, and what is asked to be posted."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, NewType

from django.db import models

AccountNumber = NewType("AccountNumber", int)
JournalId = NewType("JournalId", int)


class AccountKind(models.TextChoices):
    """What an account is for; most have one account for each reference, named in brackets."""

    BANK = "bank"  # money in our account at the bank
    OWES_MAINTENANCE = "owes_maintenance"  # [case] what a paying parent owes
    DUE_MAINTENANCE = "due_maintenance"  # [case] what a receiving parent is due and has not been collected
    OWES_FEE = "owes_fee"  # [case] the paying parent's collection fee
    FEES_CHARGED = "fees_charged"
    HELD_FOR = "held_for"  # [paying parent] received and not yet used
    SUSPENSE = "suspense"  # [bank entry] nobody knows yet whose or what it is
    TO_PAY_OUT = "to_pay_out"  # [case] collected for a receiving parent
    RECEIVING_FEES = "receiving_fees"
    IN_TRANSIT = "in_transit"  # [payout file] released, and not yet on a bank statement
    BANK_CHARGES = "bank_charges"


class JournalKind(models.TextChoices):
    """Why money moved."""

    MAINTENANCE_DUE = "maintenance_due"
    FEE_DUE = "fee_due"
    MAINTENANCE_CREDITED = "maintenance_credited"  # charged and, after a new decision, not owed
    FEE_CREDITED = "fee_credited"
    RECEIPT = "receipt"
    SUSPENSE_SETTLED = "suspense_settled"
    ALLOCATION = "allocation"
    PAYOUT = "payout"
    PAYOUT_CONFIRMED = "payout_confirmed"
    PAYOUT_RETURNED = "payout_returned"
    BANK_OTHER = "bank_other"  # the bank moved money and a person must say why
    CORRECTION = "correction"  # the opposite of the journal it names


class Side(models.TextChoices):
    DEBIT = "D"
    CREDIT = "C"


class Entry(NamedTuple):
    """One line of a posting, by the account's name. Make it with `entry`."""

    kind: AccountKind
    reference: str
    pence: int


class Posting(NamedTuple):
    """A whole journal to be posted; each line is an account number and pence above nought."""

    kind: str
    on: dt.date
    key: str
    because: str
    debit: Sequence[tuple[int, int]]
    credit: Sequence[tuple[int, int]]


def entry(kind: AccountKind, reference: str, pence: int) -> Entry:
    """A line of whole pence above nought; the reference is empty for an account there is only one of."""
    if isinstance(pence, bool) or not isinstance(pence, int) or pence <= 0:
        raise NotAnAmount(f"{pence!r} is not a whole number of pence above nought")
    return Entry(kind, reference, pence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """One line of a journal, as it stands in an account."""

    journal: JournalId
    journal_kind: JournalKind
    key: str
    on: dt.date
    at: dt.datetime
    because: str
    corrects: JournalId | None
    account_kind: AccountKind
    reference: str
    pence: int
    """A debit is above nought, a credit below."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialBalance:
    """Every account's balance added up by kind, debits above nought. It must come to nought."""

    by_kind: dict[AccountKind, int]

    @property
    def total(self) -> int:
        return sum(self.by_kind.values())


class NotAnAmount(ValueError):
    """A line of a posting is not whole pence above nought."""


class Unbalanced(ValueError):
    """A posting's debits and credits differ, or one of them is missing."""


class KeyReused(Exception):
    """The key was used before, for something else."""


class NoSuchJournal(KeyError):
    """There is no journal with that number."""


class AlreadyCorrected(Exception):
    """A journal is corrected once; what it was corrected by can be corrected in turn."""
