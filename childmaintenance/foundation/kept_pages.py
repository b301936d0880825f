"""Pages that are the same for everybody are made once and kept in memory for a while, ready compressed.

A page is kept only where its view says so with @kept, and only as it was made for nobody in particular: no session, no query, no
cookie set, nothing that varies from one answer to the next. Kept by whole address, so by language; by the day, because pages show
dates; and by what the outer middleware says a page may differ by.
"""

import gzip
import hashlib
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import ResolverMatch
from django.utils.cache import patch_vary_headers

from childmaintenance.foundation import clock

MOST = 400
"""Pages kept by one process: some twenty kilobytes each."""
NOT_OURS_TO_KEEP = ("no-store", "no-cache", "private")
View = TypeVar("View", bound=Callable[..., Any])
Key = tuple[Any, ...]


def kept(seconds: int = 300) -> Callable[[View], View]:
    """Mark a view whose page is the same for everybody who asks for this address, for so many seconds."""

    def mark(view: View) -> View:
        view.kept_for = seconds  # type: ignore[attr-defined]
        return view

    return mark


@dataclass(frozen=True)
class Page:
    """One page as it was made: plain and compressed, with its headers and which view made it."""

    content: bytes
    compressed: bytes
    headers: dict[str, str]
    match: ResolverMatch | None
    until: float


class KeptPages:
    """Django middleware, outside sessions and inside whatever must see every request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self._pages: OrderedDict[Key, Page] = OrderedDict()
        self._lock = threading.Lock()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not for_nobody_in_particular(request):
            return self.get_response(request)
        key = (request.path, request.get_host(), clock.today(), getattr(request, "page_differs_by", ""))
        page = self._pages.get(key)
        if page is None or page.until < time.monotonic():
            response = self.get_response(request)
            page = page_of(request, response)
            if page is None:
                return response
            with self._lock:
                self._pages[key] = page
                self._pages.move_to_end(key)
                while len(self._pages) > MOST:
                    self._pages.popitem(last=False)
        request.resolver_match = page.match
        return answer(request, page)


def for_nobody_in_particular(request: HttpRequest) -> bool:
    """Whether anybody else who asked in the same way would be given the same page."""
    return (
        request.method == "GET"
        and not request.META.get("QUERY_STRING")
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and "HTTP_RANGE" not in request.META
    )


def page_of(request: HttpRequest, response: HttpResponse) -> Page | None:
    """The page to keep, or None where this answer is not one to give to anybody else."""
    view = request.resolver_match.func if request.resolver_match else None
    seconds = getattr(view, "kept_for", 0)
    if not seconds or response.status_code != 200 or response.streaming or response.cookies:
        return None
    control = response.get("Cache-Control", "")
    if any(word in control for word in NOT_OURS_TO_KEEP) or "nonce-" in response.get("Content-Security-Policy", ""):
        return None
    content = response.content
    headers = {name: value for name, value in response.items() if name != "Content-Length"}
    headers["ETag"] = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    # A browser may keep it, and asks each time whether it is still so: the answer is then a line, not a page.
    headers["Cache-Control"] = "private, no-cache"
    return Page(
        content, gzip.compress(content, 6, mtime=0), headers, request.resolver_match, time.monotonic() + seconds
    )


def answer(request: HttpRequest, page: Page) -> HttpResponse:
    """The kept page, as this browser can take it. It holds no secret, so it may be compressed."""
    if request.META.get("HTTP_IF_NONE_MATCH") in (page.headers["ETag"], f"W/{page.headers['ETag']}"):
        response = HttpResponse(status=304, headers=page.headers)
        del response["Content-Type"]
    elif "gzip" in request.META.get("HTTP_ACCEPT_ENCODING", ""):
        response = HttpResponse(page.compressed, headers=page.headers)
        response["Content-Encoding"] = "gzip"
        response["Content-Length"] = str(len(page.compressed))
        response["ETag"] = f"W/{page.headers['ETag']}"
    else:
        response = HttpResponse(page.content, headers=page.headers)
        response["Content-Length"] = str(len(page.content))
    patch_vary_headers(response, ("Accept-Encoding", "Cookie"))
    return response
