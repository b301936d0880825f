"""May the service take an application? A pure answer with every reason, from what the applicant said.

A *stop* ends the application and says why. A *doubt* does not: the application goes on and a caseworker looks, because turning
away a parent on a rule or a fact we are not sure of does more harm than asking a person.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from childmaintenance.values import Citation

CHILD_UNTIL = 16
"""The age to which everybody is a child: CSA 1991 s.55(1)."""
YOUNG_PERSON_UNTIL = 20
"""The age before which somebody in approved education still is: CSA 1991 s.55(1), SI 2012/2677 reg 76."""
COURT_ORDER_RESTS_YEARS = 1
"""How long after a court order nobody may apply: CSA 1991 s.4(10)(aa)."""
NEWER_COURT_ORDERS = dt.date(2003, 4, 1)
"""Before about this day a court order keeps the service out altogether. Sources differ on the day, 3 March or April 2003, so an
order from before is a doubt and never a stop."""


class Why(StrEnum):
    """Why an application cannot go on, or why a caseworker must look at it first."""

    CHILD_TOO_OLD = "child_too_old"
    CHILD_NOT_IN_EDUCATION = "child_not_in_education"
    PARENTS_LIVE_TOGETHER = "parents_live_together"
    CHILD_LIVES_ABROAD = "child_lives_abroad"
    RECEIVING_PARENT_LIVES_ABROAD = "receiving_parent_lives_abroad"
    PAYING_PARENT_LIVES_ABROAD = "paying_parent_lives_abroad"
    COURT_ORDER_TOO_NEW = "court_order_too_new"
    COURT_ORDER_OLD = "court_order_old"
    COURT_ORDER_DATE_NOT_KNOWN = "court_order_date_not_known"


PROVISIONS: dict[Why, Citation] = {
    Why.CHILD_TOO_OLD: Citation("CSA 1991 s.55", "CS(NI)O 1991 art 3"),
    Why.CHILD_NOT_IN_EDUCATION: Citation(
        "CSA 1991 s.55, SI 2012/2677 reg 76", "CS(NI)O 1991 art 3, SR 2012/427 reg 75"
    ),
    Why.PARENTS_LIVE_TOGETHER: Citation("CSA 1991 s.3(2)", "CS(NI)O 1991 art 4(2)"),
    Why.CHILD_LIVES_ABROAD: Citation("CSA 1991 s.44(1)", "CS(NI)O 1991 art 41(1)"),
    Why.RECEIVING_PARENT_LIVES_ABROAD: Citation("CSA 1991 s.44(1)", "CS(NI)O 1991 art 41(1)"),
    Why.PAYING_PARENT_LIVES_ABROAD: Citation("CSA 1991 s.44(1), (2A)", "CS(NI)O 1991 art 41(1), (2A)"),
    Why.COURT_ORDER_TOO_NEW: Citation("CSA 1991 s.4(10)(aa)", "CS(NI)O 1991 art 7(10)(aa)"),
    Why.COURT_ORDER_OLD: Citation("CSA 1991 s.4(10)(a)", "CS(NI)O 1991 art 7(10)(a)"),
    Why.COURT_ORDER_DATE_NOT_KNOWN: Citation("CSA 1991 s.4(10)", "CS(NI)O 1991 art 7(10)"),
}
"""The articles of the Northern Ireland Order are recalled, not read: pages name the provision only beside the sentence."""


class Lives(StrEnum):
    """Where somebody has their home: habitual residence, in a word that people use."""

    IN_THE_UK = "uk"
    ABROAD = "abroad"
    NOT_KNOWN = "not_known"


class WorksAbroadFor(StrEnum):
    """Employers whose people abroad count as living in the United Kingdom: CSA 1991 s.44(2A), SI 1992/2645 reg 7A."""

    CIVIL_SERVICE = "civil_service"
    DIPLOMATIC_SERVICE = "diplomatic_service"
    ARMED_FORCES = "armed_forces"
    UK_COMPANY = "uk_company"
    LOCAL_AUTHORITY = "local_authority"
    NHS = "nhs"
    NOBODY_OF_THESE = "none"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, kw_only=True)
class ChildAsked:
    """`in_education` answers only for somebody of 16 or more: approved education or training; None is not known."""

    date_of_birth: dt.date
    in_education: bool | None = None


@dataclass(frozen=True, kw_only=True)
class CourtOrder:
    """A court's maintenance order that is still in force. `made_on` is None where nobody knows the day."""

    made_on: dt.date | None = None


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What bears on whether the service may act. Empty children and None: not asked yet, so no reason either way."""

    live_together: bool | None = None
    child_lives: Lives | None = None
    receiving_parent_lives: Lives | None = None
    paying_parent_lives: Lives | None = None
    works_abroad_for: WorksAbroadFor | None = None
    court_order: CourtOrder | None = None
    children: Sequence[ChildAsked] = field(default=())


@dataclass(frozen=True, kw_only=True)
class Reason:
    """`child` is the position of the child it is about. `from_day` is when it will no longer stand, where that is known."""

    why: Why
    stops: bool
    child: int | None = None
    from_day: dt.date | None = None

    @property
    def provision(self) -> Citation:
        return PROVISIONS[self.why]


@dataclass(frozen=True, kw_only=True)
class Eligibility:
    """Every reason, in the order of the questions."""

    reasons: tuple[Reason, ...]

    @property
    def may_apply(self) -> bool:
        return not self.stops

    @property
    def stops(self) -> tuple[Reason, ...]:
        return tuple(reason for reason in self.reasons if reason.stops)

    @property
    def doubts(self) -> tuple[Reason, ...]:
        return tuple(reason for reason in self.reasons if not reason.stops)


def eligible(asked: Asked, *, on: dt.date) -> Eligibility:
    """Whether somebody may apply on a day, from what has been asked so far."""
    reasons = [*_household(asked), *_residence(asked), *_court_order(asked, on)]
    for position, child in enumerate(asked.children):
        reasons += [Reason(why=one.why, stops=one.stops, child=position) for one in child_reasons(child, on=on)]
    return Eligibility(reasons=tuple(reasons))


def child_reasons(child: ChildAsked, *, on: dt.date) -> list[Reason]:
    """Whether somebody is a child in law on a day. CSA 1991 s.55; SI 2012/2677 reg 76."""
    years = age(child.date_of_birth, on)
    if years >= YOUNG_PERSON_UNTIL:
        return [Reason(why=Why.CHILD_TOO_OLD, stops=True)]
    if years >= CHILD_UNTIL and child.in_education is not True:
        return [Reason(why=Why.CHILD_NOT_IN_EDUCATION, stops=child.in_education is False)]
    return []


def age(born: dt.date, on: dt.date) -> int:
    """Whole years on a day; somebody born on 29 February has a birthday on 1 March in other years."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def asks_about_education(born: dt.date, on: dt.date) -> bool:
    """Whether the child is of the age at which approved education matters."""
    return CHILD_UNTIL <= age(born, on) < YOUNG_PERSON_UNTIL


def _household(asked: Asked) -> list[Reason]:
    """A parent who lives in the child's household is not a non-resident parent: CSA 1991 s.3(2)."""
    return [Reason(why=Why.PARENTS_LIVE_TOGETHER, stops=True)] if asked.live_together else []


def _residence(asked: Asked) -> list[Reason]:
    """All three must be habitually resident in the United Kingdom, or the paying parent abroad for certain employers: s.44."""
    found = []
    for lives, why in (
        (asked.child_lives, Why.CHILD_LIVES_ABROAD),
        (asked.receiving_parent_lives, Why.RECEIVING_PARENT_LIVES_ABROAD),
    ):
        if lives in (Lives.ABROAD, Lives.NOT_KNOWN):
            found.append(Reason(why=why, stops=lives == Lives.ABROAD))
    if asked.paying_parent_lives == Lives.NOT_KNOWN:
        found.append(Reason(why=Why.PAYING_PARENT_LIVES_ABROAD, stops=False))
    elif asked.paying_parent_lives == Lives.ABROAD and asked.works_abroad_for in (
        WorksAbroadFor.NOBODY_OF_THESE,
        WorksAbroadFor.NOT_KNOWN,
    ):
        stops = asked.works_abroad_for == WorksAbroadFor.NOBODY_OF_THESE
        found.append(Reason(why=Why.PAYING_PARENT_LIVES_ABROAD, stops=stops))
    return found


def _court_order(asked: Asked, on: dt.date) -> list[Reason]:
    """A court order keeps the service out for its first year, and an old one for good: s.4(10)."""
    order = asked.court_order
    if order is None:
        return []
    if order.made_on is None:
        return [Reason(why=Why.COURT_ORDER_DATE_NOT_KNOWN, stops=False)]
    if order.made_on < NEWER_COURT_ORDERS:
        return [Reason(why=Why.COURT_ORDER_OLD, stops=False)]
    ends = _years_later(order.made_on, COURT_ORDER_RESTS_YEARS)
    return [Reason(why=Why.COURT_ORDER_TOO_NEW, stops=True, from_day=ends)] if on < ends else []


def _years_later(day: dt.date, years: int) -> dt.date:
    """The same day some years on; 29 February becomes 1 March where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return dt.date(day.year + years, 3, 1)
