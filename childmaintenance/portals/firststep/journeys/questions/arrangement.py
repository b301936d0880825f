"""What there is now, how far the parents can talk, and what a court may have to do with it."""

from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from childmaintenance.foundation import forms
from childmaintenance.guidance.order_of_ways import InPlace, Matter, Talking
from childmaintenance.journeys.terms import Answers, Question, QuestionForm, Retention
from childmaintenance.portals.firststep.figures import highest_income
from childmaintenance.portals.firststep.journeys.questions.home import has_court_order
from childmaintenance.portals.firststep.journeys.questions.safety import is_at_risk
from childmaintenance.portals.firststep.journeys.questions.who import is_carer

NONE = "none"


def _high_income() -> str:
    """With the law's figure on the day."""
    return gettext("The paying parent’s income is more than %(amount)s a week before tax") % {
        "amount": highest_income()
    }


class Now(QuestionForm):
    now = forms.Choice(
        choices=[
            (InPlace.NOTHING.value, _("Nothing yet, or only now and then")),
            (InPlace.WORKS.value, _("We agreed something, and it works")),
            (InPlace.NOT_KEPT.value, _("We agreed something, but it is not paid as agreed")),
            (InPlace.DIRECT_PAY.value, _("A case with the service: Direct Pay")),
            (InPlace.COLLECT_AND_PAY.value, _("A case with the service: Collect and Pay")),
        ],
        missing=_("Select what there is now"),
    )


class Talk(QuestionForm):
    talk = forms.Choice(
        choices=[
            (Talking.AGREED.value, _("We have agreed an amount")),
            (Talking.COULD.value, _("We could talk about it")),
            (Talking.TRIED.value, _("We have tried, and did not agree")),
            (Talking.CANNOT.value, _("No. We cannot talk, I do not want to, or I do not know where they are")),
        ],
        missing=_("Select whether you can talk about money"),
    )


class Matters(QuestionForm):
    matters = forms.Choices(
        choices=[
            (Matter.SETTLING.value, _("We are divorcing, or dividing a home or savings")),
            (Matter.HIGH_INCOME.value, lazy(_high_income, str)()),
            (Matter.SCHOOL_FEES.value, _("There are school or training fees to pay")),
            (Matter.DISABILITY.value, _("A child’s disability costs money")),
            (NONE, _("None of these, or I do not know")),
        ],
        exclusive=NONE,
        required=False,
    )


def talking(answers: Answers) -> Talking | None:
    said = answers.get("talking", "talk")
    return Talking(said) if said else None


def in_place(answers: Answers) -> InPlace | None:
    """What there is; an order of a court counts for more than what was agreed beside it."""
    if has_court_order(answers):
        return InPlace.COURT_ORDER
    said = answers.get("now", "now")
    return InPlace(said) if said else None


def matters(answers: Answers) -> frozenset[Matter]:
    return frozenset(Matter(one) for one in answers.get("matters", "matters", []) if one != NONE)


def _is_safe(answers: Answers) -> bool:
    """Nobody who is not safe is asked whether they could talk: the question would be a suggestion."""
    return not is_at_risk(answers)


ARRANGEMENT = (
    Question("now", _("What is there now?"), Now, personal=Retention.DRAFT_ONLY, short=_("What there is now")),
    Question(
        "talking",
        lambda answers: (
            gettext("Can you and the parent who would pay talk about money?")
            if is_carer(answers)
            else gettext("Can you and the other parent talk about money?")
        ),
        Talk,
        personal=Retention.DRAFT_ONLY,
        short=_("You can talk about money"),
        when=_is_safe,
    ),
    Question(
        "matters",
        _("Is any of this so in your family?"),
        Matters,
        personal=Retention.DRAFT_ONLY,
        short=_("Also so in your family"),
        guidance="firststep/questions/matters.html",
    ),
)
