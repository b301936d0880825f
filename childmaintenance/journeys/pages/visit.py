"""One request to one page of a journey: who asks, for which draft, and the way so far."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse

from childmaintenance.foundation import audit
from childmaintenance.foundation.actor import Actor
from childmaintenance.journeys import actions, queries
from childmaintenance.journeys.answers import Answers
from childmaintenance.journeys.queries import DraftRecord, SubmissionRecord
from childmaintenance.journeys.route import Route, Stop, walk
from childmaintenance.journeys.terms import ActorOf, Journey, Repeat, words

OURS = {"draft", "question", "group", "item"}
CHECK = "check"
"""In an address: the person came from Check your answers and goes straight back to it."""


class Turn(Exception):
    """The person is to be somewhere else; `to` is the response that says so."""

    def __init__(self, to: HttpResponseBase) -> None:
        super().__init__()
        self.to = to


@dataclass
class Visit:
    """What every page needs to know."""

    request: HttpRequest
    journey: Journey
    by: Actor
    parts: Mapping[str, Any]
    outer: Mapping[str, Any]
    """What the address captured before it came to the journey; `about` among it."""
    known: Mapping[str, Any]
    _draft: DraftRecord | None = field(default=None, repr=False)

    @classmethod
    def begin(cls, request: HttpRequest, journey: Journey, actor_of: ActorOf, parts: Mapping[str, Any]) -> Self:
        """Ask the portal whether this person may be here at all."""
        by = actor_of(request)
        outer = {name: value for name, value in parts.items() if name not in OURS}
        about = str(outer.get("about", ""))
        journey.allowed(by, about)
        return cls(request, journey, by, parts, outer, journey.known(by, about))

    @property
    def about(self) -> str:
        """The reference that the journey is about, or nothing."""
        return str(self.outer.get("about", ""))

    @property
    def draft_id(self) -> UUID:
        return UUID(str(self.parts["draft"]))

    @property
    def checking(self) -> bool:
        """Whether the person came from Check your answers."""
        return self.request.GET.get("from") == CHECK

    @property
    def last_page(self) -> str:
        """The page that all questions lead to."""
        return "result" if self.journey.conclude else "check"

    # -- whose it is -------------------------------------------------------------------------------------------------

    def draft(self) -> DraftRecord:
        """The draft in the address. Somebody else's is not found, and audited; one that was sent leads to its end."""
        self._draft = self._draft or self._read()
        return self._draft

    def _read(self) -> DraftRecord:
        found = queries.draft(self.draft_id)
        if found is None:
            if self.submission():
                raise Turn(self.go("done"))
            raise Turn(self.forgotten())
        self._is_mine(found)
        if self.journey.passing:
            actions.see(draft=found.id, kept=self.journey.kept)
        return found

    def submission(self) -> SubmissionRecord | None:
        """What became of the draft in the address, if it was sent."""
        found = queries.submission(self.draft_id)
        if found:
            self._is_mine(found)
        return found

    def _is_mine(self, found: DraftRecord | SubmissionRecord) -> None:
        if (found.owner, found.journey, found.about) != (self.by.reference, self.journey.slug, self.about):
            audit.refused(by=self.by, about=str(self.draft_id), why=f"somebody else’s draft of {self.journey.slug}")
            if self.journey.passing:  # most likely their own, from before their session ended
                raise Turn(self.forgotten())
            raise Http404

    def route(self, *, afresh: bool = False) -> Route:
        """The way so far; `afresh` after something was kept."""
        if afresh:
            self._draft = None
        return walk(self.journey, self.draft().answers, self.known)

    # -- where to ----------------------------------------------------------------------------------------------------

    def place(self, name: str, *, checking: bool = False, **parts: Any) -> str:
        """The address of one of the journey's pages, for this draft."""
        space = self.request.resolver_match.namespace if self.request.resolver_match else self.journey.slug
        if name != "start" and "draft" not in parts:
            parts["draft"] = self.draft_id
        return reverse(f"{space}:{name}", kwargs={**self.outer, **parts}) + (f"?from={CHECK}" if checking else "")

    def go(self, name: str, *, checking: bool = False, **parts: Any) -> HttpResponse:
        """A redirect to one of the journey's pages."""
        return redirect(self.place(name, checking=checking, **parts))

    def place_of(self, stop: Stop, *, checking: bool = False) -> str:
        """The page where a stop is answered; in a group, the first item that still wants something."""
        unfinished = next((item for item in stop.items if not item.complete), None)
        if isinstance(stop.step, Repeat) and unfinished and unfinished.next:
            return self.place(
                "item", checking=checking, group=stop.step.slug, item=unfinished.id, question=unfinished.next.slug
            )
        return self.place("question", checking=checking, question=stop.step.slug)

    def after(self, slug: str) -> str:
        """The page that comes after this question or group has been answered."""
        route = self.route(afresh=True)
        if self.checking:
            wanting = route.unanswered()
            return self.place_of(wanting, checking=True) if wanting else self.place(self.last_page)
        found = route.find(slug)
        if found is None:
            return self.place("tasks")
        task, place = found
        if place + 1 < len(task.stops):
            # Also onto a page that has its answer already: people who go back mean to look at what follows.
            return self.place_of(task.stops[place + 1])
        return self.place("tasks") if self.journey.has_task_list else self.place(self.last_page)

    def before(self, route: Route, slug: str) -> str:
        """Where Back leads from a question or group."""
        if self.checking:
            return self.place(self.last_page)
        found = route.find(slug)
        if found and found[1]:
            return self.place("question", question=found[0].stops[found[1] - 1].step.slug)
        return self.place("tasks") if self.journey.has_task_list else self.place("start")

    def as_far_as_one_may_go(self, route: Route) -> HttpResponse:
        """To the task list, or along a journey without one to the first question that wants an answer."""
        if self.journey.has_task_list:
            return self.go("tasks")
        wanting = route.unanswered()
        return redirect(self.place_of(wanting)) if wanting else self.go(self.last_page)

    # -- showing -----------------------------------------------------------------------------------------------------

    def show(self, template: str, **values: Any) -> HttpResponse:
        """A page within the portal's layout."""
        common = {
            "journey": self.journey,
            "journey_title": words(self.journey.title, Answers(known=self.known)),
            "layout": self.journey.layout,
            "exit_this_page": self.journey.quick_exit,
            "place": self.place,
            "words": words,
            "known": self.known,
            **self.journey.layout_context(self.request),
        }
        status = values.pop("status", 200)
        return render(self.request, template, {**common, **values}, status=status)

    def forgotten(self) -> HttpResponse:
        """The draft is gone: say so, and offer to begin again."""
        no_cookie = settings.SESSION_COOKIE_NAME not in self.request.COOKIES
        return self.show("journeys/forgotten.html", status=404, no_cookie=no_cookie)
