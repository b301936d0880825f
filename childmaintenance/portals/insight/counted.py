"""Where the small script of a page hands in how long it was looked at, and which named things were chosen on it."""

import re
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from django.apps import apps
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from childmaintenance.accounts.sessions.middleware import quiet
from childmaintenance.foundation import clock
from childmaintenance.statistics.counting.naming import name_of_path
from childmaintenance.statistics.counting.tally import tally
from childmaintenance.statistics.terms import LONGEST, SPANS, Measure

NAMED = re.compile(r'data-counts="([a-z0-9-]{1,40})"')
LONGEST_LOOK = 4 * 60 * 60
MOST_CHOSEN = 20


@quiet
@require_POST
def counted(request: HttpRequest) -> HttpResponse:
    """Add the sums of one page. What makes no sense is left out without a word: a script waits for no answer."""
    answer = HttpResponse(status=204)
    page = name_of_path(urlsplit(request.META.get("HTTP_REFERER", "")).path)
    if not page or not request.choice.statistics:
        return answer
    today, seconds = clock.today(), request.POST.get("seconds", "")
    if seconds.isdecimal() and len(seconds) < 6 and int(seconds) <= LONGEST_LOOK:
        tally.add(today, Measure.TIME, page, span_of(int(seconds)))
    for name in request.POST.getlist("chose")[:MOST_CHOSEN]:
        if name in named():
            tally.add(today, Measure.CLICK, page, name)
    return answer


def span_of(seconds: int) -> str:
    """The span that so many seconds fall into."""
    return next((name for under, name in SPANS if seconds < under), LONGEST)


@cache
def named() -> frozenset[str]:
    """Every name that a template of ours gives to something; others are invented."""
    folders = [Path(app.path) / "jinja2" for app in apps.get_app_configs() if app.name.startswith("childmaintenance.")]
    return frozenset(
        name
        for folder in folders
        for file in folder.rglob("*.html")
        for name in NAMED.findall(file.read_text(encoding="utf-8"))
    )
