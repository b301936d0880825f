"""Check your answers, and send them."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponse
from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe

from childmaintenance.foundation.forms import shown
from childmaintenance.journeys import actions
from childmaintenance.journeys.answers import Answers
from childmaintenance.journeys.pages.groups import called
from childmaintenance.journeys.pages.visit import Visit
from childmaintenance.journeys.route import Item, Route, Stop
from childmaintenance.journeys.shown import words_shown
from childmaintenance.journeys.terms import CannotSubmit, Question, Repeat, words


def check(visit: Visit) -> HttpResponse:
    """Everything that will be sent, each with a way to change it; sending it happens once."""
    visit.draft()  # somebody else's, or one already sent, turns here
    refused = ""
    if visit.request.method == "POST":
        try:
            shown = words_shown(visit.journey.slug, visit.request.POST.get("shown", ""))
            actions.submit(draft=visit.draft_id, journey=visit.journey, known=visit.known, by=visit.by, shown=shown)
            return visit.go("done")
        except actions.NotComplete:
            return visit.as_far_as_one_may_go(visit.route())
        except actions.NoDraft:
            return visit.forgotten()
        except CannotSubmit as why:
            refused = str(why.message)
    route = visit.route()
    if not route.complete:
        return visit.as_far_as_one_may_go(route)
    return visit.show(
        "journeys/check.html",
        route=route,
        sections=[section for section in _sections(visit, route) if section["cards"]],
        declaration=words(visit.journey.declaration, route.answers),
        send=words(visit.journey.send, route.answers),
        refused=refused,
        back=visit.place("tasks") if visit.journey.has_task_list else _last(visit, route),
    )


def result(visit: Visit) -> HttpResponse:
    """What the journey concludes from the answers as they stand, and below it the answers, each with a way to change it."""
    assert visit.journey.conclude is not None  # only such a journey has this page
    route = visit.route()
    if not route.complete:
        return visit.as_far_as_one_may_go(route)
    return visit.show(
        visit.journey.conclusion,
        route=route,
        answers=route.answers,
        draft_id=visit.draft_id,
        sections=[section for section in _sections(visit, route) if section["cards"]],
        back=visit.place("tasks") if visit.journey.has_task_list else _last(visit, route),
        **visit.journey.conclude(route.answers, visit.request),
    )


def _last(visit: Visit, route: Route) -> str:
    """In a journey without a task list, Back leads to its last page."""
    stops = [stop for task in route.tasks for stop in task.stops]
    return visit.place("question", question=stops[-1].step.slug) if stops else visit.place("start")


def _sections(visit: Visit, route: Route) -> Iterator[dict[str, Any]]:
    """Each section as cards: one for its own questions, one for each item of a repeat."""
    for task in route.tasks:
        cards: list[dict[str, Any]] = []
        plain: list[dict[str, Any]] = []
        for stop in task.stops:
            if isinstance(stop.step, Repeat):
                if plain:
                    cards.append({"rows": plain})
                    plain = []
                cards += _items(visit, stop, stop.step, route.answers)
            else:
                link = visit.place("question", checking=True, question=stop.step.slug)
                plain += _rows(stop.step, route.answers, link)
        if plain:
            cards.append({"rows": plain})
        yield {"title": words(task.section.title, route.answers), "cards": cards}


def _items(visit: Visit, stop: Stop, repeat: Repeat, answers: Answers) -> Iterator[dict[str, Any]]:
    for place, item in enumerate(stop.items, start=1):
        yield {
            "title": called(repeat, item, place),
            "remove": visit.place("remove", checking=True, group=repeat.slug, item=item.id),
            "rows": list(_item_rows(visit, repeat, item)),
        }
    yield {
        "rows": [
            {
                "key": words(repeat.title, answers),
                "value": str(repeat.counted(len(stop.items))),
                "change": visit.place("question", checking=True, question=repeat.slug),
            }
        ]
    }


def _item_rows(visit: Visit, repeat: Repeat, item: Item) -> Iterator[dict[str, Any]]:
    for stop in item.stops:
        if isinstance(stop.step, Question):
            link = visit.place("item", checking=True, group=repeat.slug, item=item.id, question=stop.step.slug)
            yield from _rows(stop.step, item.answers, link)


def _rows(question: Question, answers: Answers, link: str) -> Iterator[dict[str, Any]]:
    """A row for each field that was asked, in the words of the question."""
    given = answers.page(question.slug)
    form = question.form(answers=answers)
    closed = {
        opened
        for opened, (name, option) in form.revealed.items()
        if option != (chosen := given.get(name)) and option not in (chosen if isinstance(chosen, list) else ())
    }
    alone = len(form.fields) - len(form.revealed) == 1
    for name, field in form.fields.items():
        if name in closed or field.widget.is_hidden:
            continue
        first = alone and name not in form.revealed
        key = (
            (words(question.short, answers) or words(question.title, answers))
            if first
            else field.label or form[name].label
        )
        yield {
            "key": key,
            "value": _as_lines(shown(field, given.get(name))),
            "change": f"{link}#{form[name].auto_id}" if not alone else link,
        }


def _as_lines(text: str) -> str:
    """Escaped, with line ends kept, and turned no further than itself by letters that run from right to left."""
    return mark_safe(f'<span dir="auto">{"<br>".join(conditional_escape(line) for line in text.splitlines())}</span>')  # noqa: S308 -- each line is escaped
