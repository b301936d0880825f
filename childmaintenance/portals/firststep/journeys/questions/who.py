"""Who somebody is to the children."""

from django.utils.translation import gettext_lazy as _

from childmaintenance.cases.terms import Side
from childmaintenance.foundation import forms
from childmaintenance.journeys.terms import Answers, Question, QuestionForm, Retention

WITH_ME, WITH_THEM, HALF, CARER, HELPING = "with_me", "with_them", "half", "carer", "helping"
MYSELF = [
    (WITH_ME, _("A parent, and the children live mostly with me")),
    (WITH_THEM, _("A parent, and the children live mostly with the other parent")),
    (HALF, _("A parent, and it is about half and half")),
    (CARER, _("A grandparent, guardian or somebody else the children live with")),
]


class Who(QuestionForm):
    who = forms.Choice(
        choices=[*MYSELF, (HELPING, _("Somebody who helps a parent or carer, such as a friend or an adviser"))],
        missing=_("Select who you are"),
        or_before=HELPING,
    )


class ForWhom(QuestionForm):
    who = forms.Choice(choices=MYSELF, missing=_("Select who you are helping"))


class ChildBenefit(QuestionForm):
    gets = forms.Choice(
        choices=[("me", _("I do")), ("them", _("The other parent does")), ("nobody", _("Nobody, or I do not know"))],
        missing=_("Select who gets the Child Benefit"),
        help_text=_("Where care is about equal, the law looks first at who gets it."),
    )


def who(answers: Answers) -> str:
    """Who it is about: the person who answers, or whom they help."""
    said: str = answers.get("who", "who", "")
    return answers.get("for-whom", "who", "") if said == HELPING else said


def is_carer(answers: Answers) -> bool:
    """Whether it is about somebody who is no parent of the children, so that "the other parent" would mean nothing."""
    return who(answers) == CARER


def side(answers: Answers) -> Side | None:
    """The side of an application that this person would be on; None where that is not clear."""
    gets = {"me": Side.RECEIVING, "them": Side.PAYING}.get(answers.get("child-benefit", "gets", ""))
    return {WITH_ME: Side.RECEIVING, CARER: Side.RECEIVING, WITH_THEM: Side.PAYING, HALF: gets}.get(who(answers))


WHO = (
    Question("who", _("Who are you?"), Who, personal=Retention.DRAFT_ONLY, short=_("You are")),
    Question(
        "for-whom",
        _("Who are you helping?"),
        ForWhom,
        personal=Retention.DRAFT_ONLY,
        when=lambda answers: answers.get("who", "who") == HELPING,
        short=_("You are helping"),
        guidance="firststep/questions/for_whom.html",
    ),
    Question(
        "child-benefit",
        _("Who gets the Child Benefit?"),
        ChildBenefit,
        personal=Retention.DRAFT_ONLY,
        when=lambda answers: who(answers) == HALF,
        short=_("Child Benefit"),
    ),
)
