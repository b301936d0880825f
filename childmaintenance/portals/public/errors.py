"""The pages for when something is not there, is not allowed, or has gone wrong. config.urls names them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """No such page; somebody else's page looks exactly the same."""
    return render(request, "public/not_found.html", status=404)


def not_allowed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """There is such a page, and this person may not see it."""
    return render(request, "public/not_allowed.html", status=403)


def not_understood(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The request makes no sense, so nothing was done."""
    return render(request, "public/not_understood.html", status=400)


def broken(request: HttpRequest) -> HttpResponse:
    """Our fault. Asks the database nothing, because it may be what is broken."""
    from django.template import engines  # without the request's context processors, which read the session

    page = engines["jinja2"].get_template("public/broken.html").render()
    return HttpResponse(page, status=500)
