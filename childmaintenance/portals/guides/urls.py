"""Addresses of the guides."""

from django.urls import path

from childmaintenance.accounts.access import View, anyone
from childmaintenance.accounts.public_forms import public_form
from childmaintenance.foundation.kept_pages import kept
from childmaintenance.foundation.same_origin import own_pages_only
from childmaintenance.portals.guides.pages import ask, contact, guide, options, questions, search, start
from childmaintenance.statistics.counting.naming import asks, told_apart_by

public = anyone("a page of words for everybody")


def words(view: View, seconds: int = 300) -> View:
    """The same for everybody who reads it, so it is made once in so many seconds."""
    return public(kept(seconds)(view))


asking = public_form("a question of anybody's, which is answered and not kept", form="ask", most=120)

app_name = "guides"
urlpatterns = [
    path("guides", words(start.page), name="start"),
    path("guides/<slug:slug>", words(told_apart_by("slug")(guide.page)), name="guide"),
    path("options", words(options.page), name="options"),
    path("frequently-asked-questions", words(questions.page), name="questions"),
    path("contact", words(contact.page, 60), name="contact"),
    path("search", own_pages_only(asking(kept()(asks(search.page)))), name="search"),
    path("ask", own_pages_only(asking(kept()(asks(ask.page)))), name="ask"),
]
