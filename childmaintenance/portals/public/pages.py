"""Pages for everybody. They read nothing about anybody."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from childmaintenance.accounts.visitors import forget_visitor
from childmaintenance.chat import queries
from childmaintenance.chat.actions import end_as_visitor
from childmaintenance.chat.terms import Over
from childmaintenance.foundation import clock
from childmaintenance.guidance.contacts import lines
from childmaintenance.guidance.helplines import by_nation, checked_on
from childmaintenance.guidance.pages import PAGES
from childmaintenance.guidance.shelf import as_written
from childmaintenance.privacy import open_chat

SOMEWHERE_HARMLESS = "https://www.bbc.co.uk/weather"
"""Where somebody leaving in a hurry lands: the same for everyone, and nothing anybody would ask about."""

OURS = "ours"
"""The line of this service among the contacts."""


def plain(template: str) -> Callable[[HttpRequest], HttpResponse]:
    """A page of words."""

    def page(request: HttpRequest) -> HttpResponse:
        return render(request, f"public/{template}.html")

    return page


def start(request: HttpRequest) -> HttpResponse:
    """The front door, with every way in: online, and by phone."""
    return render(request, "public/start.html", {"phone": next(line for line in lines() if line.key == OURS)})


def kept_words(template: str, slug: str) -> Callable[[HttpRequest], HttpResponse]:
    """A page whose words are content, with the day they were last checked."""

    def page(request: HttpRequest) -> HttpResponse:
        return render(request, f"public/{template}.html", _kept(slug))

    return page


def safety(request: HttpRequest) -> HttpResponse:
    """How to be safe here, and first who can help, in every nation."""
    context = {**_kept("staying-safe"), "helplines": by_nation(), "numbers_checked_on": checked_on()}
    return render(request, "public/safety.html", context)


def _kept(slug: str) -> dict[str, Any]:
    kept = PAGES.page(slug)
    return {"kept": kept, "written": as_written(kept), "is_overdue": kept.review_by < clock.today()}


def leave(request: HttpRequest) -> HttpResponse:
    """Sign out, delete a visitor's answers, end their chat, and only then go: whoever presses Back finds nothing."""
    forget_visitor(request)
    if chat := queries.by_key(open_chat.key_of(request)):
        with suppress(Over):
            end_as_visitor(reference=chat.reference)
    response = redirect(SOMEWHERE_HARMLESS)
    response["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    response["Cache-Control"] = "no-store"
    response["Referrer-Policy"] = "no-referrer"
    return response
