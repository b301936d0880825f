"""The words of this room: income asked for and found, facts gathered, the decision and what it rests on."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db import models

from childmaintenance.values import Territory


class IncomeOutcome(models.TextChoices):
    """How a request for somebody's income ended."""

    FOUND = "found"
    NOT_FOUND = "not_found"  # the tax authority holds nothing for any of the six years
    NOT_AVAILABLE = "not_available"  # it stayed silent, or what it said could not be used


class IncomeBasis(models.TextChoices):
    """What the weekly income of a decision rests on."""

    HISTORIC = "historic"  # the tax authority's figure for the latest available tax year (SI 2012/2677 reg 35)
    CURRENT = "current"  # evidence of pay now, found by a caseworker (reg 37)
    ESTIMATE = "estimate"  # reg 42
    DEFAULT = "default"  # not enough information: a default maintenance decision (CSA 1991 s.12(1), reg 49)


class DecisionKind(models.TextChoices):
    INITIAL = "initial"
    FURTHER_APPLICATION = "further_application"
    ANNUAL_REVIEW = "annual_review"
    SUPERSESSION = "supersession"


@dataclass(frozen=True, kw_only=True)
class IncomeTold:
    """A tax authority's answer for one tax year, in whole pence a year; pension contributions already taken off.

    `tax_year` is "2024-25". `source` is "PAYE" or "SA"; where both exist self-assessment counts (reg 36).
    """

    tax_year: str
    source: str
    employment: int
    pensions: int
    trading: int
    taxable_benefits: int
    correlation: str

    @property
    def total(self) -> int:
        """Pence a year: the HMRC figure of reg 36."""
        return self.employment + self.pensions + self.trading + self.taxable_benefits


@dataclass(frozen=True, kw_only=True)
class IncomeQuestionRecord:
    reference: str
    paying_parent: str
    asked_at: dt.datetime
    outcome: IncomeOutcome | None
    told: IncomeTold | None
    because: str


@dataclass(frozen=True, kw_only=True)
class SourcedFact:
    """One input of a decision and where it came from. `value` is JSON; `case` and `child` are empty where they do not
    apply.

    `standing` is a cases.terms.Standing, "held" for what the tax authority told, or "assumed" for what nobody has said.
    `yearly_pence` is the tax authority's figure, for income that rests on it.
    """

    name: str
    value: Any
    standing: str
    source: str
    as_of: str
    case: str = ""
    child: str = ""
    because: str = ""
    yearly_pence: int | None = None


@dataclass(frozen=True, kw_only=True)
class Missing:
    """A fact without which nothing can be decided, and the case or child it belongs to."""

    name: str
    case: str = ""
    child: str = ""


@dataclass(frozen=True, kw_only=True)
class Worked:
    """What the law makes of the facts: weekly pence by case, the rate, reasons in order as data, notes on readings."""

    rate: str
    weekly: dict[str, int]
    total: int
    reasons: list[dict[str, Any]]
    notes: list[str]


@dataclass(frozen=True, kw_only=True)
class Preview:
    """A decision that has not been made. `token` changes when anything it rests on changes."""

    paying_parent: str
    effective_from: dt.date
    kind: DecisionKind
    cases: tuple[str, ...]
    facts: dict[str, Any]
    sources: tuple[SourcedFact, ...]
    missing: tuple[Missing, ...]
    worked: Worked | None
    builds_on: str | None
    token: str

    @property
    def can_be_decided(self) -> bool:
        return not self.missing and self.worked is not None


@dataclass(frozen=True, kw_only=True)
class DecisionRecord:
    reference: str
    paying_parent: str
    kind: DecisionKind
    territory: Territory
    effective_from: dt.date
    review_on: dt.date
    decided_at: dt.datetime
    decided_by: str
    because: str
    rulebook: str
    builds_on: str | None
    rate: str
    total: int
    weekly: dict[str, int]
    facts: dict[str, Any]
    sources: tuple[SourcedFact, ...]
    reasons: tuple[dict[str, Any], ...]
    notes: tuple[str, ...]


class FactsMoved(Exception):
    """Something a decision rests on changed after the preview was looked at; look again."""


class NotReady(Exception):
    """Facts are missing: nothing can be decided yet."""

    def __init__(self, missing: tuple[Missing, ...]) -> None:
        super().__init__(", ".join(f"{one.name} {one.case} {one.child}".strip() for one in missing))
        self.missing = missing
