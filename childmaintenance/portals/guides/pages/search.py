"""Searching the guides. What was typed is in no address, no cookie and no log: a phone may be looked at by somebody else."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from childmaintenance.foundation import language
from childmaintenance.guidance.searching.answers import is_urgent, search
from childmaintenance.portals.guides.finding import asked, shown


def page(request: HttpRequest) -> HttpResponse:
    """The form, and the pages that speak of what was typed in it."""
    here, text = language.current(), asked(request)
    found = [shown(one, here) for one in search(text, here)] if text else []
    context = {
        "asked": text,
        "found": found,
        "urgent": bool(text) and is_urgent(text),
        "sent": request.method == "POST",
    }
    response = render(request, "guides/search.html", context)
    if request.method == "POST":
        response["Cache-Control"] = "no-store"
    return response
