"""The pages of a journey. Each view is made for one journey and wears the portal's mark of who may open it."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path
from django.views.decorators.http import require_http_methods, require_safe

from childmaintenance.foundation.kept_pages import kept
from childmaintenance.foundation.same_origin import own_pages_only
from childmaintenance.journeys.pages import checking, ending, groups, questions, starting
from childmaintenance.journeys.pages.visit import Turn, Visit
from childmaintenance.journeys.terms import ActorOf, Guard, Journey

Page = Callable[..., HttpResponseBase]


def addresses(journey: Journey, guard: Guard, actor_of: ActorOf) -> list[URLPattern]:
    """Every page of the journey, marked."""

    def page(serve: Page) -> Page:
        @wraps(serve)
        def view(request: HttpRequest, **parts: Any) -> HttpResponseBase:
            try:
                return serve(Visit.begin(request, journey, actor_of, parts))
            except Turn as turn:
                return turn.to

        safe_only = serve in (starting.tasks, starting.saved, ending.done, checking.result)
        return guard((require_safe if safe_only else require_http_methods(["GET", "HEAD", "POST"]))(view))

    begin = page(starting.start)
    if journey.passing:
        # Nobody has a session yet, so the first page is the same for all and is made once; its button proves by the browser's
        # own headers where it was pressed. What it begins is empty, and every page after it has a token.
        begin = own_pages_only(kept()(begin))

    ends = [path("<uuid:draft>/result", page(checking.result), name="result")]
    if journey.submit:
        ends = [
            path("<uuid:draft>/check-your-answers", page(checking.check), name="check"),
            path("<uuid:draft>/sent", page(ending.done), name="done"),
        ]
    later = [] if journey.passing else [path("<uuid:draft>/saved", page(starting.saved), name="saved")]
    return [
        path("", begin, name="start"),
        path("<uuid:draft>/", page(starting.tasks), name="tasks"),
        *ends,
        *later,
        path("<uuid:draft>/<slug:question>", page(questions.question), name="question"),
        path("<uuid:draft>/<slug:group>/<slug:item>/remove", page(groups.remove), name="remove"),
        path("<uuid:draft>/<slug:group>/<slug:item>/<slug:question>", page(groups.item), name="item"),
    ]
