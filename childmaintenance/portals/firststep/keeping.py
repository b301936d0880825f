"""Keeping a first step, because somebody asks: a short reference, shown once here and opened once by an application."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from childmaintenance.accounts import visitors
from childmaintenance.cases import first_steps
from childmaintenance.foundation import audit
from childmaintenance.foundation.pages import url
from childmaintenance.journeys import queries as journeys
from childmaintenance.journeys.route import Route, walk
from childmaintenance.portals.firststep.journeys.can_you_apply import can_you_apply
from childmaintenance.portals.firststep.journeys.get_help import get_help
from childmaintenance.portals.firststep.results import first_step
from childmaintenance.privacy import asked_for

JOURNEYS = {journey.slug: journey for journey in (get_help, can_you_apply)}


@require_POST
def keep(request: HttpRequest, draft: UUID) -> HttpResponse:
    """Keep what the visitor said, and show the reference; or go on with it to an application straight away."""
    route = _route(request, draft)
    told = first_step(route.answers, with_worries="worries" in request.POST)
    _forget_the_last(request)
    visitors.hand_on(request, first_steps.PREFIX, asked_for.keep_first_step(told=told))
    return redirect("parents:with_reference" if "apply" in request.POST else "firststep:reference")


@require_GET
def reference(request: HttpRequest) -> HttpResponse:
    """The reference, until when it works, and how to use it. Only this visitor's own session can show it."""
    mine = visitors.handed_on(request, first_steps.PREFIX)
    until = first_steps.kept_until(mine) if mine else None
    return _page(request, "reference.html", {"reference": mine if until else None, "until": until})


@require_POST
def forget(request: HttpRequest) -> HttpResponse:
    """Delete what was kept, before its time."""
    _forget_the_last(request)
    return redirect("firststep:reference")


def _route(request: HttpRequest, draft: UUID) -> Route:
    """The visitor's own answers, all given. Raises Http404."""
    found = journeys.draft(draft)
    me = visitors.visitor_of(request)
    if found is None or found.journey not in JOURNEYS:
        raise Http404
    if found.owner != me.reference:
        audit.refused(by=me, about=str(draft), why="somebody else’s first step")
        raise Http404
    route = walk(JOURNEYS[found.journey], found.answers, {})
    if not route.complete:
        raise Http404
    return route


def _forget_the_last(request: HttpRequest) -> None:
    """One first step for a visitor: a newer one takes its place."""
    if mine := visitors.handed_on(request, first_steps.PREFIX):
        asked_for.forget_first_step(reference=mine)
        visitors.hand_on(request, first_steps.PREFIX, "")


def _page(request: HttpRequest, template: str, values: dict[str, Any]) -> HttpResponse:
    return render(request, f"firststep/{template}", {**values, "again": url("firststep:get_help:start")})
