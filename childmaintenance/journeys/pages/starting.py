"""Beginning, coming back, and leaving off."""

from django.http import HttpResponse

from childmaintenance.journeys import actions, queries
from childmaintenance.journeys.pages.visit import Visit
from childmaintenance.journeys.route import Status
from childmaintenance.journeys.terms import words


def start(visit: Visit) -> HttpResponse:
    """What this is and what it takes; go on with an open draft, or begin."""
    if visit.request.method == "POST":
        draft = actions.begin(
            journey=visit.journey, about=visit.about, again="again" in visit.request.POST, by=visit.by
        )
        return visit.go("tasks", draft=draft)
    mine = [
        draft
        for draft in queries.open_drafts(visit.by.reference, visit.journey.slug, visit.about)
        if draft.about == visit.about
    ]
    return visit.show(visit.journey.introduction, draft=mine[0] if mine else None, again="again" in visit.request.GET)


def tasks(visit: Visit) -> HttpResponse:
    """The task list; in a journey of one section, straight to where the person left off."""
    route = visit.route()
    if not visit.journey.has_task_list:
        return visit.as_far_as_one_may_go(route)
    listed = [
        {
            "title": words(task.section.title, route.answers),
            "status": task.status,
            "href": None if task.status is Status.CANNOT_START_YET else visit.place_of(task.next or task.stops[0]),
        }
        for task in route.tasks
        if task.stops
    ]
    done = sum(item["status"] is Status.COMPLETED for item in listed)
    return visit.show("journeys/tasks.html", route=route, tasks=listed, done=done, complete=route.complete)


def saved(visit: Visit) -> HttpResponse:
    """The answers are kept: until when, and how to come back."""
    return visit.show("journeys/saved.html", draft=visit.draft())
