"""Opening a case as one of its parents. Somebody else's is not found, and that they asked is recorded."""

from django.http import Http404

from childmaintenance.cases.access import case_for
from childmaintenance.cases.terms import CaseRecord, NotYours, Side
from childmaintenance.foundation import audit
from childmaintenance.foundation.actor import Actor
from childmaintenance.foundation.identifiers import is_reference
from childmaintenance.parties import queries as parties
from childmaintenance.parties.terms import PartyRecord


def my_case(by: Actor, case: str) -> tuple[PartyRecord, CaseRecord, Side]:
    """Who asks, their case, and their side of it. Raises Http404."""
    person = parties.party_of_account(by.reference)
    try:
        if person is None or not is_reference(case):
            raise NotYours(case)
        record = case_for(person.reference, case)
    except NotYours:
        audit.refused(by=by, about=case, why="a case that is not theirs")
        raise Http404 from None
    return person, record, record.side_of(person.reference)


def myself(by: Actor) -> PartyRecord:
    """Who asks. Raises Http404 for an account that belongs to no case yet: there is nothing to change."""
    person = parties.party_of_account(by.reference)
    if person is None:
        raise Http404
    return person
