"""What a parent reads: the lines of a payment history, and a statement of account."""

import datetime as dt
from dataclasses import dataclass

from django.db import models

from childmaintenance.cases.terms import Side
from childmaintenance.collection.terms.plans import NextPayment, Owed, PayTo


class HistoryKind(models.TextChoices):
    """What a line of a payment history tells."""

    CHARGE = "charge"
    TRUE_UP = "true_up"
    CREDIT = "credit"
    PAYMENT = "payment"
    PAYMENT_RETURNED = "payment_returned"
    COLLECTED = "collected"
    COLLECTED_RETURNED = "collected_returned"
    PAID_OUT = "paid_out"
    PAYOUT_RETURNED = "payout_returned"


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """One movement as a parent sees it, in pence.

    Paying side: `amount` is what it adds to what is owed, a payment below nought; maintenance + fee = amount; `balance` is what
    is owed after it. Receiving side: `amount` is what it adds to what is to be paid out, a payout below nought; maintenance - fee
    = amount; `balance` is what waits to be paid out.
    """

    on: dt.date
    kind: HistoryKind
    amount: int
    maintenance: int
    fee: int
    balance: int
    about: str
    """The instalment, receipt or payout."""
    corrected: bool = False
    """Whether a later line takes it back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementOfAccount:
    """A stretch of a case's history with the balance before and after it."""

    case: str
    side: Side
    since: dt.date
    upto: dt.date
    opening: int
    lines: tuple[HistoryLine, ...]
    closing: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a case stands today, as one of its parents reads it at home."""

    next: NextPayment | None
    owed: Owed
    lately: tuple[HistoryLine, ...]
    """The newest payments made or got, newest first."""
    pay_to: PayTo | None
