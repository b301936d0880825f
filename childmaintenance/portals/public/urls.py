"""Addresses for everybody. Their names have no namespace: every page's header and footer lead to them."""

from django.urls import path

from childmaintenance.accounts.access import View, anyone
from childmaintenance.foundation.kept_pages import kept
from childmaintenance.foundation.same_origin import own_pages_only
from childmaintenance.portals.public import cookies, pages
from childmaintenance.portals.public.banner import asks_itself

public = anyone("a page of words for everybody")


def words(view: View) -> View:
    """The same for everybody who reads it, so it is made once."""
    return public(kept()(view))


urlpatterns = [
    path("", words(pages.plain("start")), name="start"),
    path("accessibility", words(pages.plain("accessibility")), name="accessibility"),
    path("privacy", words(pages.plain("privacy")), name="privacy"),
    path("cookies", words(asks_itself(cookies.page)), name="cookies"),
    path("cookies/turn-on", words(cookies.turn_on), name="cookies_on"),
    path(
        "cookies/choice",
        anyone("somebody's choice about their own device")(own_pages_only(cookies.choose)),
        name="cookie_choice",
    ),
    path("staying-safe", words(pages.plain("safety")), name="safety"),
    path("leave", anyone("leaving must always be possible, and shows nothing")(pages.leave), name="leave"),
]
