"""Reading leaflets: all of them, one of them, and one as a file."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from childmaintenance.correspondence.leaflets import leaflet_pdf
from childmaintenance.foundation import clock
from childmaintenance.foundation.language import current
from childmaintenance.guidance.leaflets import LEAFLETS
from childmaintenance.guidance.shelf import NoSuchPage, as_written
from childmaintenance.guidance.terms import Page
from childmaintenance.portals.leaflets.files import Form, made
from childmaintenance.portals.leaflets.paper import on_paper, terms_of, to_read_aloud
from childmaintenance.portals.leaflets.sending import sent

GROUPS = {
    "decisions": _("Deciding about child maintenance"),
    "separation": _("Sorting out a separation"),
    "complaints": _("When something goes wrong"),
}


def in_order() -> list[Page]:
    """Every leaflet, in the order of the index."""
    return sorted(LEAFLETS.pages(), key=lambda one: one.more["place"])


def index(request: HttpRequest) -> HttpResponse:
    """What there is."""
    groups = [
        {"key": key, "title": title, "leaflets": [one for one in in_order() if one.more["group"] == key]}
        for key, title in GROUPS.items()
    ]
    return render(request, "leaflets/index.html", {"groups": groups})


def page(request: HttpRequest, slug: str) -> HttpResponse:
    """One leaflet to read here, and the other forms it comes in."""
    leaflet = _leaflet(slug)
    context: dict[str, Any] = {
        "leaflet": leaflet,
        "written": as_written(leaflet),
        "terms": terms_of(leaflet),
        "is_overdue": leaflet.review_by < clock.today(),
        "braille": made(leaflet, Form.BRAILLE),
        "sound": made(leaflet, Form.SOUND),
    }
    return render(request, "leaflets/leaflet.html", context)


def pdf(*, large_print: bool) -> Callable[..., HttpResponse]:
    """A view that gives a leaflet as a file."""

    def paper(request: HttpRequest, slug: str) -> HttpResponse:
        leaflet = _leaflet(slug)
        made = leaflet_pdf(on_paper(leaflet), large_print=large_print)
        return _file(leaflet, made, "application/pdf", "-large.pdf" if large_print else ".pdf")

    return paper


def file(form: Form) -> Callable[..., HttpResponseBase]:
    """A view that gives a leaflet as braille or sound; not found where no file has the words of today."""

    def given(request: HttpRequest, slug: str) -> HttpResponseBase:
        leaflet = _leaflet(slug)
        found = made(leaflet, form)
        if found is None:
            raise Http404
        response = sent(request, found, called=f"ocm-{leaflet.more['code'].lower()}-{current()}{found.ending}")
        response["Content-Language"] = current()
        return response

    return given


def text(request: HttpRequest, slug: str) -> HttpResponse:
    """Words to read aloud, or to give to a machine that speaks."""
    leaflet = _leaflet(slug)
    return _file(leaflet, to_read_aloud(leaflet).encode(), "text/plain; charset=utf-8", ".txt")


def _leaflet(slug: str) -> Page:
    try:
        return LEAFLETS.page(slug)
    except NoSuchPage:
        raise Http404 from None


def _file(leaflet: Page, content: bytes, kind: str, ending: str) -> HttpResponse:
    """A file to save. Its name is the leaflet's code: what it is about could be seen in a list of downloads."""
    response = HttpResponse(content, content_type=kind)
    response["Content-Language"] = current()
    response["Content-Disposition"] = f'attachment; filename="ocm-{leaflet.more["code"].lower()}-{current()}{ending}"'
    return response
