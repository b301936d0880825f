"""The children, one after another, without their names: the day of birth is all that the law asks."""

import datetime as dt

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from childmaintenance.cases.eligibility import ChildAsked, asks_about_education
from childmaintenance.foundation import clock, forms
from childmaintenance.foundation.language import long_date
from childmaintenance.journeys.terms import Answers, Question, QuestionForm, Repeat, Retention

MOST_CHILDREN = 20


class Born(QuestionForm):
    date_of_birth = forms.Date(
        called=_("The date of birth"),
        missing=_("Enter the child’s date of birth"),
        latest=clock.today,
        help_text=_("For example, 31 3 2015."),
        too_late=_("The date of birth must be today or in the past. Come back when the child is born."),
    )


class InEducation(QuestionForm):
    in_education = forms.Choice(
        choices=[("yes", _("Yes")), ("no", _("No")), ("not_known", _("I am not sure"))],
        missing=_("Select whether they are in approved education or training"),
    )


def born(child: Answers) -> dt.date | None:
    """When the child was born, once that was said."""
    day: dt.date | None = child.get("child-born", "date_of_birth")
    return day


def called(child: Answers) -> str:
    """A child without a name, by the day of birth."""
    day = born(child)
    return gettext("Child born on %(day)s") % {"day": long_date(day)} if day else ""


def asked(answers: Answers) -> tuple[ChildAsked, ...]:
    """Every child as the rules of eligibility see them."""
    found = []
    for child in answers.each("children"):
        if day := born(child):
            learns = {"yes": True, "no": False}.get(child.get("child-education", "in_education", ""))
            found.append(ChildAsked(date_of_birth=day, in_education=learns))
    return tuple(found)


def _is_of_that_age(child: Answers) -> bool:
    day = born(child)
    return day is not None and asks_about_education(day, clock.today())


CHILDREN = Repeat(
    "children",
    _("The children"),
    (
        Question(
            "child-born",
            _("When was the child born?"),
            Born,
            personal=Retention.DRAFT_ONLY,
            short=_("Date of birth"),
            guidance="firststep/questions/born.html",
        ),
        Question(
            "child-education",
            _("Is this child in approved education or training?"),
            InEducation,
            personal=Retention.DRAFT_ONLY,
            when=_is_of_that_age,
            short=_("Approved education or training"),
            guidance="firststep/questions/education.html",
        ),
    ),
    called=called,
    counted=lambda n: ngettext("You have added %(n)d child", "You have added %(n)d children", n) % {"n": n},
    another=_("Is there another child?"),
    least=1,
    most=MOST_CHILDREN,
)
