"""Beginning an application with what was answered before: by a reference, typed into a form and never in an address."""

import datetime as dt

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from childmaintenance.accounts import visitors
from childmaintenance.accounts.access import actor_of, person
from childmaintenance.accounts.public_forms import count
from childmaintenance.cases import first_steps
from childmaintenance.foundation import audit, forms
from childmaintenance.foundation.actor import Actor
from childmaintenance.journeys import actions as journeys
from childmaintenance.portals.parents.journeys.apply import apply
from childmaintenance.portals.parents.journeys.brought import answers_brought
from childmaintenance.portals.parents.layout import page

MOST_TRIES = 10
PER = dt.timedelta(hours=1)


class Reference(forms.Form):
    reference = forms.Text(
        label=_("What is your reference?"),
        called=_("The reference"),
        missing=_("Enter your reference"),
        help_text=_("It begins with F, such as F-7K3F-92QX-M. Capitals and dashes do not matter."),
        most=40,
        width=20,
        autocomplete="off",
    )


@person
@require_http_methods(["GET", "HEAD", "POST"])
def with_reference(request: HttpRequest) -> HttpResponse:
    """Type the reference of a first step; its answers then stand in the application, to be looked at and changed."""
    by = actor_of(request)
    brought = visitors.handed_on(request, first_steps.PREFIX)
    form = Reference(request.POST or None, initial={"reference": brought})
    if request.method == "POST" and form.is_valid():
        if count("reference of a first step", by.reference, per=PER) > MOST_TRIES:
            return page(request, "parents/with_reference_later.html", {}, status=429)
        if _begin(form.cleaned_data["reference"], by):
            visitors.hand_on(request, first_steps.PREFIX, "")
            visitors.forget_answers(request)
            return redirect("parents:apply:start")
        audit.refused(by=by, about="first step", why="a reference that opens nothing")
        form.add_error(
            "reference", gettext("Nothing is kept under this reference. Check it. It works once, for 28 days.")
        )
    return page(request, "parents/with_reference.html", {"form": form, "brought": bool(brought)})


@transaction.atomic
def _begin(reference: str, by: Actor) -> bool:
    """Take what was kept and put it into the application's draft, all or nothing."""
    told = first_steps.take(reference=reference, by=by)
    if told is None:
        return False
    draft = journeys.begin(journey=apply, about="", again=False, by=by)
    journeys.fill_in(draft=draft, answers=answers_brought(told), kept=apply.kept)
    return True
