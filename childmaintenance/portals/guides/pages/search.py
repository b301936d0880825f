"""Searching the guides. What was typed is in no address, no cookie and no log: a phone may be looked at by somebody else."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from childmaintenance.foundation import language
from childmaintenance.guidance.searching.answers import NEEDS_BOTH, is_urgent, search
from childmaintenance.portals.guides.finding import asked, shown


def page(request: HttpRequest) -> HttpResponse:
    """The form, and the pages that speak of what was typed in it."""
    here, text = language.current(), asked(request)
    urgent = is_urgent(text)
    found = [one for one in search(text, here) if not (urgent and one.passage.page in NEEDS_BOTH)]
    context = {
        "asked": text,
        "found": [shown(one, here) for one in found],
        "urgent": urgent,
        "sent": request.method == "POST",
    }
    response = render(request, "guides/search.html", context)
    if request.method == "POST":
        response["Cache-Control"] = "no-store"
    return response
