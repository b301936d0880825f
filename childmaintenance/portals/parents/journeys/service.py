"""Ask to change between Direct Pay and Collect and Pay."""

from typing import Any

from django.http import Http404
from django.utils.translation import gettext_lazy as _

from childmaintenance.cases import actions as cases
from childmaintenance.cases.terms import Service, Status
from childmaintenance.foundation.actor import Actor
from childmaintenance.journeys.terms import Answers, Journey, Section
from childmaintenance.portals.parents.journeys.questions.money import SERVICE
from childmaintenance.portals.parents.journeys.surroundings import surroundings
from childmaintenance.portals.parents.opening import my_case


def allowed(by: Actor, about: str) -> None:
    """For either parent of an open case."""
    _person, record, _side = my_case(by, about)
    if record.status == Status.CLOSED:
        raise Http404


def known(by: Actor, about: str) -> dict[str, Any]:
    _person, record, side = my_case(by, about)
    return {"side": side.value, "service": record.service.value if record.service else ""}


def submit(answers: Answers, *, draft: str, about: str, by: Actor) -> str:
    """Write the wish down: where both wish the same it is so, else a caseworker chooses."""
    person, _record, _side = my_case(by, about)
    service = Service(answers.get("service", "service"))
    cases.ask_for_service(case=about, party=person.reference, service=service, key=draft, by=by)
    return about


service = Journey(
    slug="service",
    title=_("How the money moves"),
    sections=(Section("service", _("How the money moves"), (SERVICE,)),),
    submit=submit,
    allowed=allowed,
    known=known,
    introduction="parents/journeys/service_start.html",
    confirmation="parents/journeys/service_done.html",
    send=_("Send my request"),
    layout="parents/layout.html",
    layout_context=surroundings,
    quick_exit=True,
)
