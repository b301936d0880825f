"""What is known of a case over time: how it began, and what changed when."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any

from childmaintenance.law.days.review import next_review
from childmaintenance.law.days.supersession import DAY, Cause, Days, works_from
from childmaintenance.law.income.which_income import Kind
from childmaintenance.law.liability import Facts
from childmaintenance.law.provision import BadFact, InForce, in_force
from childmaintenance.values import Money, Period

FACTS = frozenset(fact.name for fact in fields(Facts)) - {"territory", "gross_weekly_income"}


@dataclass(frozen=True, slots=True)
class Change:
    """One change: why it is looked at, the days known of it, and what is different from then on.

    `becomes` are fields of Facts other than income. `current_income` is put to the 25% test; `historic_income` is HMRC's new
    figure at a yearly review, which needs no test of its own. A periodic check that brings nothing goes back to historic income.
    """

    cause: Cause
    days: Days
    becomes: Mapping[str, Any] = field(default_factory=dict)
    current_income: Money | None = None
    historic_income: Money | None = None

    def __post_init__(self) -> None:
        unknown = set(self.becomes) - FACTS
        if unknown:
            raise BadFact(f"becomes.{min(unknown)}", "is not a fact that can change here")
        if self.historic_income is not None and self.cause is not Cause.ANNUAL_REVIEW:
            raise BadFact("historic_income", "comes only with a yearly review")
        nothing = not self.becomes and self.current_income is None and self.historic_income is None
        if nothing and self.cause is not Cause.PERIODIC_CHECK:
            raise BadFact("becomes", "must say what changed")

    @property
    def effective(self) -> date:
        """The day from which a decision made because of it works; raises MissingFact where that day is not known."""
        return works_from(self.cause, self.days)


@dataclass(frozen=True, slots=True)
class Life:
    """A case from its initial effective date, to a last day or still running."""

    runs: Period
    facts: Facts
    changes: tuple[Change, ...] = ()
    income_kind: Kind = Kind.HISTORIC

    def __post_init__(self) -> None:
        law = in_force(self.runs.starts, self.facts.territory)
        for place, change in enumerate(self.changes):
            where = f"changes[{place}]"
            replace(self.facts, **change.becomes)
            if change.effective < self.runs.starts:
                raise BadFact(f"{where}.{DAY[change.cause][0]}", "must not be before the case began")
            if change.cause is Cause.ANNUAL_REVIEW and not _is_review(self.runs.starts, change.effective, law):
                raise BadFact(
                    f"{where}.review", "must be a review date: twelve months after the start, and each year after"
                )

    def changes_on(self, day: date) -> list[Change]:
        """The changes that work from a day, in an order that does not depend on how they were given."""
        causes = list(Cause)
        found = [change for change in self.changes if change.effective == day]
        return sorted(found, key=lambda change: (causes.index(change.cause), repr(change)))


def _is_review(initial: date, day: date, law: InForce) -> bool:
    """Whether a day is one of the review dates of a case that began on another."""
    before = date.fromordinal(day.toordinal() - 1)
    return day > initial and next_review(initial, before, law) == day
