"""What the banner about cookies needs: a context processor of the templates."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.http import HttpRequest
from django.urls import reverse

from childmaintenance.accounts.signing_in.ways_back import page_of
from childmaintenance.privacy.consents import Text, text
from childmaintenance.privacy.terms import Purpose

View = TypeVar("View", bound=Callable[..., Any])
JUST_SAID = "cookies"
"""The part of an address that says a choice has just been kept; the banner then confirms it, once."""


@dataclass(frozen=True)
class CookieBanner:
    """`page` is where to come back to. `said`: a choice was made a moment ago; `lost`: and the browser did not keep it."""

    page: str
    said: bool = False
    lost: bool = False
    template = "public/parts/cookie_banner.html"

    @property
    def words(self) -> Text:
        """What is asked, as the record of the answer names it."""
        return text(Purpose.STATISTICS)


def cookie_banner(request: HttpRequest) -> dict[str, Any]:
    """`cookie_banner` for the templates, and `counted_at`: where a page hands in its sums, or None for who is not counted."""
    found = banner_for(request)
    choice = getattr(request, "choice", None)
    counted = choice is not None and choice.statistics and not is_for_staff(request)
    return {"cookie_banner": found, "counted_at": reverse("insight:counted") if counted else None}


def is_for_staff(request: HttpRequest) -> bool:
    """Staff at work are neither asked nor counted."""
    view = request.resolver_match.func if request.resolver_match else None
    return str(getattr(view, "who_may", "")).startswith("staff")


def banner_for(request: HttpRequest) -> CookieBanner | None:
    """What is asked or said: nothing once somebody has chosen, and nothing on pages that only staff see."""
    choice = getattr(request, "choice", None)
    view = request.resolver_match.func if request.resolver_match else None
    if choice is None or is_for_staff(request):
        return None
    said = request.method == "GET" and request.GET.get(JUST_SAID) == "kept"
    if said:
        return CookieBanner(without_just_said(request), said=choice.made, lost=not choice.made)
    if choice.made or getattr(view, "asks_itself", False):
        return None
    return CookieBanner(page_of(request))


def without_just_said(request: HttpRequest) -> str:
    """The same page without the message."""
    query = request.GET.copy()
    query.pop(JUST_SAID, None)
    return request.path + (f"?{query.urlencode()}" if query else "")


def asks_itself(view: View) -> View:
    """Mark a page that asks about cookies in its own words, so that the banner need not."""
    view.asks_itself = True  # type: ignore[attr-defined]
    return view
