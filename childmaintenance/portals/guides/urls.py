"""Addresses of the guides."""

from django.urls import path

from childmaintenance.accounts.access import anyone
from childmaintenance.portals.guides.pages import contact, guide, options, questions, start

words = anyone("a page of words for everybody")

app_name = "guides"
urlpatterns = [
    path("guides", words(start.page), name="start"),
    path("guides/<slug:slug>", words(guide.page), name="guide"),
    path("options", words(options.page), name="options"),
    path("frequently-asked-questions", words(questions.page), name="questions"),
    path("contact", words(contact.page), name="contact"),
]
