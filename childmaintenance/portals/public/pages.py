"""Pages for everybody. They read nothing about anybody."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from childmaintenance.accounts.visitors import forget_visitor

SOMEWHERE_HARMLESS = "https://www.bbc.co.uk/weather"
"""Where somebody leaving in a hurry lands: the same for everyone, and nothing anybody would ask about."""


def plain(template: str) -> Callable[[HttpRequest], HttpResponse]:
    """A page of words."""

    def page(request: HttpRequest) -> HttpResponse:
        return render(request, f"public/{template}.html")

    return page


def leave(request: HttpRequest) -> HttpResponse:
    """Sign out and delete a visitor's answers first, here, and only then go: whoever presses Back finds nothing."""
    forget_visitor(request)
    response = redirect(SOMEWHERE_HARMLESS)
    response["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    response["Cache-Control"] = "no-store"
    response["Referrer-Policy"] = "no-referrer"
    return response
