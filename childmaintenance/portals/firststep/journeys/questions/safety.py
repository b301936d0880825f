"""Safety: asked early, of everybody, and nobody has to answer. What is said steers the result, and nothing else."""

from django.utils.translation import gettext_lazy as _

from childmaintenance.foundation import forms
from childmaintenance.journeys.terms import Answers, Question, QuestionForm, Retention

RISK, NAME, PLACE, NONE = "risk", "name", "place", "none"


class Worries(QuestionForm):
    worries = forms.Choices(
        choices=[
            (RISK, _("I am worried about my safety, or the children’s")),
            (NAME, _("My name has changed, and the other parent must not find out")),
            (PLACE, _("The other parent must not find out where I live")),
            (NONE, _("None of these, or I would rather not say")),
        ],
        exclusive=NONE,
        required=False,
    )


SAFETY = Question(
    "safety",
    _("Do any of these apply to you?"),
    Worries,
    personal=Retention.DRAFT_ONLY,
    short=_("Privacy and safety"),
    guidance="firststep/questions/safety.html",
)


def worries(answers: Answers) -> tuple[str, ...]:
    """What was ticked, without "none of these"."""
    return tuple(worry for worry in answers.get("safety", "worries", []) if worry != NONE)


def is_at_risk(answers: Answers) -> bool:
    """Whether anything was said for which the other parent must be kept away."""
    return bool(worries(answers))
