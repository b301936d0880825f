"""Where a story begins: Catrin has applied, Gareth has joined."""

from childmaintenance.cases import queries as cases
from childmaintenance.parties import actions as parties
from childmaintenance.portals.parents.journeys.apply import apply
from childmaintenance.portals.parents.tests.stories.family import CATRIN_APPLIES, GARETH_APPLIES, STORY, Pages
from childmaintenance.portals.parents.tests.stories.walking import Walker


def catrin_has_applied(tasks: list[tuple[str, Pages]] = CATRIN_APPLIES, name: str = "Catrin") -> Walker:
    """Catrin on the page that gives her the reference."""
    return Walker(name).begin("/apply/").fill_in(apply, tasks).check_and_send()


def gareth_has_applied(tasks: list[tuple[str, Pages]] = GARETH_APPLIES) -> Walker:
    return Walker("Gareth").begin("/apply/").fill_in(apply, tasks).check_and_send()


def code_for_the_other_parent(case: str) -> str:
    """The one-time code in the letter to the parent who did not apply."""
    record = cases.case(case)
    return parties.invite(party=record.party(record.applicant_side.other), by=STORY)


def joined(name: str, case: str) -> Walker:
    """The other parent, signed in and tied to the case by the code from the letter, on the page that leads to."""
    return Walker(name).open("/join/").send({"code": code_for_the_other_parent(case)})
