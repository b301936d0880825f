"""Choosing how the money moves where the parents differ."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from childmaintenance.accounts.access import actor_of, staff
from childmaintenance.accounts.terms import Role
from childmaintenance.cases import actions, queries
from childmaintenance.cases.terms import FactKind, Service, TaskKind
from childmaintenance.foundation import forms
from childmaintenance.portals.casework import words
from childmaintenance.portals.casework.layout import page
from childmaintenance.portals.casework.pages.case import fact_row
from childmaintenance.portals.casework.pages.facts import BECAUSE
from childmaintenance.portals.casework.pages.opening import opened


class Choose(forms.Form):
    service = forms.Choice(
        label=_("How does the money move?"),
        choices=list(words.SERVICES.items()),
        hints={
            Service.DIRECT_PAY.value: _("Either parent may choose it, unless the paying parent is unlikely to pay"),
            Service.COLLECT_AND_PAY.value: _(
                "20% is added for the paying parent, 4% comes off for the receiving parent"
            ),
        },
        missing=_("Select how the money moves"),
    )
    because = forms.LongText(
        **{
            **BECAUSE,
            "help_text": _("Neither parent sees it: it may rest on what one of them told us about their safety."),
        },
    )


@staff(Role.CASEWORKER, Role.TEAM_LEADER)
def service(request: HttpRequest, reference: str) -> HttpResponse:
    record = opened(request, reference, why="choosing how the money moves")
    form = Choose(request.POST or None)
    if request.method == "POST" and form.is_valid():
        by = actor_of(request)
        actions.choose_service(
            case=reference, service=Service(form.cleaned_data["service"]), because=form.cleaned_data["because"], by=by
        )
        actions.close_tasks(kind=TaskKind.CHOOSE_SERVICE, case=reference, outcome="chosen", by=by)
        messages.success(request, now("Your choice is kept."))
        return redirect("casework:case", reference=reference)
    wishes = [fact_row(fact, {}) for fact in queries.facts(reference) if fact.kind == FactKind.SERVICE]
    context = {"case": record, "form": form, "wishes": wishes, "safety": queries.safety(reference), "words": words}
    return page(request, "casework/service.html", context)
