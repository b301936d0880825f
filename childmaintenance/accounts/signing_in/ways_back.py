"""Where a person returns to after signing in, proving who they are, or staying signed in. Never to another site."""

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

from childmaintenance.accounts.terms import Ended


def safe_path(address: str | None) -> str:
    """An address of this site as path and query, or nothing when it leads anywhere else."""
    if not address or not address.startswith("/"):
        return ""
    return address if url_has_allowed_host_and_scheme(address, allowed_hosts=None) else ""


def page_of(request: HttpRequest) -> str:
    """The page the person is on: for a form that was sent, the page that showed it."""
    if request.method in ("GET", "HEAD"):
        return request.get_full_path()
    shown = urlsplit(request.META.get("HTTP_REFERER", ""))
    if shown.netloc == request.get_host():
        return safe_path(shown.path + (f"?{shown.query}" if shown.query else "")) or request.path
    return request.path


def sign_in_and_return(request: HttpRequest) -> HttpResponseRedirect:
    """To sign-in and back here; by way of the page that explains it, when a session has just ended."""
    query = {"next": page_of(request)}
    if request.session.ended in (None, Ended.SIGNED_OUT):
        return HttpResponseRedirect(f"{reverse('account_login')}?{urlencode(query)}")
    query["because"] = request.session.ended.value
    return HttpResponseRedirect(f"{reverse('account_session_ended')}?{urlencode(query)}")
