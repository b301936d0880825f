"""A nought byte in an address or a form is never anything a person typed, and the database cannot hold one."""

from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse

NOUGHT = "\x00"


class NoNoughtBytes:
    """Django middleware: answers "not understood" instead of letting such a request break a query.

    Fields of forms refuse it by themselves and say so beside the field; this is for what no form reads.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if NOUGHT in request.path or any(NOUGHT in value for values in request.GET.lists() for value in values[1]):
            raise BadRequest("a nought byte in an address")
        return self.get_response(request)
