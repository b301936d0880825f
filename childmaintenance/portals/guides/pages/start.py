"""The start of the guides: first by who you are, then by what you want to know."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from childmaintenance.guidance.guides import GUIDES
from childmaintenance.guidance.terms import Page

PEOPLE = "people"
TOPICS = {
    "begin": _("Before you begin"),
    "run": _("Once it is set up"),
    "trouble": _("When something is wrong"),
    "places": _("Where you live"),
}


def page(request: HttpRequest) -> HttpResponse:
    """Cards for people, lists for topics."""
    topics = [{"key": key, "title": title, "guides": about(key)} for key, title in TOPICS.items()]
    return render(request, "guides/start.html", {"people": about(PEOPLE), "topics": topics})


def about(topic: str) -> list[Page]:
    """The guides of a topic, in their order there."""
    return sorted((one for one in GUIDES.pages() if one.more["topic"] == topic), key=lambda one: one.more["place"])
