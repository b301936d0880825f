"""Needs in, a list of people who can help out. Both travel in forms: no address, no log and no table has them."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import add_never_cache_headers

from childmaintenance.foundation import clock
from childmaintenance.guidance.organisations import checked_on, look_again_by, organisations, tailored, with_a_mark
from childmaintenance.guidance.organisations.needs import Topic
from childmaintenance.guidance.organisations.programme import PROGRAMME
from childmaintenance.guidance.shelf import as_written
from childmaintenance.portals.separation.needs import Needs, needed
from childmaintenance.portals.separation.own_list import kept_keys


def start(request: HttpRequest) -> HttpResponse:
    """What this is, and the form."""
    return render(request, "separation/start.html", {"form": Needs(), "kept": kept_keys(request), **dates()})


def found(request: HttpRequest) -> HttpResponse:
    """Who can help with what was asked. Somebody who comes without having asked is sent to ask."""
    if request.method != "POST":
        return redirect("separation:start")
    form = Needs(request.POST)
    if not form.is_valid():
        response = render(request, "separation/start.html", {"form": form, "kept": kept_keys(request), **dates()})
    else:
        said = needed(form)
        groups = tailored(said.topics, said.nation, said.circumstances)
        context = {"groups": groups, "needs": said, "form_again": form, **dates()}
        response = render(request, "separation/found.html", context)
    add_never_cache_headers(response)
    return response


def everybody(request: HttpRequest) -> HttpResponse:
    """All of them, by topic, for whoever would rather look than be asked."""
    context = {"groups": tailored(set(Topic)), "number": len(organisations()), **dates()}
    return render(request, "separation/everybody.html", context)


def programme(request: HttpRequest) -> HttpResponse:
    """Where the list comes from, how it is chosen, and who holds a mark of quality that we have seen."""
    told = PROGRAMME.page("separated-families")
    context = {
        "page": told,
        "written": as_written(told),
        "marked": with_a_mark(),
        "is_overdue": told.review_by < clock.today(),
    }
    return render(request, "separation/programme.html", context)


def dates() -> dict[str, Any]:
    """When the list was looked at, and whether that is too long ago."""
    return {"checked_on": checked_on(), "is_overdue": look_again_by() < clock.today()}
