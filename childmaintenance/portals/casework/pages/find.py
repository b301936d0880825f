"""Looking for a person or a case. The words are posted, so that no name stands in an address."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from childmaintenance.accounts.access import actor_of, staff
from childmaintenance.accounts.terms import Role
from childmaintenance.cases import queries as cases
from childmaintenance.foundation import audit, forms
from childmaintenance.foundation.identifiers import as_typed, is_reference
from childmaintenance.parties import queries as people
from childmaintenance.portals.casework.layout import page


class Find(forms.Form):
    words = forms.Text(
        label=_("Name or case number"), missing=_("Enter a name or a case number"), most=100, called=_("The words")
    )


@staff(Role.CASEWORKER, Role.PAYMENTS_OFFICER, Role.TEAM_LEADER)
def find(request: HttpRequest) -> HttpResponse:
    """A case number opens the case; anything else lists the people whose names contain it, with their cases."""
    form = Find(request.POST or None)
    found = None
    if request.method == "POST" and form.is_valid():
        words = form.cleaned_data["words"]
        if is_reference(as_typed(words), "C"):
            return redirect("casework:case", reference=as_typed(words))
        found = [(party, cases.cases_of(party.reference)) for party in people.find(words)]
        for party, _cases in found:
            audit.read(by=actor_of(request), about=party.reference, why="found by name")
    return page(request, "casework/find.html", {"form": form, "found": found})
