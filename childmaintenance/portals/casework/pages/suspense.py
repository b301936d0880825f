"""Money that nobody can place: a person says whose it is, with a reason. It is never guessed."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from childmaintenance.accounts.access import actor_of, staff
from childmaintenance.accounts.terms import Role
from childmaintenance.cases import queries as cases
from childmaintenance.collection import actions, queries
from childmaintenance.collection.terms import CannotSettle, EntryKind, SuspenseRecord
from childmaintenance.foundation import audit, forms
from childmaintenance.foundation.identifiers import as_typed
from childmaintenance.parties import queries as people
from childmaintenance.portals.casework.layout import page
from childmaintenance.portals.casework.pages.facts import BECAUSE


class Whose(forms.Form):
    case = forms.Text(
        label=_("Which case is the money for?"),
        help_text=_("The case number. Find it by name first if you need to."),
        called=_("The case number"),
        missing=_("Enter the case number"),
        most=30,
        width=20,
    )
    because = forms.LongText(**BECAUSE)


class BanksOwn(forms.Form):
    because = forms.LongText(**BECAUSE)


@staff(Role.PAYMENTS_OFFICER, Role.TEAM_LEADER)
def suspense(request: HttpRequest) -> HttpResponse:
    return page(request, "casework/suspense.html", {"waiting": queries.suspense()})


@staff(Role.PAYMENTS_OFFICER, Role.TEAM_LEADER)
def settle(request: HttpRequest, reference: str) -> HttpResponse:
    """One entry: what the bank told, who it might be, and the answer."""
    found = next((one for one in queries.suspense() if one.entry.reference == reference), None)
    if found is None:
        messages.info(request, now("That money is not waiting any more."))
        return redirect("casework:suspense")
    is_receipt = found.entry.kind == EntryKind.RECEIPT
    form = (Whose if is_receipt else BanksOwn)(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            if is_receipt:
                _give(request, reference, form)
            else:
                actions.settle_as_bank_charge(
                    entry_reference=reference, because=form.cleaned_data["because"], by=actor_of(request)
                )
        except CannotSettle:
            messages.info(request, now("That money is not waiting any more."))
            return redirect("casework:suspense")
        if form.is_valid():
            messages.success(request, now("Settled. It is allocated already."))
            return redirect("casework:suspense")
    return page(request, "casework/settle.html", {"one": found, "form": form, "near": _near(request, found)})


def _give(request: HttpRequest, reference: str, form: forms.Form) -> None:
    """Give the money to the paying parent of a case; a number that is no case is said at the field."""
    try:
        record = cases.case(as_typed(form.cleaned_data["case"]))
    except KeyError:
        form.add_error("case", now("There is no case with this number"))
        return
    actions.settle_suspense(
        receipt=reference,
        paying_parent=record.paying_parent,
        because=form.cleaned_data["because"],
        by=actor_of(request),
    )


def _near(request: HttpRequest, found: SuspenseRecord) -> list[tuple[str, list[str]]]:
    """Paying parents whose reference stands in the words, with their cases, to help and not to decide."""
    near = []
    for party in found.near:
        audit.read(by=actor_of(request), about=party, why="might have paid money in suspense")
        near.append((people.party(party).full_name, [case.reference for case in cases.cases_against(party)]))
    return near
