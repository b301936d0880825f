"""Counts each page as it leaves. It asks the database nothing and keeps nothing of whoever asked."""

import re
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse

from childmaintenance.accounts.signing_in.networks import network_of
from childmaintenance.foundation import clock
from childmaintenance.statistics.counting import visits
from childmaintenance.statistics.counting.crowds import Crowd
from childmaintenance.statistics.counting.naming import WELSH, name_of, name_of_path
from childmaintenance.statistics.counting.tally import Tally, tally
from childmaintenance.statistics.terms import Measure

MACHINES = re.compile(r"bot|crawl|spider|slurp|preview|monitor|curl|wget|python|headless|lighthouse", re.I)
HOST = re.compile(r"[a-z0-9](?:[a-z0-9.-]{0,78}[a-z0-9])?")
WINDOW = timedelta(minutes=10)
MOST_PAGES = 3_000
DIRECT = "none"


class Counting:
    """Django middleware, outside kept pages, so that these are counted too, and inside `request.choice`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse], counted: Tally = tally) -> None:
        self.get_response = get_response
        self.tally = counted
        self.crowd = Crowd()
        self._shown: set[str] = set()
        """Pages that were really shown: the name of a page somebody claims to come from must be one of them."""

    def __call__(self, request: HttpRequest) -> HttpResponse:
        started = time.monotonic()
        response = self.get_response(request)
        self.tally.worked(
            window_of(clock.now()), round((time.monotonic() - started) * 1000), failed=response.status_code >= 500
        )
        if self.may_count(request, response):
            self.count(request, response)
        return response

    def may_count(self, request: HttpRequest, response: HttpResponse) -> bool:
        """A page or a form, of somebody who has not said no, and not of a machine or a crowd of requests."""
        choice = getattr(request, "choice", None)
        return (
            choice is not None
            and choice.statistics
            and request.method in ("GET", "POST")
            and (response.status_code in (302, 303) or response.get("Content-Type", "").startswith("text/html"))
            and not MACHINES.search(request.META.get("HTTP_USER_AGENT", ""))
            and not asked_by_itself(request)
            and self.crowd.counts(network_of(request))
        )

    def count(self, request: HttpRequest, response: HttpResponse) -> None:
        """Add this page to the sums."""
        today, status, page = clock.today(), response.status_code, name_of(request.resolver_match)
        if status >= 400:
            self.tally.add(today, Measure.ERROR, page, str(status))
            return
        if not page:
            return
        if request.method == "POST":
            self.tally.add(today, Measure.FORM, page, "sent" if status in (302, 303) else "refused")
            return
        if status != 200:
            return
        if len(self._shown) < MOST_PAGES:
            self._shown.add(page)
        self.tally.add(today, Measure.VIEW, page, "cy" if in_welsh(request) else "en")
        if has_form(request):
            self.tally.add(today, Measure.FORM, page, "seen")
        self.follow(request, response, page)

    def follow(self, request: HttpRequest, response: HttpResponse, page: str) -> None:
        """Where they came from: another page of ours, or outside."""
        today, seen = clock.today(), visits.pages_seen(request)
        came_from = urlsplit(request.META.get("HTTP_REFERER", ""))
        if came_from.netloc == request.get_host():
            before = name_of_path(came_from.path)
            if before in self._shown and before != page:
                self.tally.add(today, Measure.ONWARD, before, page)
            if not seen:
                self.tally.add(today, Measure.FIRST, page)
            visits.one_more_page(response, seen)
        elif not seen:
            host = (came_from.hostname or "").removeprefix("www.")
            self.tally.add(today, Measure.ARRIVAL, page, host if HOST.fullmatch(host) else DIRECT)
            back = visits.was_here_within_a_day(request)
            self.tally.add(today, Measure.VISIT, "", "back within a day" if back else "new")


def window_of(moment: datetime) -> datetime:
    """The ten minutes it is in."""
    return moment - timedelta(minutes=moment.minute % 10, seconds=moment.second, microseconds=moment.microsecond)


def asked_by_itself(request: HttpRequest) -> bool:
    """Whether a browser asked for this without anybody wanting to see it: before they follow a link, or from a script."""
    purpose = request.META.get("HTTP_SEC_PURPOSE", "") + request.META.get("HTTP_PURPOSE", "")
    return (
        "prefetch" in purpose
        or request.META.get("HTTP_SEC_FETCH_DEST", "document") not in ("document", "iframe", "empty")
        or (request.META.get("HTTP_SEC_FETCH_MODE", "navigate") not in ("navigate", "nested-navigate"))
    )


def in_welsh(request: HttpRequest) -> bool:
    """By the address, because the page may have been made for somebody else and kept."""
    return request.path == WELSH or request.path.startswith(f"{WELSH}/")


def has_form(request: HttpRequest) -> bool:
    """Whether a page asks something: one of a journey, or one whose view says so."""
    match = request.resolver_match
    return match is not None and ("draft" in match.kwargs or getattr(match.func, "asks", False))
