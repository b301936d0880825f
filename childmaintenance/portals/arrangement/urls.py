"""Addresses of the arrangement, below /arrangement/. Anybody may write one, and what they write is theirs alone."""

from django.urls import path

from childmaintenance.accounts.access import anyone
from childmaintenance.accounts.public_forms import public_form
from childmaintenance.accounts.visitors import visitor_of
from childmaintenance.portals.arrangement import pages
from childmaintenance.portals.arrangement.journey import arrangement

WHY = "a visitor, who sees only what they wrote themselves"
visitors = public_form(WHY, form="arrangement")
few = public_form(WHY, form="arrangement e-mail", most=60)
questions, _slug = arrangement.urls(visitors, visitor_of)

app_name = "arrangement"
urlpatterns = [
    path("from-an-amount", visitors(pages.carry), name="carry"),
    path(
        "reminders/<str:reference>/<str:token>",
        anyone("whoever has the e-mail, whose link nobody can guess")(pages.reminders),
        name="reminders",
    ),
    path("<uuid:draft>/arrangement.pdf", visitors(pages.paper), name="paper"),
    path("<uuid:draft>/arrangement-large.pdf", visitors(pages.paper), {"large_print": True}, name="large_paper"),
    path("<uuid:draft>/send", few(pages.send), name="send"),
    path("<uuid:draft>/remind", few(pages.remind), name="remind"),
    path("<uuid:draft>/apply", visitors(pages.apply), name="apply"),
    *questions,
]
