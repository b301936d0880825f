"""Give bank details, or change them. Asked of the parent who receives; the newest count from the next payout."""

from dataclasses import replace

from django.http import Http404
from django.utils.translation import gettext_lazy as _

from childmaintenance.cases import queries as cases
from childmaintenance.foundation.actor import Actor
from childmaintenance.journeys.terms import Answers, Journey, Section
from childmaintenance.parties import actions as parties
from childmaintenance.portals.parents.journeys import telling
from childmaintenance.portals.parents.journeys.questions.money import BANK
from childmaintenance.portals.parents.journeys.surroundings import surroundings
from childmaintenance.portals.parents.opening import myself


def allowed(by: Actor, about: str) -> None:
    """Only for somebody who receives maintenance in a case."""
    person = myself(by)
    if not any(case.receiving_parent == person.reference for case in cases.cases_of(person.reference)):
        raise Http404


def submit(answers: Answers, *, draft: str, about: str, by: Actor) -> str:
    """Keep the new details; the older ones stay, for what was already paid there."""
    person, told = myself(by), telling.bank(answers)
    assert told is not None  # the one question of this journey
    parties.give_bank_account(party=person.reference, by=by, **vars(told))
    return person.reference


bank_details = Journey(
    slug="bank-details",
    title=_("Your bank details"),
    sections=(Section("bank", _("Your bank details"), (replace(BANK, when=lambda answers: True),)),),
    submit=submit,
    allowed=allowed,
    introduction="parents/journeys/bank_details_start.html",
    confirmation="parents/journeys/details_done.html",
    send=_("Save my bank details"),
    layout="parents/layout.html",
    layout_context=surroundings,
    quick_exit=True,
)
