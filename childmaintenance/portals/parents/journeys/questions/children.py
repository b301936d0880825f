"""The children, one after another."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from childmaintenance.cases.eligibility import ChildAsked, Reason, asks_about_education, child_reasons
from childmaintenance.foundation import clock, forms
from childmaintenance.journeys.terms import Answers, Question, QuestionForm, Repeat, Retention, Section

MOST_CHILDREN = 20


class ChildName(QuestionForm):
    first_name = forms.Name(
        label=_("First names"),
        called=_("The first names"),
        missing=_("Enter the child’s first names"),
        most=100,
        autocomplete="off",
    )
    last_name = forms.Name(
        label=_("Last name"),
        called=_("The last name"),
        missing=_("Enter the child’s last name"),
        most=90,
        autocomplete="off",
    )


class ChildBorn(QuestionForm):
    date_of_birth = forms.Date(
        called=_("The date of birth"),
        missing=_("Enter the child’s date of birth"),
        latest=clock.today,
        help_text=_("For example, 31 3 2015."),
        too_late=_("The date of birth must be today or in the past. You can apply when the child is born."),
    )


class InEducation(QuestionForm):
    in_education = forms.Choice(
        choices=[("yes", _("Yes")), ("no", _("No")), ("not_known", _("I am not sure"))],
        missing=_("Select whether they are in approved education or training"),
    )


class NotThisChild(QuestionForm):
    """A page to read: why this child cannot be part of the application."""

    def clean(self) -> dict[str, Any]:
        raise ValidationError(gettext("Change the answer above if it is not right."))

    @property
    def reasons(self) -> list[Reason]:
        return reasons(self.answers)

    @property
    def child(self) -> str:
        return called(self.answers)


def called(child: Answers) -> str:
    return str(child.get("child-name", "first_name", ""))


def as_asked(child: Answers) -> ChildAsked | None:
    """The child as the rules of eligibility see them, once the date of birth is known."""
    born = child.get("child-born", "date_of_birth")
    if born is None:
        return None
    in_education = {"yes": True, "no": False}.get(child.get("child-education", "in_education", ""))
    return ChildAsked(date_of_birth=born, in_education=in_education)


def reasons(child: Answers) -> list[Reason]:
    """What stands in the way of this child being part of the application."""
    asked = as_asked(child)
    if asked is None or (_of_school_leaving_age(child) and not child.has("child-education")):
        return []
    return [reason for reason in child_reasons(asked, on=clock.today()) if reason.stops]


def _of_school_leaving_age(child: Answers) -> bool:
    born = child.get("child-born", "date_of_birth")
    return born is not None and asks_about_education(born, clock.today())


def _named(english: Any) -> Any:
    """A title with the child's name in it."""
    return lambda child: str(english) % {"name": called(child)}


CHILDREN = Section(
    "children",
    _("The children"),
    (
        Repeat(
            "children",
            _("The children"),
            (
                Question(
                    "child-name",
                    _("What is the child’s name?"),
                    ChildName,
                    personal=Retention.CASE,
                    guidance="parents/journeys/child_name.html",
                ),
                Question(
                    "child-born",
                    _named(_("When was %(name)s born?")),
                    ChildBorn,
                    personal=Retention.CASE,
                    short=_("Date of birth"),
                ),
                Question(
                    "child-education",
                    _named(_("Is %(name)s in approved education or training?")),
                    InEducation,
                    personal=Retention.CASE,
                    when=_of_school_leaving_age,
                    short=_("Approved education or training"),
                    guidance="parents/journeys/education.html",
                ),
                Question(
                    "not-this-child",
                    _named(_("We cannot include %(name)s")),
                    NotThisChild,
                    personal=Retention.NOT_PERSONAL,
                    when=lambda child: bool(reasons(child)),
                    template="parents/journeys/not_this_child.html",
                ),
            ),
            called=called,
            counted=lambda n: ngettext("You have added %(n)d child", "You have added %(n)d children", n) % {"n": n},
            another=_("Do you need to add another child of both of you?"),
            least=1,
            most=MOST_CHILDREN,
        ),
    ),
    after=("you", "home"),
)
