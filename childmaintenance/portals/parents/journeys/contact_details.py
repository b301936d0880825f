"""Change how we reach somebody: language and size of letters, email, phone, address."""

from dataclasses import replace
from typing import Any

from django.utils.translation import gettext_lazy as _

from childmaintenance.foundation.actor import Actor
from childmaintenance.journeys.terms import Answers, Journey, Section
from childmaintenance.parties import actions as party_actions
from childmaintenance.parties import queries as parties
from childmaintenance.portals.parents.journeys import telling
from childmaintenance.portals.parents.journeys.questions.person import ADDRESS, LETTERS, POST, REACH, SAFE_CONTACT
from childmaintenance.portals.parents.journeys.surroundings import surroundings
from childmaintenance.portals.parents.opening import myself


def allowed(by: Actor, about: str) -> None:
    myself(by)


def known(by: Actor, about: str) -> dict[str, Any]:
    """Their own details as they are now, to start from."""
    now = parties.contact(myself(by).reference)
    return {
        "registered": True,
        "language": now.language,
        "large_print": "yes" if now.large_print else "no",
        "also_as": now.also_as or "no",
        "email": now.email,
        "phone": now.phone,
        "post": "yes" if now.address else "no",
        "address": _in_boxes(now.address, now.postcode),
        "safe_contact": now.safe_contact,
    }


def submit(answers: Answers, *, draft: str, about: str, by: Actor) -> str:
    """Replace how to reach them. What was sent to the old address stays known."""
    person = myself(by)
    party_actions.change_contact(party=person.reference, to=telling.contact(answers), by=by)
    return person.reference


def _in_boxes(address: str, postcode: str) -> dict[str, str]:
    """An address as it was stored, back into the boxes of the page: the last line is the town."""
    lines = address.splitlines()
    boxes = {"line_1": "", "line_2": "", "town": "", "county": "", "postcode": postcode}
    if lines:
        boxes["line_1"], rest = lines[0], lines[1:]
        if len(rest) == 1:
            boxes["town"] = rest[0]
        elif rest:
            boxes["line_2"], boxes["town"] = rest[0], rest[1]
            boxes["county"] = ", ".join(rest[2:])
    return boxes


contact_details = Journey(
    slug="contact-details",
    title=_("How we contact you"),
    sections=(
        Section(
            "contact",
            _("How we contact you"),
            (
                LETTERS,
                REACH,
                replace(POST, initial=lambda answers: {"post": answers.known["post"]}),
                replace(ADDRESS, initial=lambda answers: answers.known["address"]),
                replace(SAFE_CONTACT, initial=lambda answers: {"safe_contact": answers.known["safe_contact"]}),
            ),
        ),
    ),
    submit=submit,
    allowed=allowed,
    known=known,
    introduction="parents/journeys/contact_details_start.html",
    confirmation="parents/journeys/details_done.html",
    send=_("Save my details"),
    layout="parents/layout.html",
    layout_context=surroundings,
    quick_exit=True,
)
