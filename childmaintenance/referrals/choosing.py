"""Whom somebody may be offered: by what they need and where they live, and never whoever could put them in danger."""

from collections.abc import Collection

from childmaintenance.cases import queries as cases
from childmaintenance.cases.terms import CaseRecord, Side
from childmaintenance.guidance.organisations import Organisation, organisation, tailored
from childmaintenance.guidance.organisations.needs import Circumstance, Topic
from childmaintenance.guidance.terms import Nation
from childmaintenance.referrals.terms import NotForThem


def who_can_help(
    case: CaseRecord, side: Side, topics: Collection[Topic], nation: Nation | None
) -> list[tuple[Topic, list[Organisation]]]:
    """For each topic, who may be offered to this parent: those meant for them first."""
    unsafe = is_anybody_unsafe(case)
    they_are = {Circumstance.UNSAFE} if is_unsafe(case, side) else set()
    found = []
    for group in tailored(topics, nation, they_are):
        fit = [
            one for one in (*group.first, *group.others, *group.particular) if not (unsafe and one.needs_both_parents)
        ]
        found.append((group.topic, fit))
    return found


def may_be_offered(case: CaseRecord, key: str) -> Organisation:
    """The organisation, if it is on our list and fit for this case. Raises NotForThem."""
    found = organisation(key)
    if found is None or (found.needs_both_parents and is_anybody_unsafe(case)):
        raise NotForThem(key)
    return found


def is_anybody_unsafe(case: CaseRecord) -> bool:
    """Whether anybody told of danger, in this case or in another case of either parent."""
    of_both = {one.reference for side in Side for one in cases.cases_of(case.party(side))} | {case.reference}
    return any(told.at_risk or told.name_or_place_changed for one in of_both for told in cases.safety(one).values())


def is_unsafe(case: CaseRecord, side: Side) -> bool:
    """Whether this parent told of it, in this case."""
    told = cases.safety(case.reference).get(side)
    return bool(told and (told.at_risk or told.name_or_place_changed))
