"""Addresses of the leaflets."""

from django.urls import path

from childmaintenance.accounts.access import View, anyone
from childmaintenance.foundation.kept_pages import kept
from childmaintenance.portals.leaflets import pages
from childmaintenance.statistics.counting.naming import told_apart_by, uncounted

AN_HOUR = 3600
public = anyone("a page of words for everybody")


def words(view: View, *, seconds: int = 300) -> View:
    """The same for everybody who reads it, so it is made once."""
    return public(kept(seconds)(view))


app_name = "leaflets"
urlpatterns = [
    path("leaflets", words(pages.index), name="index"),
    path("leaflets/<slug:slug>", words(told_apart_by("slug")(pages.page)), name="leaflet"),
    path("leaflets/<slug:slug>/paper", words(uncounted(pages.pdf(large_print=False)), seconds=AN_HOUR), name="paper"),
    path(
        "leaflets/<slug:slug>/large-print", words(uncounted(pages.pdf(large_print=True)), seconds=AN_HOUR), name="large"
    ),
    path("leaflets/<slug:slug>/to-read-aloud", words(uncounted(pages.text)), name="text"),
]
