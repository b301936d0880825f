"""What the bank tells us, and why we may refuse to listen."""

import datetime as dt
from dataclasses import dataclass

from django.db import models


class EntryKind(models.TextChoices):
    """What an entry of a bank statement is."""

    RECEIPT = "receipt"
    RECEIPT_RETURNED = "receipt_returned"
    PAYOUT = "payout"  # a released payout, or a file of them, has left
    PAYOUT_RETURNED = "payout_returned"
    OTHER = "other"  # a person must say what it is


class Refusal(models.TextChoices):
    """Why a bank statement is not taken in. The label is said to a person."""

    EMPTY = "empty", "The file is empty."
    TOO_LARGE = "too_large", "The file is larger than any statement may be."
    PADDED = "padded", "The file is much larger than its entries need."
    NOT_XML = "not_xml", "The file is not XML."
    MALFORMED = "malformed", "The file is not well-formed XML, or it ends too soon."
    DOCUMENT_TYPE = "document_type", "The file carries a document type or entities, which are never read."
    ENCODING = "encoding", "The file is not in UTF-8."
    NOT_A_STATEMENT = "not_a_statement", "The file is not a camt.053 bank statement."
    VERSION = "version", "The file is a version of camt.053 that is not read."
    NOT_ONE_STATEMENT = "not_one_statement", "The file holds no statement, or more than one."
    NOT_THE_WHOLE = "not_the_whole", "The file is one of several pages of a message."
    WRONG_ACCOUNT = "wrong_account", "The statement is of another account."
    WRONG_CURRENCY = "wrong_currency", "An amount is not in pounds."
    MISSING = "missing", "Something every statement has is missing."
    NOT_AN_AMOUNT = "not_an_amount", "An amount is not pounds and pence above nought."
    NOT_A_DATE = "not_a_date", "A date cannot be read."
    TOO_LONG = "too_long", "A text is longer than the format allows."
    NOT_BOOKED = "not_booked", "An entry is not booked."
    PARTS_DO_NOT_ADD_UP = "parts_do_not_add_up", "The transactions of an entry do not add up to the entry."
    DOES_NOT_ADD_UP = "does_not_add_up", "Opening balance and entries do not come to the closing balance."
    SUMMARY_DIFFERS = "summary_differs", "The summary does not agree with the entries."
    ENTRY_TWICE = "entry_twice", "The same entry is in the file twice."
    OTHER_CONTENT = "other_content", "A statement with this number was taken in before with other content."
    ENTRY_CHANGED = "entry_changed", "An entry that was taken in before has changed."


class StatementRefused(Exception):
    """A statement is not taken in, not even in part. `reason` is a Refusal; the message is a sentence and may say where."""

    def __init__(self, reason: Refusal, where: str = "") -> None:
        super().__init__(f"{reason.label} ({where})" if where else str(reason.label))
        self.reason = reason
        self.where = where


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """What became of a statement."""

    statement: str
    again: bool = False
    """The very same file was taken in before; nothing was done."""
    new_entries: int = 0
    known_entries: int = 0
    """Entries that an earlier statement had already brought."""
    matched: int = 0
    in_suspense: int = 0
    follows: bool = True
    """Whether it opens with the balance that we stand at; if not, a statement is missing or late."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BankEntryRecord:
    """An entry of a bank statement. `pence` is above nought when money came in."""

    reference: str
    statement: str
    kind: EntryKind
    booked_on: dt.date
    pence: int
    paying_parent: str
    """Whose it is, for a receipt that was matched or settled; otherwise empty."""
    words: str
    party_name: str
    end_to_end: str
    reason: str
    returned_on: dt.date | None
    undoes: str
    """The entry that this one takes back; otherwise empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SuspenseRecord:
    """Money that waits for a person to say whose or what it is."""

    entry: BankEntryRecord
    near: tuple[str, ...] = ()
    """Paying parents whose reference stands in the words; more than one, or none, is why it waits."""
