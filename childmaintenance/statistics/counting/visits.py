"""Telling a visit from a page: two cookies that hold a number everybody else's holds too. No identifier is made anywhere.

The first page of a visit sets nothing: there somebody is told. From the second page on, unless they said no, "visit" says how
many pages were seen (2, then 3, and no further) for sixty minutes, and "visited" that they were here, for a day.
"""

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

VISIT, VISITED = "visit", "visited"
AN_HOUR, A_DAY = 60 * 60, 24 * 60 * 60
LAST = "3"


def cookie_name(name: str) -> str:
    """The name as a browser has it."""
    return f"__Host-{name}" if settings.SESSION_COOKIE_SECURE else name


def pages_seen(request: HttpRequest) -> str:
    """ "2" or "3" inside a visit that has begun, else an empty text."""
    seen = request.COOKIES.get(cookie_name(VISIT), "")
    return seen if seen in ("2", LAST) else ""


def was_here_within_a_day(request: HttpRequest) -> bool:
    return request.COOKIES.get(cookie_name(VISITED)) == "1"


def one_more_page(response: HttpResponseBase, seen: str) -> None:
    """Note the second and the third page of a visit; after that there is nothing more to note."""
    if seen == LAST:
        return
    put(response, VISIT, LAST if seen else "2", AN_HOUR)
    if not seen:
        put(response, VISITED, "1", A_DAY)


def put(response: HttpResponseBase, name: str, value: str, seconds: int) -> None:
    response.set_cookie(
        cookie_name(name),
        value,
        max_age=seconds,
        path="/",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
