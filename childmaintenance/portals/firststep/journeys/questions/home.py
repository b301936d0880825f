"""Where everybody lives, and what a court has ordered: what decides whether the service may act."""

import datetime as dt

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from childmaintenance.cases import works_abroad
from childmaintenance.cases.children_live import ChildrenLive, lives_in, territory_of
from childmaintenance.cases.eligibility import (
    Asked,
    CourtOrder,
    Eligibility,
    Lives,
    WorksAbroadFor,
    eligible,
)
from childmaintenance.cases.terms import Side
from childmaintenance.foundation import clock, forms
from childmaintenance.journeys.terms import Answers, Question, QuestionForm, Retention
from childmaintenance.portals.firststep.journeys.questions import children
from childmaintenance.portals.firststep.journeys.questions.who import is_carer, side
from childmaintenance.values import Territory

BOTH, ME_ABROAD, THEM_ABROAD, BOTH_ABROAD, NOT_KNOWN = "both", "me_abroad", "them_abroad", "both_abroad", "not_known"
LIVES = {
    BOTH: (Lives.IN_THE_UK, Lives.IN_THE_UK),
    ME_ABROAD: (Lives.ABROAD, Lives.IN_THE_UK),
    THEM_ABROAD: (Lives.IN_THE_UK, Lives.ABROAD),
    BOTH_ABROAD: (Lives.ABROAD, Lives.ABROAD),
    NOT_KNOWN: (Lives.IN_THE_UK, Lives.NOT_KNOWN),
}
"""Whoever answers, and the other parent."""


class Nation(QuestionForm):
    nation = forms.Choice(
        choices=ChildrenLive.choices,
        missing=_("Select where the children live"),
    )


class Together(QuestionForm):
    together = forms.YesNo(missing=_("Select yes if you live together"), help_text=_("In one home, as one household."))


class Where(QuestionForm):
    lives = forms.Choice(
        choices=[
            (BOTH, _("Yes, both of us")),
            (THEM_ABROAD, _("I do. That parent lives abroad")),
            (NOT_KNOWN, _("I do. I do not know about that parent")),
            (ME_ABROAD, _("That parent does. I live abroad")),
            (BOTH_ABROAD, _("No, both of us live abroad")),
        ],
        missing=_("Select where you both live"),
    )


class WorksAbroad(QuestionForm):
    employer = forms.Choice(
        choices=works_abroad.CHOICES,
        missing=_("Select who the work is for"),
    )


class Ordered(QuestionForm):
    ordered = forms.Choice(
        choices=[("yes", _("Yes")), ("no", _("No")), ("not_known", _("I do not know"))],
        missing=_("Select whether a court has ordered maintenance"),
        help_text=_("An order about who the children live with or see does not count."),
    )


class MadeOn(QuestionForm):
    made_on = forms.Date(
        called=_("The date of the order"),
        required=False,
        earliest=dt.date(1970, 1, 1),
        latest=clock.today,
        help_text=_("It is on the first page of the order. For example, 27 3 2019. Leave it empty if you do not know."),
    )


def has_court_order(answers: Answers) -> bool:
    """Whether a court has ordered maintenance, as far as anybody said."""
    return answers.get("court-order", "ordered") == "yes"


def court_order(answers: Answers) -> CourtOrder | None:
    """The order, with its day where that is known."""
    return CourtOrder(made_on=answers.get("court-order-date", "made_on")) if has_court_order(answers) else None


def asked(answers: Answers) -> Asked:
    """What bears on whether the service may act; where it is not clear who would pay, it is taken to be the other parent."""
    mine, theirs = LIVES.get(answers.get("where", "lives", ""), (None, None))
    pays = side(answers) == Side.PAYING
    employer = answers.get("works-abroad", "employer")
    return Asked(
        live_together=answers.get("together", "together") == "yes",
        child_lives=lives_in(answers.get("nation", "nation")),
        receiving_parent_lives=theirs if pays else mine,
        paying_parent_lives=mine if pays else theirs,
        works_abroad_for=WorksAbroadFor(employer) if employer else None,
        court_order=court_order(answers),
        children=children.asked(answers),
    )


def eligibility(answers: Answers) -> Eligibility:
    """Every reason for and against an application today."""
    return eligible(asked(answers), on=clock.today())


def territory(answers: Answers) -> Territory:
    """Whose law it falls under: where the children live."""
    return territory_of(answers.get("nation", "nation"))


NATION = Question(
    "nation",
    _("Where do the children live?"),
    Nation,
    personal=Retention.DRAFT_ONLY,
    short=_("Where the children live"),
)
LIVING = (
    Question(
        "together",
        lambda answers: (
            gettext("Do you live together with the parent who would pay?")
            if is_carer(answers)
            else gettext("Do you and the other parent live together?")
        ),
        Together,
        personal=Retention.DRAFT_ONLY,
        short=_("You live together"),
    ),
    Question(
        "where",
        lambda answers: (
            gettext("Do you and the parent who would pay live in the UK?")
            if is_carer(answers)
            else gettext("Do you and the other parent live in the UK?")
        ),
        Where,
        personal=Retention.DRAFT_ONLY,
        short=_("You both live in the UK"),
        when=lambda answers: answers.get("together", "together") != "yes",
    ),
    Question(
        "works-abroad",
        _("Who does the parent abroad work for?"),
        WorksAbroad,
        personal=Retention.DRAFT_ONLY,
        short=_("Works abroad for"),
        guidance="firststep/questions/works_abroad.html",
        when=lambda answers: asked(answers).paying_parent_lives == Lives.ABROAD,
    ),
)
COURT = (
    Question(
        "court-order",
        _("Has a court ordered one of you to pay maintenance for the children?"),
        Ordered,
        personal=Retention.DRAFT_ONLY,
        short=_("A court order for maintenance"),
    ),
    Question(
        "court-order-date",
        _("When did the court make the order? (optional)"),
        MadeOn,
        personal=Retention.DRAFT_ONLY,
        short=_("Date of the court order"),
        when=has_court_order,
    ),
)
