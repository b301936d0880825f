"""What is published of the service: how well it does, and whether it works now."""

import csv
import datetime as dt

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from childmaintenance.foundation import clock, language
from childmaintenance.portals.insight.words import journey_in_words
from childmaintenance.statistics import probing
from childmaintenance.statistics.measures import Measures, measures
from childmaintenance.statistics.queries import working
from childmaintenance.statistics.queries.use import Days

WEEKS = dt.timedelta(weeks=4)


def last_weeks() -> Days:
    """The last four whole weeks of days that are over."""
    last = clock.today() - dt.timedelta(days=1)
    return Days(last - WEEKS + dt.timedelta(days=1), last)


def performance(request: HttpRequest) -> HttpResponse:
    """The four measures of the service standard, for the last four weeks."""
    days = last_weeks()
    found = measures(days)
    journeys = [(journey_in_words(one.journey), one) for one in found.completion]
    return render(request, "insight/performance.html", {"days": days, "measures": found, "journeys": journeys})


def performance_csv(request: HttpRequest) -> HttpResponse:
    """The same, for other programs. Names of columns and measures are the same in both languages."""
    days = last_weeks()
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="performance.csv"'
    table = csv.writer(response)
    table.writerow(["from", "to", "measure", "of", "value"])
    for measure, of, value in rows(measures(days)):
        table.writerow([days.first, days.last, measure, of, "" if value is None else value])
    return response


def rows(found: Measures) -> list[tuple[str, str, int | None]]:
    """Each measure as a line; an empty value says that there is too little to tell."""
    return [
        ("satisfied per cent", "all", found.satisfaction.satisfied),
        ("answers about satisfaction", "all", found.satisfaction.answers),
        ("completed per cent", "all", found.completed),
        *(("completed per cent", one.journey, one.share) for one in found.completion),
        ("done online per cent", "all", found.online),
        ("cost of a transaction in pence", "all", found.cost_pence),
    ]


def status(request: HttpRequest) -> HttpResponse:
    """Whether each part works, by what the probes found."""
    states = working.states()
    asked = max((state.asked_at for state in states if state.asked_at), default=None)
    context = {
        "states": [(state, hundredths(state.shares)) for state in states],
        "all_well": bool(states) and all(state.well for state in states),
        "not_well": [state for state in states if state.well is False],
        "nothing_known": not states or all(state.well is None for state in states),
        "asked": moment(asked) if asked else "",
        "troubles": [
            (trouble, moment(trouble.since), moment(trouble.until) if trouble.until else "")
            for trouble in working.troubles()
        ],
        "records_answer": probing.records_answer_now(),
    }
    return render(request, "insight/status.html", context)


def hundredths(shares: tuple[int | None, ...]) -> list[str]:
    """99.95% from 9995; a dash where nobody asked."""
    return ["–" if share is None else f"{share // 100}.{share % 100:02d}%" for share in shares]


def moment(at: dt.datetime) -> str:
    """5 April 2026, 14:05, by London's clocks."""
    return f"{language.long_date(at)}, {at.astimezone(clock.LONDON):%H:%M}"
