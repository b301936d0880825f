"""Paying out: one person prepares a file and looks at its totals, another releases it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from childmaintenance.accounts import queries as accounts
from childmaintenance.accounts.access import actor_of, staff
from childmaintenance.accounts.terms import Role
from childmaintenance.collection import actions, queries
from childmaintenance.collection.terms import CannotRelease, FileState, FileWaiting, PayoutFileRecord
from childmaintenance.foundation import clock, forms
from childmaintenance.parties import queries as people
from childmaintenance.portals.casework import words
from childmaintenance.portals.casework.layout import page


class Discard(forms.Form):
    because = forms.LongText(
        label=gettext_lazy("Why is it taken back?"), missing=gettext_lazy("Enter the reason"), most=500, rows=3
    )


@staff(Role.PAYMENTS_OFFICER, Role.TEAM_LEADER)
def payouts(request: HttpRequest) -> HttpResponse:
    """Every file, newest first, and whether every penny is where it should be."""
    files = [(file, words.FILES[file.state]) for file in queries.payout_files()]
    waiting = any(file.state == FileState.PREPARED for file, _said in files)
    context = {"files": files, "waiting": waiting, "money": queries.money_is_all_there()}
    return page(request, "casework/payouts.html", context)


@staff(Role.PAYMENTS_OFFICER, Role.TEAM_LEADER)
@require_POST
def prepare(request: HttpRequest) -> HttpResponse:
    try:
        reference = actions.prepare_payouts(on=clock.today(), by=actor_of(request))
    except FileWaiting as waiting:
        messages.info(request, _("A file is waiting already: release it or take it back first."))
        return redirect("casework:payout_file", reference=str(waiting))
    if reference is None:
        messages.info(request, _("There is nothing to pay out."))
        return redirect("casework:payouts")
    return redirect("casework:payout_file", reference=reference)


@staff(Role.PAYMENTS_OFFICER, Role.TEAM_LEADER)
def payout_file(request: HttpRequest, reference: str) -> HttpResponse:
    """A file with its control totals and every payout in it."""
    record = _file(reference)
    form = Discard(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.discard_payouts(file=reference, because=form.cleaned_data["because"], by=actor_of(request))
            messages.success(request, _("The file is taken back. Its money goes into the next one."))
        except CannotRelease:
            messages.info(request, _("The file is not waiting any more."))
        return redirect("casework:payouts")
    lines = queries.payouts_in(reference)
    named = people.parties({line.receiving_parent for line in lines})
    by = actor_of(request)
    context = {
        "file": record,
        "state": words.FILES[record.state],
        "lines": [(line, named[line.receiving_parent].full_name) for line in lines],
        "prepared_by": _name_of(record.prepared_by),
        "released_by": _name_of(record.released_by),
        "mine": record.prepared_by == str(by),
        "prepared": record.state == FileState.PREPARED,
        "form": form,
    }
    return page(request, "casework/payout_file.html", context)


@staff(Role.PAYMENTS_OFFICER, Role.TEAM_LEADER)
@require_POST
def release(request: HttpRequest, reference: str) -> HttpResponse:
    """Release a file; refused to whoever prepared it, here and by the database."""
    _file(reference)
    try:
        actions.release_payouts(file=reference, by=actor_of(request))
        messages.success(request, _("Released. The file goes to the bank."))
    except CannotRelease:
        messages.warning(
            request,
            _(
                "This file cannot be released by you, or not as it is. It needs another person than the one who prepared it."
            ),
        )
    return redirect("casework:payout_file", reference=reference)


def _file(reference: str) -> PayoutFileRecord:
    try:
        return queries.payout_file(reference)
    except KeyError as unknown:
        raise Http404 from unknown


def _name_of(actor: str) -> str:
    """A member of staff by name; "staff:U-…" is how acts name them. The service itself has no name."""
    kind, _colon, reference = actor.partition(":")
    return accounts.account(reference).name if kind == "staff" else ""
