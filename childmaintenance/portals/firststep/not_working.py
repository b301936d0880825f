"""The way in for somebody whose arrangement is not kept: the ways in order, with that answer given already."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from childmaintenance.accounts import visitors
from childmaintenance.guidance.order_of_ways import InPlace
from childmaintenance.journeys import actions as journeys
from childmaintenance.portals.firststep.journeys.which_way import which_way


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """What to do first, and a button that begins the questions. What somebody had begun before is begun again."""
    if request.method != "POST":
        return render(request, "firststep/not_working.html", {"exit_this_page": True})
    draft = journeys.begin(journey=which_way, about="", again=True, by=visitors.visitor_of(request))
    journeys.keep(draft=draft, question="now", typed={"now": [InPlace.NOT_KEPT.value]}, kept=which_way.kept)
    return redirect("firststep:which_way:tasks", draft=draft)
