"""Plans, their instalments, and what is owed under them."""

import datetime as dt
from dataclasses import dataclass

from django.db import models

from childmaintenance.cases.terms import Frequency, Service


class InstalmentKind(models.TextChoices):
    """What an instalment is for."""

    REGULAR = "regular"
    TRUE_UP = "true_up"  # accrued before this plan and not charged: added
    CREDIT = "credit"  # charged before this plan and not owed after all: taken off


class Drawn(models.TextChoices):
    """Why a plan was drawn."""

    DECISION = "decision"
    SERVICE = "service"  # the money moves another way from now on
    PAY_DAY = "pay_day"
    NEXT_PERIOD = "next_period"  # 52 weeks are over and nothing new was decided


@dataclass(frozen=True, slots=True, kw_only=True)
class InstalmentRecord:
    """One payment of a plan, in whole pence. A credit's amounts are below nought. `reference` is the plan's with a number."""

    reference: str
    kind: InstalmentKind
    due_on: dt.date
    maintenance: int
    fee: int
    receiving_fee: int
    """What is taken from the receiving parent when it is paid in full."""
    charged: bool

    @property
    def total(self) -> int:
        """What the paying parent pays."""
        return self.maintenance + self.fee

    @property
    def arrives(self) -> int:
        """What the receiving parent gets when it is paid in full."""
        return self.maintenance - self.receiving_fee


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """Everything of a case that is to be paid on one day."""

    due_on: dt.date
    maintenance: int
    fee: int
    receiving_fee: int

    @property
    def total(self) -> int:
        """What the paying parent pays."""
        return self.maintenance + self.fee

    @property
    def arrives(self) -> int:
        """What the receiving parent gets when it is paid in full."""
        return self.maintenance - self.receiving_fee


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRecord:
    """A plan whole. Under Direct Pay its instalments are between the parents: nothing is charged and there is no fee."""

    reference: str
    case: str
    decision: str
    service: Service
    frequency: Frequency
    day: int
    weekly: int
    starts: dt.date
    ends: dt.date
    covers_until: dt.date | None
    """The last day it counts for, once another plan has taken its place; None while it runs."""
    drawn: Drawn
    drawn_at: dt.datetime
    paying_parent: str
    receiving_parent: str
    instalments: tuple[InstalmentRecord, ...]
    payments: tuple[Payment, ...]
    """What is to be paid on each day from when the plan was drawn: true-ups, credits and an old plan's last payments included."""
    fee_percent: int
    receiving_fee_percent: int
    days_to_pass_on: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PayTo:
    """Where a paying parent pays, and what to write on the payment."""

    account_name: str
    sort_code: str
    account_number: str
    payment_reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NextPayment:
    """The next payment of a case. It is due today or later; what is overdue already is in `Owed`."""

    payment: Payment
    service: Service
    held: int
    """What the service already holds for the paying parent and will use first, for all their cases together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MissedRecord:
    """A payment that was not made in time. `short` is what was missing when it was noticed, `left` what is missing now."""

    instalment: str
    case: str
    due_on: dt.date
    due: int
    short: int
    left: int
    noticed_on: dt.date
    put_right_by: dt.date
    settled_on: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwedItem:
    """One instalment that fell due and is not settled."""

    instalment: str
    kind: InstalmentKind
    due_on: dt.date
    charged: int
    """Maintenance and fee, in pence."""
    settled: int
    """What was paid or credited."""
    left_maintenance: int
    left_fee: int
    overdue_since: dt.date | None
    """The day it became a missed payment; None while there is still time."""

    @property
    def left(self) -> int:
        return self.left_maintenance + self.left_fee


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """What is owed in a case now. The items come to the total; below nought means charged too much."""

    maintenance: int
    fee: int
    overdue: int
    items: tuple[OwedItem, ...]

    @property
    def total(self) -> int:
        return self.maintenance + self.fee
