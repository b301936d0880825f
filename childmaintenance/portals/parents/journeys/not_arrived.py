"""Tell us that a Direct Pay payment did not arrive, and say what should happen about it."""

import datetime as dt
from typing import Any

from django.http import Http404
from django.utils.translation import gettext_lazy as _

from childmaintenance.cases import actions as cases
from childmaintenance.cases import queries as case_queries
from childmaintenance.cases.terms import Service, Side, Status, Wanted
from childmaintenance.collection import queries as collection
from childmaintenance.collection.terms import Payment
from childmaintenance.foundation import clock, forms
from childmaintenance.foundation.actor import Actor
from childmaintenance.foundation.language import long_date, pounds
from childmaintenance.journeys.terms import Answers, CannotSubmit, Journey, Question, QuestionForm, Retention, Section
from childmaintenance.portals.parents.journeys.surroundings import surroundings
from childmaintenance.portals.parents.opening import my_case

# As far back as somebody would look in their bank's list, newest first.
OFFERED = 12


class Which(QuestionForm):
    due_on = forms.Choice(choices=[], missing=_("Select the payment that did not arrive"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        due: list[Payment] = self.answers.known["due"]
        self.fields["due_on"].choices = [(one.due_on.isoformat(), _called(one)) for one in due]


class HowMuchArrived(QuestionForm):
    arrived = forms.Choice(
        choices=[("nothing", _("Nothing arrived")), ("part", _("Part of it arrived"))],
        missing=_("Select whether part of the payment arrived"),
    )


class PartThatArrived(QuestionForm):
    amount = forms.Pounds(called=_("The amount that arrived"), missing=_("Enter the amount that arrived"), least=1)


class WhatToDo(QuestionForm):
    wanted = forms.Choice(
        choices=[
            (Wanted.ASK.value, _("Ask the other parent about it")),
            (Wanted.COLLECT.value, _("Collect the money for me from now on")),
            (Wanted.NOTE.value, _("Only write it down")),
        ],
        hints={
            Wanted.ASK.value: _(
                "A caseworker asks for proof that it was paid. The other parent knows that you told us."
            ),
            Wanted.COLLECT.value: _(
                "You ask for Collect and Pay. There is a fee, and we see every payment that is missed."
            ),
            Wanted.NOTE.value: _("The other parent is not told. It counts if you ask for Collect and Pay later."),
        },
        missing=_("Select what you would like us to do"),
    )


def allowed(by: Actor, about: str) -> None:
    """Only for the parent who is paid, under Direct Pay, once a payment should have come; and for who has told us already,
    because the money may be collected from that moment on."""
    _person, record, side = my_case(by, about)
    direct = record.service == Service.DIRECT_PAY and record.status != Status.CLOSED
    may = (direct and due_by_now(about)) or _has_told(about)
    if side != Side.RECEIVING or not may:
        raise Http404


def known(by: Actor, about: str) -> dict[str, Any]:
    return {"due": due_by_now(about)}


def submit(answers: Answers, *, draft: str, about: str, by: Actor) -> str:
    """Write down what did not come, and ask for Collect and Pay where that is what they want."""
    person, record, _side = my_case(by, about)
    due_on = dt.date.fromisoformat(answers.get("which", "due_on"))
    expected = next(one.maintenance for one in due_by_now(about) if one.due_on == due_on)
    amount = answers.get("part", "amount")
    arrived = amount.in_pence if amount else 0
    if arrived >= expected:
        raise CannotSubmit(_("You told us that the whole payment arrived. Change the amount, or the payment."))
    wanted = Wanted(answers.get("wanted", "wanted"))
    cases.report_not_arrived(
        case=about, party=person.reference, due_on=due_on, expected=expected, arrived=arrived, wanted=wanted, by=by
    )
    if wanted == Wanted.COLLECT:
        cases.ask_for_service(case=about, party=person.reference, service=Service.COLLECT_AND_PAY, key=draft, by=by)
    return record.reference


def due_by_now(case: str) -> list[Payment]:
    """The payments that should have come by now, newest first."""
    plan = collection.plan(case)
    past = [one for one in plan.payments if one.due_on <= clock.today()] if plan else []
    return past[::-1][:OFFERED]


def _has_told(case: str) -> bool:
    return any(line.kind == "payment_not_arrived" for line in case_queries.timeline(case, Side.RECEIVING.value))


def _called(payment: Payment) -> str:
    return f"{long_date(payment.due_on)}: {pounds(payment.maintenance)}"


not_arrived = Journey(
    slug="not-arrived",
    title=_("A payment did not arrive"),
    sections=(
        Section(
            "payment",
            _("A payment did not arrive"),
            (
                Question("which", _("Which payment did not arrive?"), Which, personal=Retention.MONEY),
                Question("how-much", _("Did part of it arrive?"), HowMuchArrived, personal=Retention.MONEY),
                Question(
                    "part",
                    _("How much arrived?"),
                    PartThatArrived,
                    personal=Retention.MONEY,
                    when=lambda answers: answers.get("how-much", "arrived") == "part",
                ),
                Question("wanted", _("What would you like us to do?"), WhatToDo, personal=Retention.CASE),
            ),
        ),
    ),
    submit=submit,
    allowed=allowed,
    known=known,
    introduction="parents/journeys/not_arrived_start.html",
    confirmation="parents/journeys/not_arrived_done.html",
    send=_("Tell us"),
    layout="parents/layout.html",
    layout_context=surroundings,
    quick_exit=True,
)
