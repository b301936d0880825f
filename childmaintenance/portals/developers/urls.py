"""The page that shows how to call the interface. The interface itself is in interface/urls.py: it has no languages."""

from django.urls import path

from childmaintenance.accounts.access import anyone
from childmaintenance.portals.developers import pages

app_name = "developers"
urlpatterns = [
    path("", anyone("a page of words for everybody")(pages.how_to_call), name="how_to_call"),
    path("/check-a-receipt.html", anyone("a file for everybody")(pages.offline_page), name="offline_page"),
]
