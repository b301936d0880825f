"""What every page for parents has around it: the way to the other pages, and the way out."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from childmaintenance.foundation.pages import url


def page(request: HttpRequest, template: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """A page for parents with its navigation."""
    return render(request, template, {**around(request), **context}, status=status)


def around(request: HttpRequest) -> dict[str, Any]:
    """Navigation, and the links at the top right."""
    here = request.resolver_match.view_name if request.resolver_match else ""
    ways = [
        ("parents:home", _("Home")),
        ("parents:payments", _("Payments")),
        ("parents:letters", _("Letters")),
        ("parents:details", _("Your details")),
    ]
    return {
        "home_url": url("parents:home"),
        "navigation": [{"text": text, "href": url(name), "active": name == here} for name, text in ways],
        "account_links": [{"text": _("Sign out"), "href": url("account_logout"), "post": True}],
    }
