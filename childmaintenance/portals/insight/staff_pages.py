"""What staff see of how the service is used: pictures, and the same in words, and each to download."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from childmaintenance.accounts.access import actor_of, roles_of
from childmaintenance.accounts.terms import Role
from childmaintenance.foundation import audit, clock, language
from childmaintenance.foundation.pages import url
from childmaintenance.portals.insight.feedback import SCORES
from childmaintenance.portals.insight.words import count_in_words, journey_in_words, share_in_words, span_in_words
from childmaintenance.statistics import opinions as said
from childmaintenance.statistics.queries import use, work
from childmaintenance.statistics.queries.capacity import capacity, peak
from childmaintenance.statistics.queries.use import Days
from childmaintenance.statistics.terms import Line, Measure

PERIODS = (7, 28, 91, 364)
USUAL = 28
LONGEST_LIST = 40


def days_asked(request: HttpRequest) -> Days:
    """The days until today that were asked for; four weeks where nothing sensible was."""
    asked = request.GET.get("days", "")
    number = int(asked) if asked in {str(period) for period in PERIODS} else USUAL
    return Days(clock.today() - dt.timedelta(days=number - 1), clock.today())


def page(request: HttpRequest, template: str, days: Days, context: Mapping[str, Any]) -> HttpResponse:
    """A page with the way to the others, the choice of days, and the words that all of them use."""
    here = request.resolver_match.view_name if request.resolver_match else ""
    ways = [
        ("insight:overview", _("Overview")),
        ("insight:pages", _("Pages")),
        ("insight:paths", _("Paths")),
        ("insight:forms", _("Forms")),
        ("insight:load", _("Load")),
        ("insight:content", _("Content")),
    ]
    if Role.TEAM_LEADER in roles_of(request):
        ways.append(("insight:opinions", _("Feedback")))
    number = len(days.each())
    around = {
        "home_url": url("casework:home"),
        "navigation": [
            {"text": _("Work list"), "href": url("casework:home")},
            *({"text": text, "href": url(name), "active": name == here} for name, text in ways),
        ],
        "account_links": [
            {"text": _("Your account"), "href": url("account_home")},
            {"text": _("Sign out"), "href": url("account_logout"), "post": True},
        ],
        "days": days,
        "number": number,
        "periods": [(period, ngettext("%(num)d day", "%(num)d days", period) % {"num": period}) for period in PERIODS],
        "count_in_words": count_in_words,
        "share_in_words": share_in_words,
        "exit_this_page": False,
    }
    return render(request, template, {**around, **context})


def overview(request: HttpRequest) -> HttpResponse:
    """How many, from where, in which language, and what they did first."""
    days = days_asked(request)
    by_day = use.views_by_day(days)
    context = {
        "views": use.total(days, Measure.VIEW),
        "columns_drawn": columns(by_day),
        "by_day": [(language.long_date(dt.date.fromisoformat(line.name)), line) for line in by_day],
        "visits": bars(use.visits(days), {"new": _("New"), "back within a day": _("Back within a day")}),
        "hosts": bars(use.hosts(days), {"none": _("Typed, kept, or not said"), "other": _("Other places")}),
        "languages": bars(use.languages(days), {"en": "English", "cy": "Cymraeg"}),
        "sign_in_first": use.sign_in_first(days),
        "errors": [(page or _("no such page"), line) for page, line in use.errors(days)[:LONGEST_LIST]],
        "clicks": use.clicks(days)[:LONGEST_LIST],
    }
    return page(request, "insight/overview.html", days, context)


def pages(request: HttpRequest) -> HttpResponse:
    """Every page: views, arrivals, how often it was the last, how long it was looked at."""
    days = days_asked(request)
    found = [(one, span_in_words(one.middle_time)) for one in use.pages(days)]
    shown = bars([Line(one.page, one.views) for one, _span in found[:15]])
    return page(request, "insight/pages.html", days, {"pages": found, "most_seen": shown})


def paths(request: HttpRequest) -> HttpResponse:
    """Where people come in, from which page to which they go, and where they leave."""
    days = days_asked(request)
    steps = use.steps_between(days)
    context = {
        "landings": bars(use.landings(days)[:15]),
        "first": bars(use.first_acts(days)[:15]),
        "endings": bars(use.endings(days)[:15]),
        "steps": steps,
        "most": max((count for _from, _to, count in steps), default=1),
    }
    return page(request, "insight/paths.html", days, context)


def forms(request: HttpRequest) -> HttpResponse:
    """Each journey as a funnel: how many saw each of its pages, and how many stopped there."""
    days = days_asked(request)
    journeys: dict[str, list[Any]] = {}
    for step in use.forms(days):
        journeys.setdefault(use.journey_of(step.page), []).append(step)
    funnels = [
        (
            journey_in_words(name) if name else _("Pages with a form of their own"),
            steps,
            max(step.seen or 0 for step in steps) or 1,
        )
        for name, steps in journeys.items()
    ]
    return page(request, "insight/forms.html", days, {"funnels": funnels})


def load(request: HttpRequest) -> HttpResponse:
    """What the web servers had to do, for planning."""
    days = days_asked(request)
    found = work.load(days)
    by_day = [Line(day.isoformat(), count) for day, count in found.by_day]
    busiest = [
        (f"{language.long_date(one.starts_at)}, {one.starts_at.astimezone(clock.LONDON):%H:%M}", one)
        for one in found.busiest
    ]
    of_each_day = capacity(days)
    context = {
        "capacity": of_each_day,
        "peak": peak(of_each_day),
        "clock_of": lambda window: f"{window.starts_at.astimezone(clock.LONDON):%H:%M}",
        "load": found,
        "columns_drawn": columns(by_day),
        "by_day": [(language.long_date(day), Line(day.isoformat(), count)) for day, count in found.by_day],
        "busiest": busiest,
    }
    return page(request, "insight/load.html", days, context)


def opinions(request: HttpRequest) -> HttpResponse:
    """How satisfied people said they were, and what they wrote."""
    days = days_asked(request)
    audit.record(by=actor_of(request), act="insight.read_feedback", about="feedback")
    satisfaction = said.satisfaction(days)
    names = {int(score): str(text) for score, text in SCORES}
    lines = [Line(names[score], count) for score, count in reversed(satisfaction.by_score)]
    context = {"satisfaction": satisfaction, "scores": bars(lines), "said": said.latest(days), "names": names}
    return page(request, "insight/opinions.html", days, context)


def bars(lines: Iterable[Line], names: Mapping[str, str] | None = None) -> list[dict[str, Any]]:
    """Lines as the picture draws them: a name, the length in per cent of the longest, the count and share in words."""
    lines = list(lines)
    most = max((line.count or 0 for line in lines), default=0) or 1
    return [
        {
            "name": (names or {}).get(line.name, line.name),
            "length": 98 * (line.count or 0) // most,
            "count": count_in_words(line.count),
            "share": "" if line.share is None else f"{line.share}%",
        }
        for line in lines
    ]


def columns(lines: Iterable[Line]) -> list[dict[str, int]]:
    """One column a day in a picture of 1000 by 200: where it stands, how wide and how high."""
    lines = list(lines)
    most = max((line.count or 0 for line in lines), default=0) or 1
    step = 1000 / max(1, len(lines))
    found = []
    for number, line in enumerate(lines):
        height = 190 * (line.count or 0) // most
        found.append(
            {"x": round(number * step), "width": max(1, round(step * 0.8)), "y": 198 - height, "height": height}
        )
    return found
