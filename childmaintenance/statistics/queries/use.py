"""How the pages are used: views, arrivals, paths, clicks, time, forms, errors."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Sum

from childmaintenance.statistics.models import Count
from childmaintenance.statistics.suppression import lines, share, told
from childmaintenance.statistics.terms import LEAST, LONGEST, SPANS, Line, Measure, Step

MOST = 50
SIGN_IN = "account_login"


@dataclass(frozen=True)
class Days:
    """From one day to another, both included. Raises ValueError for a length that nobody can want."""

    first: dt.date
    last: dt.date

    def __post_init__(self) -> None:
        if not dt.timedelta(0) <= self.last - self.first <= dt.timedelta(days=400):
            raise ValueError("from one day to the same or a later one, 400 days at most")

    def each(self) -> list[dt.date]:
        return [self.first + dt.timedelta(days=number) for number in range((self.last - self.first).days + 1)]


@dataclass(frozen=True)
class PageUse:
    """One page: how often it was seen, and of those how many arrived there from outside or went no further."""

    page: str
    views: int | None
    arrivals: int | None
    ends: int | None
    """Times that nobody went on from it to another page of ours."""
    middle_time: str
    """The span in which half had left it; empty where too few were timed."""


def views_by_day(days: Days) -> tuple[Line, ...]:
    """How many pages were shown each day."""
    counts = _sums("day", days, Measure.VIEW)
    return tuple(Line(day.isoformat(), told(counts.get(day, 0))) for day in days.each())


def visits(days: Days) -> tuple[Line, ...]:
    """New visits, and those by somebody who was here within a day."""
    return lines(_sums("detail", days, Measure.VISIT), order=("new", "back within a day"))


def visits_by_day(days: Days) -> dict[dt.date, int | None]:
    """How many visits began each day, by anybody."""
    counts = _sums("day", days, Measure.VISIT)
    return {day: told(counts.get(day, 0)) for day in days.each()}


def total(days: Days, measure: Measure) -> int | None:
    """The sum of a measure."""
    return told(sum(_sums("measure", days, measure).values()))


def languages(days: Days) -> tuple[Line, ...]:
    """Views in English and in Welsh."""
    return lines(_sums("detail", days, Measure.VIEW), order=("en", "cy"))


def hosts(days: Days) -> tuple[Line, ...]:
    """Where people arrived from, by host; those too few to be told are together as one."""
    counts: Counter[str] = Counter()
    for host, count in _sums("detail", days, Measure.ARRIVAL).items():
        counts[host if count >= LEAST else "other"] += count
    return lines(counts, most=MOST)


def pages(days: Days) -> tuple[PageUse, ...]:
    """Every page that was seen, most seen first."""
    seen, landed = (_sums("page", days, measure) for measure in (Measure.VIEW, Measure.ARRIVAL))
    went_on = _sums("page", days, Measure.ONWARD)
    times: dict[str, dict[str, int]] = {}
    for (page, span), count in pairs(days, Measure.TIME).items():
        times.setdefault(page, {})[span] = count
    found = [
        PageUse(
            page,
            told(count),
            told(landed.get(page, 0)),
            told(max(0, count - went_on.get(page, 0))),
            middle(times.get(page, {})),
        )
        for page, count in seen.items()
    ]
    return tuple(sorted(found, key=lambda one: (-(one.views or 0), one.page)))


def landings(days: Days) -> tuple[Line, ...]:
    """The pages people come to first."""
    return lines(_sums("page", days, Measure.ARRIVAL), most=MOST)


def endings(days: Days) -> tuple[Line, ...]:
    """The pages after which people go no further here."""
    return tuple(
        Line(one.page, one.ends, share(one.ends or 0, one.views or 0))
        for one in sorted(pages(days), key=lambda one: (-(one.ends or 0), one.page))[:MOST]
    )


def steps_between(days: Days) -> tuple[tuple[str, str, int], ...]:
    """From which page to which other, most trodden first; those too few to be told are not here."""
    trodden = [(*pair, count) for pair, count in pairs(days, Measure.ONWARD).items() if count >= LEAST]
    return tuple(sorted(trodden, key=lambda one: (-one[2], one[0], one[1]))[: 2 * MOST])


def first_acts(days: Days) -> tuple[Line, ...]:
    """What people do first after they land, as shares of everybody who did anything."""
    return lines(_sums("page", days, Measure.FIRST), most=MOST)


def sign_in_first(days: Days) -> int | None:
    """Per cent of visits that went on at all, whose first act was to sign in."""
    counts = _sums("page", days, Measure.FIRST)
    return share(counts.get(SIGN_IN, 0), sum(counts.values()))


def clicks(days: Days) -> tuple[tuple[str, Line], ...]:
    """The named things that were chosen, each with its page."""
    found = [(page, Line(name, told(count))) for (page, name), count in pairs(days, Measure.CLICK).items()]
    return tuple(sorted(found, key=lambda one: (-(one[1].count or 0), one[0], one[1].name)))


def errors(days: Days) -> tuple[tuple[str, Line], ...]:
    """Pages that could not be shown, by status."""
    found = [(page, Line(status, told(count))) for (page, status), count in pairs(days, Measure.ERROR).items()]
    return tuple(sorted(found, key=lambda one: (-(one[1].count or 0), one[0], one[1].name)))


def forms(days: Days) -> tuple[Step, ...]:
    """Each page with a form, and how many stopped there, most seen first within its journey."""
    by_page: dict[str, dict[str, int]] = {}
    for (page, what), count in pairs(days, Measure.FORM).items():
        by_page.setdefault(page, {})[what] = count
    found = []
    for page, counts in by_page.items():
        seen, sent = counts.get("seen", 0), counts.get("sent", 0)
        if not seen:
            continue
        found.append(
            Step(page, told(seen), told(sent), told(counts.get("refused", 0)), share(max(0, seen - sent), seen))
        )
    return tuple(sorted(found, key=lambda one: (journey_of(one.page), -(one.seen or 0), one.page)))


def journey_of(page: str) -> str:
    """The journey a page belongs to: its name without the last part."""
    return page.split(" ")[0].rpartition(":")[0]


def middle(spans: Mapping[str, int]) -> str:
    """The span that the middle one of all looks falls into; empty where too few were timed."""
    whole = sum(spans.values())
    if whole < LEAST:
        return ""
    passed = 0
    for name in (*(name for _, name in SPANS), LONGEST):
        passed += spans.get(name, 0)
        if 2 * passed >= whole:
            return name
    return LONGEST


def _rows(days: Days, measure: Measure):  # type: ignore[no-untyped-def]  # a query that its callers finish
    return Count.objects.filter(measure=measure, day__range=(days.first, days.last))


def _sums(by: str, days: Days, measure: Measure) -> dict:  # type: ignore[type-arg]
    return dict(_rows(days, measure).values_list(by).annotate(Sum("count")).values_list(by, "count__sum"))


def pairs(days: Days, measure: Measure) -> dict[tuple[str, str], int]:
    """The raw sums by page and detail, for this room's own use: nothing of it is suppressed yet."""
    rows = _rows(days, measure).values("page", "detail").annotate(times=Sum("count"))
    return {(row["page"], row["detail"]): row["times"] for row in rows}
