"""Nobody may fill our disk: Django limits the fields of a form, but takes files of any size before a page has looked at them."""

from collections.abc import Callable

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse

MOST = 4_000_000
"""Bytes of one request: the largest file that a page takes, and room for the rest of its form."""


class NotTooMuch:
    """Django middleware: answers "not understood" to a larger request, before anything of it is read.

    A request that does not say how large it is reads as empty: WSGI has no more than it was promised.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not length.isdecimal() or len(length) > len(str(MOST)) or int(length) > MOST:
            raise RequestDataTooBig(f"more than {MOST} bytes")
        return self.get_response(request)
