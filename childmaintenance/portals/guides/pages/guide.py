"""One guide."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from childmaintenance.foundation import clock, language
from childmaintenance.guidance.guides import GUIDES
from childmaintenance.guidance.shelf import NoSuchPage, as_written
from childmaintenance.guidance.terms import Nation
from childmaintenance.portals.guides.onward import onward
from childmaintenance.portals.guides.pages.start import about

FEWEST_FOR_CONTENTS = 3


def page(request: HttpRequest, slug: str) -> HttpResponse:
    """A guide with its picture, its sources, when it was checked, and where to go from here."""
    try:
        guide = GUIDES.page(slug)
    except NoSuchPage:
        raise Http404 from None
    written = as_written(guide)
    context = {
        "guide": guide,
        "written": written,
        "contents": written.contents if len(written.contents) >= FEWEST_FOR_CONTENTS else (),
        "somewhere_only": guide.nations if len(guide.nations) < len(Nation) else (),
        "steps": steps(guide.more.get("steps", [])),
        "leads_to": [onward(name) for name in guide.more.get("leads_to", [])],
        "beside": [one for one in about(guide.more["topic"]) if one != guide],
        "is_overdue": guide.review_by < clock.today(),
    }
    return render(request, "guides/guide.html", context)


def steps(said: list[dict[str, Any]]) -> list[dict[str, str]]:
    """What happens in order, for the picture of it, in the reader's language."""
    here = language.current()
    return [{name: words[here] for name, words in step.items()} for step in said]
