"""The same figures as tables for other programs. What is too small to tell is "<5" there too."""

import csv
from collections.abc import Callable, Iterable

from django.http import Http404, HttpRequest, HttpResponse

from childmaintenance.portals.insight.staff_pages import days_asked
from childmaintenance.statistics.queries import capacity as capacities
from childmaintenance.statistics.queries import use, work
from childmaintenance.statistics.queries.use import Days

Row = tuple[object, ...]
FEW = "<5"


def told(count: int | None) -> object:
    return FEW if count is None else count


def views(days: Days) -> Iterable[Row]:
    yield ("day", "views")
    for line in use.views_by_day(days):
        yield (line.name, told(line.count))


def pages(days: Days) -> Iterable[Row]:
    yield ("page", "views", "arrivals", "ends", "middle time")
    for one in use.pages(days):
        yield (one.page, told(one.views), told(one.arrivals), told(one.ends), one.middle_time)


def arrivals(days: Days) -> Iterable[Row]:
    yield ("host", "arrivals")
    for line in use.hosts(days):
        yield (line.name, told(line.count))


def paths(days: Days) -> Iterable[Row]:
    yield ("from", "to", "times")
    yield from use.steps_between(days)


def forms(days: Days) -> Iterable[Row]:
    yield ("page", "seen", "sent", "refused", "stopped per cent")
    for step in use.forms(days):
        yield (
            step.page,
            told(step.seen),
            told(step.sent),
            told(step.refused),
            "" if step.stopped is None else step.stopped,
        )


def clicks(days: Days) -> Iterable[Row]:
    yield ("page", "thing", "times")
    for page, line in use.clicks(days):
        yield (page, line.name, told(line.count))


def errors(days: Days) -> Iterable[Row]:
    yield ("page", "status", "times")
    for page, line in use.errors(days):
        yield (page, line.name, told(line.count))


def load(days: Days) -> Iterable[Row]:
    yield ("day", "requests")
    yield from work.load(days).by_day


def capacity(days: Days) -> Iterable[Row]:
    yield ("day", "visits", "requests", "peak a second", "peak beginning", "failed")
    for one in capacities.capacity(days):
        peak = (f"{one.busiest.a_second:.2f}", one.busiest.starts_at.isoformat()) if one.busiest else ("", "")
        yield (one.day, told(one.visits), one.requests, *peak, one.failures)


TABLES: dict[str, Callable[[Days], Iterable[Row]]] = {
    one.__name__: one for one in (views, pages, arrivals, paths, forms, clicks, errors, load, capacity)
}


def download(request: HttpRequest, table: str) -> HttpResponse:
    """One table as CSV, for the days asked for."""
    if table not in TABLES:
        raise Http404
    days = days_asked(request)
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{table}-{days.first}-{days.last}.csv"'
    csv.writer(response).writerows(TABLES[table](days))
    return response
