"""Gives every request its session, notes that the person is there, and keeps signed-in pages out of caches."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.conf import settings
from django.contrib.sessions.exceptions import SessionInterrupted
from django.contrib.sessions.middleware import SessionMiddleware as DjangoSessionMiddleware
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from childmaintenance.accounts.sessions.devices import device

View = TypeVar("View", bound=Callable[..., Any])


class SessionMiddleware(DjangoSessionMiddleware):
    """Django's, with our store; a view marked `quiet` may look at the session without keeping it alive."""

    def process_request(self, request: HttpRequest) -> None:
        super().process_request(request)
        request.session.device = device(request.META.get("HTTP_USER_AGENT", ""))

    def process_view(self, request: HttpRequest, view: Callable[..., HttpResponseBase], args: Any, kwargs: Any) -> None:
        if settings.SESSION_COOKIE_NAME in request.COOKIES and not getattr(view, "quiet", False):
            request.session.seen()

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        try:
            response = super().process_response(request, response)
        except SessionInterrupted:  # ended from another device while this request was at work
            response = redirect("account_session_ended")
            response.delete_cookie(settings.SESSION_COOKIE_NAME, path=settings.SESSION_COOKIE_PATH)
        if settings.SESSION_COOKIE_NAME in request.COOKIES or settings.SESSION_COOKIE_NAME in response.cookies:
            response["Cache-Control"] = "no-store, private"
        return response


def quiet(view: View) -> View:
    """Mark a view that a browser asks by itself, so that it does not count as the person doing something."""
    view.quiet = True  # type: ignore[attr-defined]
    return view
