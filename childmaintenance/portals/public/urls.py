"""Addresses for everybody. Their names have no namespace: every page's header and footer lead to them."""

from django.urls import path

from childmaintenance.accounts.access import anyone
from childmaintenance.portals.public import pages

words = anyone("a page of words for everybody")

urlpatterns = [
    path("", words(pages.plain("start")), name="start"),
    path("accessibility", words(pages.plain("accessibility")), name="accessibility"),
    path("privacy", words(pages.plain("privacy")), name="privacy"),
    path("cookies", words(pages.plain("cookies")), name="cookies"),
    path("staying-safe", words(pages.plain("safety")), name="safety"),
    path("leave", anyone("leaving must always be possible, and shows nothing")(pages.leave), name="leave"),
]
