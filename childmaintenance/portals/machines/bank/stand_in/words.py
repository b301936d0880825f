"""The words of the stand-in bank: accounts, movements, standing orders, and the ways a statement can be spoiled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True)
class Account:
    """An account: its holder's name, six digits of sort code, eight digits of number."""

    name: str
    sort_code: str
    number: str

    @property
    def bban(self) -> str:
        """Sort code and number together, 14 digits, as UK banks write them in ISO 20022 files."""
        return self.sort_code + self.number


class Kind(StrEnum):
    """Why money moved on the client account."""

    IN = "in"  # somebody paid
    IN_BACK = "in-back"  # a payment in came back
    OUT = "out"  # a payout left
    OUT_BACK = "out-back"  # a payout came back


class Every(StrEnum):
    """How often a standing order pays."""

    WEEK = "W"
    FORTNIGHT = "2W"
    FOUR_WEEKS = "4W"
    MONTH = "M"


class Mischief(StrEnum):
    """What the bank can do to a day's statement; each has a test."""

    NONE = ""
    SAME_FILE_AGAIN = "same-file-again"  # the same bytes under a second name
    OVERLAP = "overlap"  # the statement also covers the day before, whose entries it repeats
    # From here on the file that arrives is spoiled, and the true one waits until it is sent again.
    TRUNCATED = "truncated"
    MALFORMED = "malformed"
    EMPTY = "empty"
    NOT_XML = "not-xml"
    ENTITY_EXPANSION = "entity-expansion"
    EXTERNAL_ENTITY = "external-entity"
    HUGE = "huge"
    WRONG_CURRENCY = "wrong-currency"
    WRONG_BALANCES = "wrong-balances"
    WRONG_ACCOUNT = "wrong-account"
    NEGATIVE_AMOUNT = "negative-amount"
    FRACTION_OF_A_PENNY = "fraction-of-a-penny"
    NO_REFERENCE = "no-reference"  # an entry without AcctSvcrRef


SPOILING = frozenset(Mischief) - {Mischief.NONE, Mischief.SAME_FILE_AGAIN, Mischief.OVERLAP}


@dataclass(frozen=True)
class Movement:
    """Money that moved on the client account; `pence` is above nought when it came in."""

    number: int
    on: date
    pence: int
    kind: Kind
    party: Account
    words: str
    end_to_end: str
    reference: str  # this movement's own reference
    entry: str  # the reference of the statement entry it is part of; a batch shares one
    undoes: str = ""  # the reference of the movement that this one takes back
    reason: str = ""
    message: str = ""
    payment_info: str = ""


@dataclass(frozen=True)
class StandingOrder:
    """An order to pay the same sum again and again; `next_on` is its next day, weekends not yet moved to Monday."""

    number: int
    payer: Account
    words: str
    pence: int
    every: Every
    next_on: date


@dataclass(frozen=True)
class Books:
    """What the bank says about the client account."""

    opening: int
    balance: int
    movements: tuple[Movement, ...]

    def total(self, kind: Kind) -> int:
        """The sum of one kind of movement, in pence, with its sign."""
        return sum(movement.pence for movement in self.movements if movement.kind is kind)


class BankRefuses(Exception):
    """The bank will not do what it was asked; the sentence says why."""
