"""What the calculator asks. No name, no birthday, no address: children are numbers, and other parents are letters.

What is asked once for each other parent has a page for each of them, because a question of a group cannot hold another group.
"""

from collections.abc import Iterator

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from childmaintenance.journeys.terms import Answers, Question, Retention
from childmaintenance.portals.calculator.asking import (
    Children,
    Income,
    Nation,
    Nights,
    OtherArrangement,
    OtherChildren,
    Parents,
    PartnerPays,
    Situation,
    Who,
    exact_nights,
)
from childmaintenance.portals.calculator.said import DECIDED_BY_INCOME, EXACT, letter, parents_of, situation
from childmaintenance.portals.calculator.who import either, pays

MOST_PARENTS = 4


def _about_one_parent(about: int) -> Iterator[Question]:
    """The children who live with one receiving parent, and their nights."""

    def is_there(answers: Answers) -> bool:
        return about <= parents_of(answers)

    def which(answers: Answers, alone: str, several: str) -> str:
        return alone if parents_of(answers) == 1 else several % {"letter": letter(about)}

    def how_many(answers: Answers) -> str:
        return which(
            answers,
            gettext("How many children would the maintenance be for?"),
            gettext("How many children live with parent %(letter)s?"),
        )

    def nights(answers: Answers) -> str:
        if pays(answers):
            return which(
                answers,
                gettext("How often do the children stay overnight with you?"),
                gettext("How often do parent %(letter)s’s children stay overnight with you?"),
            )
        return which(
            answers,
            gettext("How often do the children stay overnight with the parent who pays?"),
            gettext("How often do parent %(letter)s’s children stay overnight with the parent who pays?"),
        )

    def each_night(answers: Answers) -> str:
        return which(
            answers,
            gettext("How many nights a year does each child stay?"),
            gettext("How many nights a year does each of parent %(letter)s’s children stay?"),
        )

    yield Question(f"children-{about}", how_many, Children, personal=Retention.DRAFT_ONLY, when=is_there)
    yield Question(
        f"nights-{about}",
        nights,
        Nights,
        personal=Retention.DRAFT_ONLY,
        when=is_there,
        guidance="calculator/questions/nights.html",
    )
    yield Question(
        f"each-night-{about}",
        each_night,
        exact_nights(about),
        personal=Retention.DRAFT_ONLY,
        when=lambda answers: is_there(answers) and answers.get(f"nights-{about}", "nights") == EXACT,
        guidance="calculator/questions/each_night.html",
    )


QUESTIONS = (
    Question("who", _("Would you pay or get child maintenance?"), Who, personal=Retention.DRAFT_ONLY),
    Question("nation", _("Where do the children mostly live?"), Nation, personal=Retention.DRAFT_ONLY),
    Question(
        "parents",
        either(
            _("How many parents would you pay?"),
            _("How many parents would the paying parent pay, in all?"),
        ),
        Parents,
        personal=Retention.DRAFT_ONLY,
    ),
    *(question for about in range(1, MOST_PARENTS + 1) for question in _about_one_parent(about)),
    Question(
        "other-children",
        either(
            _("Do other children live with you or your partner?"),
            _("Do other children live with the parent who pays, or their partner?"),
        ),
        OtherChildren,
        personal=Retention.DRAFT_ONLY,
        guidance="calculator/questions/other_children.html",
        short=_("Other children at home"),
    ),
    Question(
        "other-arrangement",
        either(
            _("Do you pay regularly for more children, by agreement or court order?"),
            _("Does the parent who pays pay regularly for more children, by agreement or court order?"),
        ),
        OtherArrangement,
        personal=Retention.DRAFT_ONLY,
        guidance="calculator/questions/other_arrangement.html",
        short=_("Children paid for another way"),
    ),
    Question(
        "situation",
        either(_("Is one of these true for you?"), _("Is one of these true for the parent who pays?")),
        Situation,
        personal=Retention.DRAFT_ONLY,
        guidance="calculator/questions/situation.html",
        short=_("Benefits and situation"),
    ),
    Question(
        "partner-pays",
        either(
            _("Does your partner pay child maintenance too?"),
            _("Does the partner of the parent who pays also pay child maintenance?"),
        ),
        PartnerPays,
        personal=Retention.DRAFT_ONLY,
        when=lambda answers: situation(answers) == "44(2)",
        short=_("Partner pays too"),
    ),
    Question(
        "income",
        either(_("What is your income before tax?"), _("What is the paying parent’s income before tax?")),
        Income,
        personal=Retention.DRAFT_ONLY,
        when=lambda answers: situation(answers) == DECIDED_BY_INCOME,
        guidance="calculator/questions/income.html",
    ),
)
