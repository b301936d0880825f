"""One line a request: method, route, status and time; no address, no name, nothing somebody typed."""

import secrets
import time
from collections.abc import Callable

import structlog
from django.http import HttpRequest, HttpResponse

from childmaintenance.foundation.logs import log


class RequestLog:
    """Django middleware. Every line logged while the request lasts carries the same random number."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        started = time.monotonic()
        with structlog.contextvars.bound_contextvars(request=secrets.token_hex(4)):
            response = self.get_response(request)
            match = request.resolver_match
            if match is None or not match.route.startswith("health/"):
                log.info(
                    "request",
                    method=request.method,
                    route=match.route if match else "unknown",
                    status=response.status_code,
                    milliseconds=round((time.monotonic() - started) * 1000),
                )
        return response
