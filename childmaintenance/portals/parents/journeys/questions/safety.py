"""Safety, asked first and never pressed for. What is said here is kept apart and has no way to the other parent."""

from django.utils.translation import gettext_lazy as _

from childmaintenance.foundation import forms
from childmaintenance.journeys.terms import Question, QuestionForm, Retention, Section
from childmaintenance.portals.parents.journeys.who import is_worried


class Worries(QuestionForm):
    worries = forms.Choices(
        choices=[
            ("risk", _("I am worried about my safety, or the children’s")),
            ("name", _("My name has changed, and the other parent must not find out")),
            ("place", _("The other parent must not find out where I live")),
            ("none", _("None of these, or I would rather not say")),
        ],
        exclusive="none",
        required=False,
    )


class More(QuestionForm):
    details = forms.LongText(
        called=_("What you tell us"),
        required=False,
        most=1500,
        help_text=_("You do not have to write anything. You do not have to prove anything."),
    )


SAFETY = Section(
    "privacy",
    _("Your privacy and safety"),
    (
        Question(
            "safety",
            _("Do any of these apply to you?"),
            Worries,
            personal=Retention.SAFETY,
            short=_("Privacy and safety"),
            guidance="parents/journeys/safety.html",
        ),
        Question(
            "safety-more",
            _("Is there anything else we should know to keep you safe?"),
            More,
            personal=Retention.SAFETY,
            when=is_worried,
            short=_("What we should know"),
            guidance="parents/journeys/safety_more.html",
        ),
    ),
)
