"""Several of a thing: the list, one question of one item, and taking an item away."""

import secrets
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from childmaintenance.foundation import forms
from childmaintenance.journeys import actions
from childmaintenance.journeys.answers import Answers
from childmaintenance.journeys.pages.visit import Visit
from childmaintenance.journeys.route import Item, Route, Stop, Typed
from childmaintenance.journeys.terms import Repeat, words


class Another(forms.Form):
    """Whether there is one more."""

    another = forms.YesNo()


def listing(visit: Visit, repeat: Repeat, route: Route) -> HttpResponse:
    """The items so far, and whether there is another. With none yet where one is needed, straight to the first."""
    stop = _stop(route, repeat)
    new = visit.place(
        "item", checking=visit.checking, group=repeat.slug, item=secrets.token_hex(4), question=repeat.questions[0].slug
    )
    if len(stop.items) < min(repeat.least, 1):
        return redirect(new)
    full = len(stop.items) >= repeat.most
    form = Another(data=visit.request.POST) if visit.request.method == "POST" else Another()
    form.heading, form.heading_apart = repeat.counted(len(stop.items)), True
    form.fields["another"].label = words(repeat.another, route.answers)
    form.fields["another"].error_messages["required"] = _("Select yes or no")
    if visit.request.method == "POST" and (full or form.is_valid()):
        if not full and form.cleaned_data["another"] == "yes":
            return redirect(new)
        unfinished = next((item for item in stop.items if item.next), None)
        if unfinished and unfinished.next:
            return visit.go(
                "item", checking=visit.checking, group=repeat.slug, item=unfinished.id, question=unfinished.next.slug
            )
        actions.finish_group(draft=visit.draft_id, group=repeat.slug, kept=visit.journey.kept)
        return redirect(visit.after(repeat.slug))
    rows = [
        {
            "called": called(repeat, item, place),
            "complete": item.complete,
            "change": visit.place(
                "item",
                checking=visit.checking,
                group=repeat.slug,
                item=item.id,
                question=(item.next or repeat.questions[0]).slug,
            ),
            "remove": visit.place("remove", checking=visit.checking, group=repeat.slug, item=item.id),
        }
        for place, item in enumerate(stop.items, start=1)
    ]
    return visit.show(
        "journeys/group.html",
        form=form,
        repeat=repeat,
        rows=rows,
        full=full,
        title=repeat.counted(len(rows)),
        back=visit.before(route, repeat.slug),
        caption=words(repeat.title, route.answers),
    )


def item(visit: Visit) -> HttpResponse:
    """One question about one item; the first question of an unknown item makes it when it is answered."""
    from childmaintenance.journeys.pages.questions import ask  # a question may be a group, and a group has questions

    repeat = visit.journey.step(visit.parts["group"])
    step = repeat.question(visit.parts["question"]) if isinstance(repeat, Repeat) else None
    if not isinstance(repeat, Repeat) or step is None:
        raise Http404
    draft, route = visit.draft(), visit.route()
    if not route.may_open(repeat.slug):
        return visit.as_far_as_one_may_go(route)
    stop = _stop(route, repeat)
    found = next((each for each in stop.items if each.id == visit.parts["item"]), None)
    here = found or Item(visit.parts["item"], Answers(whole=route.answers, id=visit.parts["item"]))
    if not _may_open(here, found is None, step.slug, repeat, len(stop.items)):
        return visit.go("question", checking=visit.checking, question=repeat.slug)

    def keep(typed: Typed) -> None:
        actions.keep_in_item(
            draft=draft.id,
            group=repeat.slug,
            item=here.id,
            question=step.slug,
            typed=typed,
            most=repeat.most,
            kept=visit.journey.kept,
        )

    def onward() -> str:
        now = next(each for each in _stop(visit.route(afresh=True), repeat).items if each.id == here.id)
        slugs = [each.step.slug for each in now.stops]
        later = slugs[slugs.index(step.slug) + 1 :] if step.slug in slugs else []
        if later and not (visit.checking and now.complete):
            return visit.place("item", checking=visit.checking, group=repeat.slug, item=here.id, question=later[0])
        if visit.checking and now.complete and found:
            return visit.after(repeat.slug)
        return visit.place("question", checking=visit.checking, question=repeat.slug)

    return ask(
        visit,
        step,
        answers=here.answers,
        typed=_typed(draft.answers, repeat.slug, here.id, step.slug),
        keep=keep,
        onward=onward,
        back=_back(visit, route, repeat, here, step.slug),
        caption=words(repeat.title, route.answers),
    )


def remove(visit: Visit) -> HttpResponse:
    """Ask once more, then take the item away."""
    repeat = visit.journey.step(visit.parts["group"])
    if not isinstance(repeat, Repeat):
        raise Http404
    route = visit.route()
    if not route.may_open(repeat.slug):
        return visit.as_far_as_one_may_go(route)
    items = _stop(route, repeat).items
    place, found = next(
        ((i, each) for i, each in enumerate(items, start=1) if each.id == visit.parts["item"]), (0, None)
    )
    listing = visit.place("question", checking=visit.checking, question=repeat.slug)
    if found is None:
        return redirect(listing)
    if visit.request.method == "POST":
        actions.remove_item(draft=visit.draft_id, group=repeat.slug, item=found.id, kept=visit.journey.kept)
        return redirect(listing)
    return visit.show("journeys/remove.html", called=called(repeat, found, place), back=listing)


def called(repeat: Repeat, item: Item, place: int) -> str:
    """An item's name, or its number while it has none."""
    return str(repeat.called(item.answers) or "") or _("Number %(place)d") % {"place": place}


def _stop(route: Route, repeat: Repeat) -> Stop:
    found = route.find(repeat.slug)
    if found is None:
        raise Http404
    return found[0].stops[found[1]]


def _may_open(item: Item, new: bool, slug: str, repeat: Repeat, count: int) -> bool:
    if new:
        return slug == repeat.questions[0].slug and count < repeat.most
    before = [stop for stop in item.stops if stop.step.slug != slug]
    places = [stop.step.slug for stop in item.stops]
    return slug in places and all(stop.answered for stop in before[: places.index(slug)])


def _back(visit: Visit, route: Route, repeat: Repeat, item: Item, slug: str) -> str:
    places = [stop.step.slug for stop in item.stops]
    if slug in places and places.index(slug) and not visit.checking:
        return visit.place("item", group=repeat.slug, item=item.id, question=places[places.index(slug) - 1])
    if visit.checking:
        return visit.place(visit.last_page)
    if _stop(route, repeat).items or repeat.least == 0:
        return visit.place("question", question=repeat.slug)
    return visit.before(route, repeat.slug)


def _typed(stored: dict[str, Any], group: str, item: str, question: str) -> Typed | None:
    items = stored.get("groups", {}).get(group, {}).get("items", [])
    return next((each["pages"].get(question) for each in items if each["id"] == item), None)
