"""From the answers to the facts that the law asks for."""

from dataclasses import dataclass

from childmaintenance.foundation import clock
from childmaintenance.journeys.terms import Answers
from childmaintenance.law.income.weekly import Every, told_as_weekly
from childmaintenance.law.liability import Benefit, Child, Facts, NilReason, ReceivingParent
from childmaintenance.law.provision import UNKNOWN, Unknown, in_force
from childmaintenance.law.reasons import Reason, Reasons
from childmaintenance.portals.calculator.said import (
    NATIONS,
    count_of,
    letter,
    nights_of,
    parents_of,
    situation,
)
from childmaintenance.portals.calculator.who import Side, side
from childmaintenance.values import Money

BOXES = {Every.WEEK: "week", Every.MONTH: "month", Every.YEAR: "year"}
BENEFITS = {benefit.value for benefit in Benefit}


@dataclass(frozen=True)
class Told:
    """The question put to the law. Receiving parents are A, B and so on; where the asker gets it, they are A.

    `income_steps` lead from the income as it was said to the income by the week.
    """

    side: Side
    nation: str
    facts: Facts
    income_steps: tuple[Reason, ...] = ()

    @property
    def is_range(self) -> bool:
        """Whether the income decides the amount and nobody knows it."""
        return isinstance(self.facts.gross_weekly_income, Unknown)


def told(answers: Answers) -> Told:
    """All that was said, of a journey that is complete."""
    nation = answers.get("nation", "nation")
    territory = NATIONS[nation]
    reasons = Reasons()
    income: Money | Unknown | None = None
    if answers.has("income"):
        every = answers.get("income", "every")
        if every == "unknown":
            income = UNKNOWN
        else:
            paid = answers.get("income", BOXES[Every(every)])
            income = told_as_weekly(paid, Every(every), in_force(clock.today(), territory), reasons)
    facts = Facts(
        receiving_parents=tuple(
            ReceivingParent(letter(about), tuple(Child(nights) for nights in nights_of(answers, about)))
            for about in range(1, parents_of(answers) + 1)
        ),
        territory=territory,
        gross_weekly_income=income,
        benefit=_benefit(answers),
        nil_reason=_nil_reason(answers),
        relevant_other_children=count_of(answers, "other-children"),
        other_arrangement_children=count_of(answers, "other-arrangement"),
    )
    return Told(side(answers), nation, facts, tuple(reasons.kept))


def _benefit(answers: Answers) -> Benefit:
    said = situation(answers)
    if said == Benefit.MEANS_TESTED.value and answers.get("partner-pays", "partner_pays") == "yes":
        return Benefit.MEANS_TESTED_BOTH_PAYING
    return Benefit(said) if said in BENEFITS else Benefit.NONE


def _nil_reason(answers: Answers) -> NilReason:
    said = situation(answers)
    return NilReason.NONE if said in BENEFITS else NilReason(said)
