"""What the paying parent says of themselves that bears on the amount. Which answer matters how, the law says."""

from django.utils.translation import gettext_lazy as _

from childmaintenance.foundation import forms
from childmaintenance.journeys.terms import Answers, Question, QuestionForm, Retention
from childmaintenance.portals.parents.journeys.who import pays

MOST_CHILDREN = 20


class OtherChildren(QuestionForm):
    any = forms.YesNo(reveals={"yes": "count"}, missing=_("Select yes if other children live with you"))
    count = forms.WholeNumber(
        label=_("How many?"),
        called=_("The number of children"),
        missing=_("Enter how many children"),
        least=1,
        highest=MOST_CHILDREN,
        width=2,
    )


class OtherArrangement(QuestionForm):
    any = forms.YesNo(reveals={"yes": "count"}, missing=_("Select yes if you pay for other children"))
    count = forms.WholeNumber(
        label=_("For how many children?"),
        called=_("The number of children"),
        missing=_("Enter for how many children"),
        least=1,
        highest=MOST_CHILDREN,
        width=2,
    )


class Benefit(QuestionForm):
    benefit = forms.Choice(
        choices=[
            ("44(1)", _("Yes, I get one in the first list")),
            ("44(2)", _("Yes, my partner or I get one in the second list")),
            ("none", _("No")),
        ],
        missing=_("Select whether you get one of these benefits"),
    )


class PartnerPays(QuestionForm):
    partner_pays = forms.YesNo(missing=_("Select yes if your partner pays child maintenance too"))


class NilReason(QuestionForm):
    reason = forms.Choice(
        choices=[
            ("prisoner", _("I am in prison")),
            ("care_home", _("I live in a care home or an independent hospital")),
            ("child", _("I am under 16, or under 20 and in approved education")),
            ("age16_17_benefit", _("I am 16 or 17, and my partner or I get an income benefit")),
            ("training", _("I get an allowance for work-based training for young people")),
            ("none", _("None of these")),
        ],
        hints={
            "care_home": _("And you get a benefit, or the council pays part of the cost."),
            "prisoner": _("Also while waiting for a trial, or on leave."),
        },
        or_before="none",
        missing=_("Select what is true for you, or “None of these”"),
    )


def benefit(answers: Answers) -> str | None:
    """The law's own word for the benefit, or None where it was not asked."""
    told: str | None = answers.get("benefit", "benefit")
    both_pay = told == "44(2)" and answers.get("partner-pays", "partner_pays") == "yes"
    return "44(2)half" if both_pay else told


def nil_reason(answers: Answers) -> str | None:
    """The law's own word for why nothing would be owed; empty for none, None where it was not asked."""
    told: str | None = answers.get("nil-reason", "reason")
    return "" if told == "none" else told


def count(answers: Answers, question: str) -> int | None:
    """How many children; nought for "no", None where it was not asked."""
    said = answers.get(question, "any")
    if said is None:
        return None
    return answers.get(question, "count", 0) if said == "yes" else 0


CIRCUMSTANCES = (
    Question(
        "other-children",
        _("Do other children live with you or your partner?"),
        OtherChildren,
        personal=Retention.CASE,
        when=pays,
        short=_("Other children in your home"),
        guidance="parents/journeys/other_children.html",
    ),
    Question(
        "other-arrangement",
        _("Do you pay regularly for other children, by agreement or court order?"),
        OtherArrangement,
        personal=Retention.CASE,
        when=pays,
        short=_("Other children you pay for"),
        guidance="parents/journeys/other_arrangement.html",
    ),
    Question(
        "benefit",
        _("Do you get one of these benefits?"),
        Benefit,
        personal=Retention.CASE,
        when=pays,
        short=_("Benefits"),
        guidance="parents/journeys/benefits.html",
    ),
    Question(
        "partner-pays",
        _("Does your partner pay child maintenance through this service too?"),
        PartnerPays,
        personal=Retention.CASE,
        when=lambda answers: answers.get("benefit", "benefit") == "44(2)",
        short=_("Your partner pays too"),
    ),
    Question(
        "nil-reason",
        _("Are any of these true for you?"),
        NilReason,
        personal=Retention.CASE,
        when=pays,
        short=_("Your situation"),
    ),
)
