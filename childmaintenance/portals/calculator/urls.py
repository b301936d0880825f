"""Addresses of the calculator, below /calculator/. Anybody may use it, and what they answer is theirs alone."""

from django.urls import path

from childmaintenance.accounts.access import anyone
from childmaintenance.accounts.visitors import visitor_of
from childmaintenance.portals.calculator import pages
from childmaintenance.portals.calculator.journey import calculator

visitors = anyone("a visitor, who sees only what they answered themselves")
questions, _slug = calculator.urls(visitors, visitor_of)

app_name = "calculator"
urlpatterns = [
    path("<uuid:draft>/result.pdf", visitors(pages.paper), name="paper"),
    path("<uuid:draft>/send", visitors(pages.send), name="send"),
    *questions,
]
