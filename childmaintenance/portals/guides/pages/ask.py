"""The question box: the passage that answers, word for word, or a person. It invents, decides and keeps nothing."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from childmaintenance.foundation import language
from childmaintenance.guidance.contacts import lines
from childmaintenance.guidance.searching.answers import answer
from childmaintenance.portals.guides.finding import asked, shown

PEOPLE_TO_NAME = 3


def page(request: HttpRequest) -> HttpResponse:
    """The form, and what answers."""
    here, text = language.current(), asked(request)
    context: dict[str, object] = {"asked": text, "sent": request.method == "POST"}
    if text:
        found = answer(text, here)
        context |= {
            "best": shown(found.best, found.language, urgent=found.urgent) if found.best else None,
            "best_language": found.language,
            "elsewhere": found.language != here,
            "near": [shown(one, found.language) for one in found.near],
            "urgent": found.urgent,
            "people": [{"line": line, "now": line.at()} for line in lines()[:PEOPLE_TO_NAME]],
        }
    response = render(request, "guides/ask.html", context)
    if request.method == "POST":
        response["Cache-Control"] = "no-store"
    return response
