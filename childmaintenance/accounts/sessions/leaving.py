"""What a browser is told to forget when a person signs out: a shared device must not show the next person anything."""

from django.conf import settings
from django.http import HttpResponse


def clear_browser(response: HttpResponse) -> HttpResponse:
    """Ask the browser to drop stored pages, cookies and storage of this site; the session's cookie goes in any case."""
    response["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    response.delete_cookie(
        settings.SESSION_COOKIE_NAME, path=settings.SESSION_COOKIE_PATH, samesite=settings.SESSION_COOKIE_SAMESITE
    )
    response.delete_cookie(
        settings.CSRF_COOKIE_NAME, path=settings.CSRF_COOKIE_PATH, samesite=settings.CSRF_COOKIE_SAMESITE
    )
    return response
