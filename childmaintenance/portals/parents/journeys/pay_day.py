"""Choose again how often and on which day to pay."""

from typing import Any

from django.http import Http404
from django.utils.translation import gettext_lazy as _

from childmaintenance.cases import actions as cases
from childmaintenance.cases import queries as case_queries
from childmaintenance.cases.terms import Side, Status
from childmaintenance.foundation.actor import Actor
from childmaintenance.journeys.terms import Answers, Journey, Section
from childmaintenance.portals.parents.journeys.questions.money import WHEN_PAID, pay_choice
from childmaintenance.portals.parents.journeys.surroundings import surroundings
from childmaintenance.portals.parents.opening import my_case


def allowed(by: Actor, about: str) -> None:
    """Only for the parent who pays, in a case that is open."""
    _person, record, side = my_case(by, about)
    if side != Side.PAYING or record.status == Status.CLOSED:
        raise Http404


def known(by: Actor, about: str) -> dict[str, Any]:
    return {"side": Side.PAYING.value, "pay": case_queries.pay_choice(about)}


def submit(answers: Answers, *, draft: str, about: str, by: Actor) -> str:
    """Keep the choice; the payment plan is drawn again from it."""
    choice = pay_choice(answers)
    assert choice is not None  # asked of every paying parent
    cases.choose_pay_day(case=about, choice=choice, by=by)
    return about


pay_day = Journey(
    slug="pay-day",
    title=_("When you pay"),
    sections=(Section("when", _("When you pay"), WHEN_PAID),),
    submit=submit,
    allowed=allowed,
    known=known,
    introduction="parents/journeys/pay_day_start.html",
    confirmation="parents/journeys/pay_day_done.html",
    send=_("Save when I pay"),
    layout="parents/layout.html",
    layout_context=surroundings,
)
