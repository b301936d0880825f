"""A task that ends when a person says it is done: what happened, and what came of it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from childmaintenance.accounts.access import actor_of, staff
from childmaintenance.accounts.terms import Role
from childmaintenance.cases import actions, queries
from childmaintenance.foundation import audit, forms
from childmaintenance.portals.casework import words
from childmaintenance.portals.casework.layout import page
from childmaintenance.portals.casework.pages.work import kinds_for


class Done(forms.Form):
    outcome = forms.LongText(label=_("What did you do about it?"), missing=_("Enter what you did"), most=200, rows=3)


@staff(Role.CASEWORKER, Role.PAYMENTS_OFFICER, Role.TEAM_LEADER)
def task(request: HttpRequest, reference: str) -> HttpResponse:
    try:
        record = queries.task(reference)
    except KeyError as unknown:
        raise Http404 from unknown
    if record.kind not in kinds_for(request):
        audit.refused(by=actor_of(request), about=reference, why="a task for another role")
        raise Http404
    form = Done(request.POST or None)
    if record.closed_at is not None:
        messages.info(request, now("That is done already."))
        return redirect("casework:home")
    if request.method == "POST" and form.is_valid():
        actions.close_task(task=reference, outcome=form.cleaned_data["outcome"], by=actor_of(request))
        messages.success(request, now("Done. It is off the list."))
        return redirect("casework:home")
    context = {"task": record, "title": words.TASKS[record.kind], "reason": words.reason_of(record), "form": form}
    return page(request, "casework/task.html", context)
