"""What the pages of every journey can say: the portal around them, who is who, who can help, and what fees come to."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from childmaintenance.cases.eligibility import Reason
from childmaintenance.foundation import clock
from childmaintenance.guidance.helplines import checked_on, helplines
from childmaintenance.journeys.terms import Answers
from childmaintenance.law.fees import in_whole_pence
from childmaintenance.portals.parents.journeys import next_steps, who
from childmaintenance.portals.parents.journeys.questions import home
from childmaintenance.portals.parents.layout import around
from childmaintenance.values import Money, Territory

A_WEEK = Money.of("50")
"""Enough to see a fee on: a figure for an example, not anybody's."""


@dataclass(frozen=True)
class FeesOnAnExample:
    """What Collect and Pay costs on so much a week: percentages, and what is paid and received."""

    added: str
    taken: str
    maintenance: Money
    paid: Money
    received: Money


def fees_on_an_example() -> FeesOnAnExample:
    """With the fees in force today."""
    added, taken = in_whole_pence(clock.today(), Territory.GB)
    return FeesOnAnExample(
        added=str(added),
        taken=str(taken),
        maintenance=A_WEEK,
        paid=(A_WEEK + A_WEEK.percent(added)).rounded(),
        received=(A_WEEK - A_WEEK.percent(taken)).rounded(),
    )


def law_of(reason: Reason, answers: Answers) -> str:
    """Where the law says so, in the territory of the children's home."""
    return reason.provision.in_(home.territory(answers.whole))


def surroundings(request: HttpRequest) -> dict[str, Any]:
    """For `layout_context` of a journey."""
    return {
        **around(request),
        "who": who,
        "helplines": helplines,
        "numbers_checked_on": checked_on,
        "fees_on_an_example": fees_on_an_example,
        "next_steps": next_steps,
        "law_of": law_of,
    }
