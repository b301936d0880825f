"""What we hold about how to reach and pay the person signed in. Their own, and nobody else's."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from childmaintenance.accounts.access import actor_of, person
from childmaintenance.cases import queries as cases
from childmaintenance.cases.terms import Side, Status
from childmaintenance.correspondence.wording import together
from childmaintenance.parties import queries as people
from childmaintenance.portals.parents.layout import page
from childmaintenance.portals.parents.pages import words


@person
def details(request: HttpRequest) -> HttpResponse:
    party = people.party_of_account(actor_of(request).reference)
    if party is None:
        return redirect("parents:home")
    open_cases = [case for case in cases.cases_of(party.reference) if case.status != Status.CLOSED]
    context = {
        "party": party,
        "contact": people.contact(party.reference),
        "bank": people.bank_account(party.reference),
        "cases": [
            {
                "case": case,
                "pays": case.side_of(party.reference) == Side.PAYING,
                "children": together([child.first_name for child in case.children]),
                "pay": cases.pay_choice(case.reference),
            }
            for case in open_cases
        ],
        "words": words,
    }
    return page(request, "parents/details.html", context)
