"""From when a later decision works. Regulations 16, 18, 20 and 22."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from childmaintenance.law.provision import InForce, MissingFact
from childmaintenance.values import Citation


class Cause(Enum):
    """Why a decision is superseded; each has its own rule for the day."""

    CHANGE_EXPECTED = "change_expected"
    CHILD_STOPS_COUNTING = "child_stops_counting"
    RECEIVING_PARENT_DIES_OR_STOPS_CARING = "receiving_parent_dies_or_stops_caring"
    SOMEBODY_LEAVES_THE_UK = "somebody_leaves_the_uk"
    BENEFIT_STARTS_OR_STOPS = "benefit_starts_or_stops"
    INCOME_THAT_HAD_TO_BE_REPORTED = "income_that_had_to_be_reported"
    NEW_QUALIFYING_CHILD = "new_qualifying_child"
    APPLICATION = "application"
    INFORMATION_FROM_A_THIRD_PARTY = "information_from_a_third_party"
    OWN_INITIATIVE = "own_initiative"
    ANNUAL_REVIEW = "annual_review"
    PERIODIC_CHECK = "periodic_check"
    REVISION = "revision"


@dataclass(frozen=True, slots=True)
class Days:
    """The days that may be known of a change; only the one its cause asks for is needed."""

    changed: date | None = None
    expected: date | None = None
    applied: date | None = None
    information_arrived: date | None = None
    decided: date | None = None
    review: date | None = None
    of_new_application: date | None = None
    of_revised_decision: date | None = None


def _reg(number: str) -> Citation:
    """A regulation whose number is the same in both territories."""
    return Citation(gb=f"SI 2012/2677 reg {number}", ni=f"SR 2012/427 reg {number}")


# Which day each cause takes, and where that is said.
DAY: dict[Cause, tuple[str, Citation]] = {
    Cause.CHANGE_EXPECTED: ("expected", _reg("18(2)")),
    Cause.CHILD_STOPS_COUNTING: ("changed", _reg("18(3)")),
    Cause.RECEIVING_PARENT_DIES_OR_STOPS_CARING: ("changed", _reg("18(3)")),
    Cause.SOMEBODY_LEAVES_THE_UK: ("changed", _reg("18(3)")),
    Cause.BENEFIT_STARTS_OR_STOPS: ("changed", _reg("18(3)")),
    Cause.INCOME_THAT_HAD_TO_BE_REPORTED: ("changed", _reg("18(4)")),
    Cause.NEW_QUALIFYING_CHILD: ("of_new_application", _reg("18(5)")),
    Cause.APPLICATION: ("applied", _reg("18(6)(a)")),
    Cause.INFORMATION_FROM_A_THIRD_PARTY: ("information_arrived", _reg("18(6)(b)")),
    Cause.OWN_INITIATIVE: ("decided", _reg("18(6)(c)")),
    Cause.ANNUAL_REVIEW: ("review", _reg("20")),
    Cause.PERIODIC_CHECK: ("decided", _reg("22")),
    Cause.REVISION: ("of_revised_decision", _reg("16")),
}


def works_from(cause: Cause, days: Days) -> date:
    """The effective date of a decision made because of something; raises MissingFact where its day is not known.

    A new child at home, other nights and a fall in income are all changes "on application": they work from the day somebody
    applied, and not from when they happened.
    """
    name, _ = DAY[cause]
    day: date | None = getattr(days, name)
    if cause is Cause.PERIODIC_CHECK and days.changed is not None:
        return days.changed
    if day is None:
        raise MissingFact(f"days.{name}")
    return day


def says(cause: Cause, law: InForce) -> str:
    """Where that day is written."""
    return law.cite(DAY[cause][1])
