"""The words of this room: applications, cases, what was said and by whom, what waits for a caseworker."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from childmaintenance.cases.eligibility import CourtOrder, Lives, Reason, WorksAbroadFor
from childmaintenance.parties.terms import ChildRecord, PersonTold
from childmaintenance.values import Territory


class Side(models.TextChoices):
    """Which parent of a case somebody is."""

    RECEIVING = "R", "receiving parent"
    PAYING = "P", "paying parent"

    @property
    def other(self) -> "Side":
        return Side.PAYING if self is Side.RECEIVING else Side.RECEIVING


class Status(models.TextChoices):
    """Where a case stands. The transitions are in `statuses.py`."""

    WAITING_FOR_ANSWER = "waiting_for_answer"
    ANSWERED = "answered"
    IN_PAYMENT = "in_payment"
    CLOSED = "closed"


class Service(models.TextChoices):
    """Who moves the money."""

    DIRECT_PAY = "direct_pay"
    COLLECT_AND_PAY = "collect_and_pay"


class Frequency(models.TextChoices):
    WEEKLY = "W"
    FORTNIGHTLY = "2W"
    FOUR_WEEKLY = "4W"
    MONTHLY = "M"


class FactKind(models.TextChoices):
    """What can be said that bears on the amount. Each names the shape of its value."""

    NIGHTS = "nights"  # {"nights": 0..366}, about one child
    PARENTAGE = "parentage"  # {"accepted": bool}, about one child
    OTHER_CHILDREN = "other_children"  # {"count": 0..20}, children in the paying parent's own household
    OTHER_ARRANGEMENT = "other_arrangement"  # {"count": 0..20}, children the paying parent supports another way
    BENEFIT = "benefit"  # {"benefit": "none" | "44(1)" | "44(2)" | "44(2)half"}
    NIL_REASON = "nil_reason"  # {"reason": "" | "child" | "prisoner" | ...}
    SERVICE = "service"  # {"service": Service}, a wish until somebody decides
    EQUAL_CARE = "equal_care"  # {"equal": bool}, about one child: both parents care for the child alike (reg 50)
    EDUCATION = "education"  # {"approved": bool}, about one child of 16 or more
    RESIDENCE = (
        "residence"  # {"homes": {"child", "receiving_parent", "paying_parent", "works_abroad_for"}} or {"allows": bool}
    )
    COURT_ORDER = "court_order"  # {"made_on": "2001-03-01" or ""}, or when a caseworker has found it {"allows": bool}
    EMPLOYER = "employer"  # {"name": str}, where the paying parent works: for staff only


class Source(models.TextChoices):
    """Who a fact came from."""

    RECEIVING_PARENT = "receiving_parent"
    PAYING_PARENT = "paying_parent"
    CASEWORKER = "caseworker"

    @classmethod
    def of(cls, side: Side) -> "Source":
        return cls.RECEIVING_PARENT if side == Side.RECEIVING else cls.PAYING_PARENT


class Standing(models.TextChoices):
    """How firmly a fact stands, worked out from who said what."""

    STATED = "stated"  # one parent has said so
    AGREED = "agreed"  # both parents have said the same
    DISPUTED = "disputed"  # they differ and nobody has found which is right
    FOUND = "found"  # a caseworker has found it, with a reason


class TaskKind(models.TextChoices):
    """Why something waits for a person."""

    DECIDE = "decide"
    SETTLE_FACT = "settle_fact"
    FIND_INCOME = "find_income"
    CHOOSE_SERVICE = "choose_service"
    REVIEW = "review"
    MISSED_PAYMENT = "missed_payment"
    NOT_ARRIVED = "not_arrived"
    BANK_DETAILS = "bank_details"
    SUSPENSE = "suspense"
    RETURNED_RECEIPT = "returned_receipt"
    RETURNED_PAYOUT = "returned_payout"
    RELEASE_PAYOUTS = "release_payouts"
    LETTER = "letter"
    SAFE_CONTACT = "safe_contact"


class Wanted(models.TextChoices):
    """What a receiving parent wants done about a Direct Pay payment that did not arrive."""

    ASK = "ask"
    COLLECT = "collect"
    NOTE = "note"


@dataclass(frozen=True, kw_only=True)
class ChildTold:
    """A child as one parent describes them. `reference` is set where the child is already known."""

    first_name: str = ""
    last_name: str = ""
    date_of_birth: dt.date | None = None
    nights: int | None = None
    parentage_accepted: bool | None = None
    in_education: bool | None = None
    equal_care: bool | None = None
    reference: str = ""


@dataclass(frozen=True, kw_only=True)
class SafetyTold:
    """What somebody told us about their safety. It is kept apart and never reaches the other parent."""

    at_risk: bool
    details: str = ""
    name_or_place_changed: bool = False


@dataclass(frozen=True, kw_only=True)
class BankTold:
    account_name: str
    sort_code: str
    account_number: str
    roll_number: str = ""


@dataclass(frozen=True, kw_only=True)
class PayChoice:
    """How often and on which day the paying parent pays.

    `day` is the weekday (0 Monday to 6 Sunday) for weekly, fortnightly and four-weekly, the day of the month (1 to 28)
    for monthly.
    """

    frequency: Frequency
    day: int

    def __post_init__(self) -> None:
        first, last = (1, 28) if self.frequency == Frequency.MONTHLY else (0, 6)
        if not first <= self.day <= last:
            raise ValueError(f"a day of {self.frequency.label} payment is {first} to {last}, not {self.day}")


@dataclass(frozen=True, kw_only=True)
class CircumstancesTold:
    """What either parent may say about the paying parent's circumstances. None: not said."""

    other_children: int | None = None
    other_arrangement_children: int | None = None
    benefit: str | None = None
    nil_reason: str | None = None
    employer: str | None = None


@dataclass(frozen=True, kw_only=True)
class ResidenceTold:
    """Where the child and each parent have their home, and for whom a paying parent abroad works."""

    child: Lives
    receiving_parent: Lives
    paying_parent: Lives
    works_abroad_for: WorksAbroadFor | None = None


@dataclass(frozen=True, kw_only=True)
class ApplicationTold:
    """A whole application, as either parent gives it. `key` makes a second submission the same application.

    `doubts` are what `eligibility` could not settle: each becomes a task for a caseworker. `notice` and `declaration` are the
    versions of what the applicant was shown.
    """

    key: str
    side: Side
    territory: Territory
    applicant: PersonTold
    other_parent: PersonTold
    children: tuple[ChildTold, ...]
    service: Service
    circumstances: CircumstancesTold = field(default_factory=CircumstancesTold)
    safety: SafetyTold | None = None
    bank: BankTold | None = None
    pay: PayChoice | None = None
    residence: ResidenceTold | None = None
    court_order: CourtOrder | None = None
    doubts: tuple[Reason, ...] = ()
    notice: int | None = None
    declaration: int | None = None


@dataclass(frozen=True, kw_only=True)
class AnswerTold:
    """What the other parent says in answer to an application."""

    key: str
    children: tuple[ChildTold, ...]
    service: Service | None = None
    circumstances: CircumstancesTold = field(default_factory=CircumstancesTold)
    safety: SafetyTold | None = None
    bank: BankTold | None = None
    pay: PayChoice | None = None


@dataclass(frozen=True, kw_only=True)
class CaseRecord:
    reference: str
    application: str
    territory: Territory
    receiving_parent: str
    paying_parent: str
    applicant_side: Side
    children: tuple[ChildRecord, ...]
    status: Status
    service: Service | None
    opened_on: dt.date
    effective_from: dt.date | None
    other_parent_called: str
    """The other parent's name as the applicant gave it."""
    notice_shown: int | None = None
    declaration_shown: int | None = None
    """The versions of the privacy notice and of the declaration that the applicant had before them."""

    def side_of(self, party: str) -> Side:
        """Raises KeyError for somebody who is neither parent of this case."""
        return {self.receiving_parent: Side.RECEIVING, self.paying_parent: Side.PAYING}[party]

    def party(self, side: Side) -> str:
        return self.receiving_parent if side == Side.RECEIVING else self.paying_parent


@dataclass(frozen=True, kw_only=True)
class Said:
    """One statement of a fact: who said what, when, and, for a caseworker's finding, why."""

    value: dict[str, Any]
    source: Source
    said_at: dt.datetime
    because: str


@dataclass(frozen=True, kw_only=True)
class FactRecord:
    """A fact with everything that was said about it. `value` is None while it is disputed."""

    kind: FactKind
    child: str
    standing: Standing
    value: dict[str, Any] | None
    source: Source | None
    said: tuple[Said, ...]


@dataclass(frozen=True, kw_only=True)
class TaskRecord:
    reference: str
    kind: TaskKind
    case: str
    about: str
    reason: dict[str, Any]
    opened_at: dt.datetime
    due_on: dt.date
    closed_at: dt.datetime | None
    closed_by: str
    outcome: str


@dataclass(frozen=True, kw_only=True)
class TimelineRecord:
    at: dt.datetime
    kind: str
    details: dict[str, Any]


class NotYours(Exception):
    """Somebody asked for a case that is not theirs. Pages answer 'not found' and the asking is recorded."""


class AgainstThemselves(ValueError):
    """Both parents of an application turn out to be one person."""


class CannotDoThat(Exception):
    """An act that does not fit where the case stands. The message says what to do instead."""
