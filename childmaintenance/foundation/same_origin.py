"""Small forms that must work without any cookie: they prove by the browser's own headers that they come from a page of ours."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.csrf import csrf_exempt

View = Callable[..., HttpResponseBase]
SAFE = ("GET", "HEAD", "OPTIONS")


def from_our_own_page(request: HttpRequest) -> bool:
    """Whether the browser says that a page of this very site sent this. A browser too old to say so sends its address."""
    said = request.headers.get("Sec-Fetch-Site")
    if said:
        return said == "same-origin"
    for header in ("Origin", "Referer"):
        if address := request.headers.get(header):
            found = urlsplit(address)
            return (found.scheme, found.netloc) == (request.scheme, request.get_host())
    return False


def own_pages_only(view: View) -> View:
    """In the place of a token: what another site makes a browser send here is refused.

    For what changes nothing but a preference or a count. Whatever acts for somebody needs the token, and so a cookie.
    """

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method not in SAFE and not from_our_own_page(request):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return csrf_exempt(checked)
