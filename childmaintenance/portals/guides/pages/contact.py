"""Whom to ring or write to, by nation and by who is asking, and whether anybody answers now."""

from typing import TypeVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from childmaintenance.guidance.contacts import lines
from childmaintenance.guidance.hours_in_words import hours_in_words
from childmaintenance.guidance.terms import Audience, Nation

Word = TypeVar("Word", Nation, Audience)


def page(request: HttpRequest) -> HttpResponse:
    """Everybody, or those for somebody somewhere. A word in the address that we do not know asks for everybody."""
    nation = chosen(request, "nation", Nation)
    audience = chosen(request, "audience", Audience)
    found = lines(nation=nation, audience=audience)
    context = {
        "lines": [
            {"line": line, "now": line.at(), "hours": [hours_in_words(hours) for hours in line.hours]} for line in found
        ],
        "addresses": any(line.address for line in found),
        "nations": list(Nation),
        "audiences": list(Audience),
        "nation": nation,
        "audience": audience,
    }
    return render(request, "guides/contact.html", context)


def chosen(request: HttpRequest, name: str, kind: type[Word]) -> Word | None:
    """What was picked in the form."""
    try:
        return kind(request.GET.get(name, ""))
    except ValueError:
        return None
