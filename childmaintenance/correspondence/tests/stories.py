"""A case with two parents to write to, made through the actions of the rooms below."""

from dataclasses import dataclass, replace
from typing import Any

from childmaintenance.cases import queries as cases
from childmaintenance.cases.tests.families import GARETH, given_catrin_has_applied, somebody
from childmaintenance.correspondence.actions import write_letter
from childmaintenance.correspondence.terms import Kind
from childmaintenance.correspondence.tests.samples import every_letter
from childmaintenance.foundation.actor import Actor
from childmaintenance.parties import actions as parties
from childmaintenance.parties import queries as people

BY = Actor.system("letters")
CASEWORKER = Actor("staff", "U-staff", "Rhian")


@dataclass(frozen=True)
class Family:
    """Catrin, who applied and reads Welsh, and Gareth, who has no account yet."""

    case: str
    catrin: str
    gareth: str


def given_a_family(**of_gareth: Any) -> Family:
    case, _catrin = given_catrin_has_applied(other_parent=replace(GARETH, **of_gareth))
    record = cases.case(case)
    return Family(case=case, catrin=record.receiving_parent, gareth=record.paying_parent)


def given_gareth_has_an_account(family: Family) -> Actor:
    gareth = somebody("Gareth")
    parties.accept_invitation(code=parties.invite(party=family.gareth, by=BY), account=gareth.reference, by=gareth)
    return gareth


def given_contact(party: str, **changes: Any) -> None:
    parties.change_contact(party=party, to=replace(people.contact(party), **changes), by=BY)


def write(family: Family, name: str, *, to: str = "", key: str = "one", **facts: Any) -> str:
    kind, usual = every_letter()[name]
    return write_letter(
        kind=Kind(kind), to=to or family.gareth, case=family.case, facts={**usual, **facts}, key=key, by=BY
    )
