"""Addresses of the leaflets."""

from csp.constants import SELF
from csp.decorators import csp_update
from django.urls import path

from childmaintenance.accounts.access import View, anyone, staff
from childmaintenance.accounts.public_forms import public_form
from childmaintenance.accounts.terms import Role
from childmaintenance.foundation.kept_pages import kept
from childmaintenance.foundation.same_origin import own_pages_only
from childmaintenance.portals.leaflets import orders, pages
from childmaintenance.portals.leaflets.files import Form
from childmaintenance.statistics.counting.naming import asks, told_apart_by, uncounted

AN_HOUR = 3600
public = anyone("a page of words for everybody")
may_play = csp_update({"media-src": [SELF]})
"""Only the page of a leaflet plays sound, and only ours."""


def words(view: View, *, seconds: int = 300) -> View:
    """The same for everybody who reads it, so it is made once."""
    return public(kept(seconds)(view))


def asked(view: View) -> View:
    """A form that anybody may send, without a cookie."""
    return public_form("anybody may have leaflets posted", form="leaflets", most=30)(own_pages_only(view))


app_name = "leaflets"
urlpatterns = [
    path("leaflets", words(pages.index), name="index"),
    path("leaflets/order", asked(asks(orders.order)), name="order"),
    path(
        "leaflets/order/<str:reference>", anyone("whoever has the number of an order")(orders.ordered), name="ordered"
    ),
    path("leaflets/to-post", staff(Role.CASEWORKER, Role.TEAM_LEADER)(orders.queue), name="queue"),
    path("leaflets/<slug:slug>", words(told_apart_by("slug")(may_play(pages.page))), name="leaflet"),
    path("leaflets/<slug:slug>/paper", words(uncounted(pages.pdf(large_print=False)), seconds=AN_HOUR), name="paper"),
    path(
        "leaflets/<slug:slug>/large-print", words(uncounted(pages.pdf(large_print=True)), seconds=AN_HOUR), name="large"
    ),
    path("leaflets/<slug:slug>/braille", public(uncounted(pages.file(Form.BRAILLE))), name="braille"),
    path("leaflets/<slug:slug>/sound", public(uncounted(pages.file(Form.SOUND))), name="sound"),
    path("leaflets/<slug:slug>/to-read-aloud", words(uncounted(pages.text)), name="text"),
]
