"""The pages that say no: not yours, cookies turned off, a form that is too old."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def not_for_you(request: HttpRequest) -> HttpResponse:
    """Somebody is signed in, and this page is for others."""
    return render(request, "accounts/not_for_you.html", status=403)


def form_not_trusted(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form came without its proof that it is ours. No cookie at all means that the browser refuses them."""
    cookies_refused = settings.CSRF_COOKIE_NAME not in request.COOKIES
    page = "accounts/cookies_are_off.html" if cookies_refused else "accounts/form_too_old.html"
    return render(request, page, {"try_again": request.path}, status=403)
