"""Where everybody lives, and courts: what decides whether the service may act. What follows, `cases.eligibility` says."""

import datetime as dt
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from childmaintenance.cases import works_abroad
from childmaintenance.cases.children_live import ChildrenLive, lives_in, territory_of
from childmaintenance.cases.eligibility import (
    Asked,
    CourtOrder,
    Eligibility,
    Lives,
    Reason,
    WorksAbroadFor,
    eligible,
)
from childmaintenance.foundation import clock, forms
from childmaintenance.journeys.terms import Answers, Question, QuestionForm, Retention, Section
from childmaintenance.portals.parents.journeys.who import pays, receives
from childmaintenance.values import Territory


class Together(QuestionForm):
    together = forms.YesNo(
        missing=_("Select yes if you and the other parent live together"),
        help_text=_("In one home, as one household."),
    )


class Nation(QuestionForm):
    nation = forms.Choice(
        choices=ChildrenLive.choices,
        missing=_("Select where the children live"),
        help_text=_("Where their home is. A holiday or a school term somewhere else does not count."),
    )


class YouLive(QuestionForm):
    in_uk = forms.YesNo(missing=_("Select yes if you live in the UK"))


class TheyLive(QuestionForm):
    in_uk = forms.Choice(
        choices=[("yes", _("Yes")), ("no", _("No")), ("not_known", _("I do not know"))],
        missing=_("Select whether the other parent lives in the UK"),
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
        help_text=_("It is on the first page of the order. For example, 27 3 2019."),
    )


class CannotGoOn(QuestionForm):
    """A page to read, not to answer: it says why, and who else can help."""

    def clean(self) -> dict[str, Any]:
        raise ValidationError(gettext("Change the answer above if it is not right."))

    @property
    def reasons(self) -> tuple[Reason, ...]:
        return eligibility(self.answers).stops


def eligibility(answers: Answers) -> Eligibility:
    """Whether the service may act, from what has been said so far about homes and courts; children answer for themselves."""
    return eligible(asked(answers), on=clock.today())


def asked(answers: Answers) -> Asked:
    mine, theirs = _lives(answers.get("you-live", "in_uk")), _lives(answers.get("they-live", "in_uk"))
    employer = answers.get("works-abroad", "employer")
    return Asked(
        live_together=answers.get("together", "together") == "yes",
        child_lives=lives_in(answers.get("nation", "nation")),
        receiving_parent_lives=mine if receives(answers) else theirs,
        paying_parent_lives=mine if pays(answers) else theirs,
        works_abroad_for=WorksAbroadFor(employer) if employer else None,
        court_order=court_order(answers),
    )


def court_order(answers: Answers) -> CourtOrder | None:
    """What was said of an order; somebody who does not know whether there is one has not said that there is."""
    if answers.get("court-order", "ordered") != "yes" or not answers.has("court-order-date"):
        return None
    return CourtOrder(made_on=answers.get("court-order-date", "made_on"))


def territory(answers: Answers) -> Territory:
    """Whose law the case falls under: where the children live."""
    return territory_of(answers.get("nation", "nation"))


def goes_on(answers: Answers) -> bool:
    """Whether nothing said so far stands in the way: nobody is asked more questions once something does."""
    return eligibility(answers).may_apply


def _lives(in_uk: str | None) -> Lives | None:
    return {"yes": Lives.IN_THE_UK, "no": Lives.ABROAD, "not_known": Lives.NOT_KNOWN}.get(in_uk or "")


def _paying_parent_is_abroad(answers: Answers) -> bool:
    return asked(answers).paying_parent_lives == Lives.ABROAD


def _works_abroad_title(answers: Answers) -> str:
    if pays(answers):
        return gettext("Do you work abroad for one of these?")
    return gettext("Does the other parent work abroad for one of these?")


HOME = Section(
    "home",
    _("Where you all live"),
    (
        Question(
            "together",
            _("Do you and the other parent live together?"),
            Together,
            personal=Retention.CASE,
            short=_("You live together"),
        ),
        Question(
            "nation",
            _("Where do the children live?"),
            Nation,
            personal=Retention.CASE,
            when=goes_on,
            short=_("Where the children live"),
        ),
        Question(
            "you-live",
            _("Do you live in the UK?"),
            YouLive,
            personal=Retention.CASE,
            when=goes_on,
            short=_("You live in the UK"),
        ),
        Question(
            "they-live",
            _("Does the other parent live in the UK?"),
            TheyLive,
            personal=Retention.CASE,
            when=goes_on,
            short=_("The other parent lives in the UK"),
        ),
        Question(
            "works-abroad",
            _works_abroad_title,
            WorksAbroad,
            personal=Retention.CASE,
            when=lambda answers: goes_on(answers) and _paying_parent_is_abroad(answers),
            short=_("Works abroad for"),
            guidance="parents/journeys/works_abroad.html",
        ),
        Question(
            "court-order",
            _("Has a court ordered one of you to pay maintenance for the children?"),
            Ordered,
            personal=Retention.CASE,
            when=goes_on,
            short=_("A court order for maintenance"),
        ),
        Question(
            "court-order-date",
            _("When did the court make the order? (optional)"),
            MadeOn,
            personal=Retention.CASE,
            when=lambda answers: goes_on(answers) and answers.get("court-order", "ordered") == "yes",
            short=_("Date of the court order"),
            guidance="parents/journeys/court_order.html",
        ),
        Question(
            "cannot-go-on",
            _("We cannot take this application"),
            CannotGoOn,
            personal=Retention.NOT_PERSONAL,
            when=lambda answers: not goes_on(answers),
            template="parents/journeys/cannot_go_on.html",
        ),
    ),
    after=("you",),
)
