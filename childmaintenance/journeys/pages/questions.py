"""One question on one page."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from childmaintenance.foundation.forms.safe_text import storable
from childmaintenance.journeys import actions
from childmaintenance.journeys.answers import Answers
from childmaintenance.journeys.pages import groups
from childmaintenance.journeys.pages.visit import Turn, Visit
from childmaintenance.journeys.route import Typed, typed_values
from childmaintenance.journeys.terms import Question, QuestionForm, Repeat, words

MOST_VALUES = 100
"""Of one input: more boxes than any question has."""


def question(visit: Visit) -> HttpResponse:
    """Ask it, keep the answer, go on. A question of a group is the group's list."""
    step = visit.journey.step(visit.parts["question"])
    if step is None:
        raise Http404
    draft, route = visit.draft(), visit.route()
    if not route.may_open(step.slug):
        return visit.as_far_as_one_may_go(route)
    if isinstance(step, Repeat):
        return groups.listing(visit, step, route)

    def keep(typed: Typed) -> None:
        actions.keep(draft=draft.id, question=step.slug, typed=typed, kept=visit.journey.kept)

    return ask(
        visit,
        step,
        answers=route.answers,
        typed=draft.answers.get("pages", {}).get(step.slug),
        keep=keep,
        onward=lambda: visit.after(step.slug),
        back=visit.before(route, step.slug),
        caption=_caption(visit, step.slug, route),
    )


def ask(
    visit: Visit,
    step: Question,
    *,
    answers: Answers,
    typed: Typed | None,
    keep: Any,
    onward: Any,
    back: str,
    caption: str,
) -> HttpResponse:
    """The page of a question, here or in a group. `keep` stores what was typed, `onward` says where to go then."""
    request = visit.request
    if request.method == "POST":
        form = step.form(data=request.POST, answers=answers)
        later = request.POST.get("then") == "later" and not visit.journey.passing
        if later or form.is_valid():
            try:
                keep(typed_in(request, form))
            except actions.NoDraft:
                visit.route(afresh=True)  # sent or forgotten in another window: turns to where that is said
                raise Turn(visit.forgotten()) from None
            return visit.go("saved") if later else redirect(onward())
    else:
        given = (
            typed_values(step, typed, answers) if typed is not None else step.initial(answers) if step.initial else {}
        )
        form = step.form(initial=given, answers=answers)
    form.heading = words(step.title, answers)
    form.heading_apart = bool(step.guidance)
    return visit.show(
        step.template, form=form, question=step, answers=answers, title=form.heading, back=back, caption=caption
    )


def typed_in(request: HttpRequest, form: QuestionForm) -> Typed:
    """What was typed in the form's own inputs, cut to what can be stored; nothing else of the request is kept."""
    return {
        name: [storable(value) for value in request.POST.getlist(name)[:MOST_VALUES]]
        for name in request.POST
        if name in form.fields or name.rpartition("-")[0] in form.fields
    }


def _caption(visit: Visit, slug: str, route: Any) -> str:
    """The task's name above the question, where there is more than one task."""
    found = route.find(slug)
    return words(found[0].section.title, route.answers) if found and visit.journey.has_task_list else ""
