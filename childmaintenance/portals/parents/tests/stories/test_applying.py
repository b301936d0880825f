"""A parent applies, from the first page to a case."""

import pytest

from childmaintenance.cases import queries as cases
from childmaintenance.cases.terms import Side
from childmaintenance.parties import queries as parties
from childmaintenance.portals.parents.tests.stories.family import CATRIN_APPLIES
from childmaintenance.portals.parents.tests.stories.walking import Walker

pytestmark = pytest.mark.django_db


def test_catrin_applies_and_her_case_holds_what_she_said():
    catrin = Walker("Catrin").begin("/apply/").go_through(CATRIN_APPLIES).check_and_send()
    case = cases.case(catrin.reference)
    person = parties.party_of_account(catrin.account)
    assert (case.receiving_parent, case.applicant_side) == (person.reference, Side.RECEIVING)
    assert [child.full_name for child in case.children] == ["Elin Pryce", "Macsen Pryce"]
