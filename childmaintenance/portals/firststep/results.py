"""What the journeys conclude: the ways in order, and each child with what stands in the way.

The rules are `guidance.order_of_ways` and `cases.eligibility`; here they are only asked, and set out for a page.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from childmaintenance.cases.eligibility import Eligibility, Reason, child_reasons
from childmaintenance.cases.first_steps import FirstStepTold
from childmaintenance.cases.terms import Side
from childmaintenance.foundation import clock
from childmaintenance.guidance import ways as content
from childmaintenance.guidance.helplines import checked_on, helplines_in
from childmaintenance.guidance.order_of_ways import InPlace, Situation, Way, ways
from childmaintenance.guidance.terms import Nation
from childmaintenance.journeys.terms import Answers
from childmaintenance.portals.firststep.figures import highest_income
from childmaintenance.portals.firststep.journeys.questions import arrangement, children, home, safety, who
from childmaintenance.values import Territory

SHOWN = ("cost", "time", "safety", "enforced")
"""What is told of each way here; the page that sets them side by side tells the rest."""
COURT = "court"


@dataclass(frozen=True)
class ChildFound:
    """One child: whether the service may act for them, and every reason that speaks against it or must be looked at."""

    date_of_birth: dt.date
    reasons: tuple[Reason, ...]

    @property
    def may(self) -> bool:
        return not any(reason.stops for reason in self.reasons)

    @property
    def doubted(self) -> bool:
        return self.may and bool(self.reasons)


def children_found(answers: Answers) -> list[ChildFound]:
    """Each child by itself."""
    today = clock.today()
    return [ChildFound(child.date_of_birth, tuple(child_reasons(child, on=today))) for child in children.asked(answers)]


def of_the_family(found: Eligibility) -> tuple[Reason, ...]:
    """The reasons that are about nobody's age: they hold for every child."""
    return tuple(reason for reason in found.reasons if reason.child is None)


def may_apply(answers: Answers) -> bool:
    """Whether the service may act for one child at least."""
    if any(reason.stops for reason in of_the_family(home.eligibility(answers))):
        return False
    each = children_found(answers)
    return not each or any(child.may for child in each)


def situation(answers: Answers) -> Situation:
    """What bears on the order of the ways; in a journey that does not ask about children, that alone stops nothing."""
    return Situation(
        at_risk=safety.is_at_risk(answers),
        talking=arrangement.talking(answers),
        in_place=arrangement.in_place(answers),
        matters=arrangement.matters(answers),
        may_apply=may_apply(answers) if answers.has("nation") else None,
    )


def first_step(answers: Answers, *, with_worries: bool) -> FirstStepTold:
    """What an application would ask again."""
    mine, theirs = home.LIVES.get(answers.get("where", "lives", ""), (None, None))
    return FirstStepTold(
        side=who.side(answers),
        nation=answers.get("nation", "nation", ""),
        live_together=answers.get("together", "together", ""),
        i_live_in_uk={"uk": "yes", "abroad": "no"}.get(mine or "", ""),
        they_live_in_uk={"uk": "yes", "abroad": "no", "not_known": "not_known"}.get(theirs or "", ""),
        works_abroad_for=answers.get("works-abroad", "employer", ""),
        court_order=answers.get("court-order", "ordered", ""),
        court_order_on=answers.get("court-order-date", "made_on"),
        children=children.asked(answers),
        worries=safety.worries(answers) if with_worries else (),
    )


def ways_found(answers: Answers, request: HttpRequest) -> dict[str, Any]:
    """For a page with the ways in order."""
    offers = ways(situation(answers))
    return {
        **_around(answers),
        "open_ways": [offer for offer in offers if offer.is_open],
        "closed_ways": [offer for offer in offers if not offer.is_open],
        "described": _described(home.territory(answers)),
        "headings": {key: heading for key, heading in content.aspects().items() if key in SHOWN},
        "highest_income": highest_income(),
        "not_kept": arrangement.in_place(answers) == InPlace.NOT_KEPT,
    }


def eligibility_found(answers: Answers, request: HttpRequest) -> dict[str, Any]:
    """For a page about who may apply for which child."""
    found = home.eligibility(answers)
    territory = home.territory(answers)
    return {
        **_around(answers),
        "may_apply": may_apply(answers),
        "children": children_found(answers),
        "of_the_family": of_the_family(found),
        "law_of": lambda reason: reason.provision.in_(territory),
        "is_receiving": who.side(answers) != Side.PAYING,
        "is_carer": who.who(answers) == who.CARER,
        "side": who.side(answers),
    }


def everything_found(answers: Answers, request: HttpRequest) -> dict[str, Any]:
    """For the page that ends the whole first step."""
    return {**eligibility_found(answers, request), **ways_found(answers, request)}


def _described(territory: Territory) -> dict[str, content.WayDescribed]:
    """What is known of each way, by the way it is offered as: both orders of a court are a court's."""
    known = {way.key: way for way in content.ways(territory)}
    return {
        **{way.value: known[way.value] for way in (Way.FAMILY_BASED, Way.DIRECT_PAY, Way.COLLECT_AND_PAY)},
        **{way.value: known[COURT] for way in (Way.CONSENT_ORDER, Way.TOP_UP)},
    }


def _around(answers: Answers) -> dict[str, Any]:
    nation = answers.get("nation", "nation", "")
    return {
        "at_risk": safety.is_at_risk(answers),
        "helplines_here": helplines_in(Nation(nation) if nation in set(Nation) else None),
        "numbers_checked_on": checked_on(),
        "in_northern_ireland": nation == Nation.NORTHERN_IRELAND,
    }
