"""Addresses of the calculator, below /calculator/. Anybody may use it, and what they answer is theirs alone."""

from django.urls import path

from childmaintenance.accounts.public_forms import public_form
from childmaintenance.accounts.visitors import visitor_of
from childmaintenance.portals.calculator import pages
from childmaintenance.portals.calculator.journey import calculator

WHY = "a visitor, who sees only what they answered themselves"
visitors = public_form(WHY, form="calculator")
questions, _slug = calculator.urls(visitors, visitor_of)

app_name = "calculator"
urlpatterns = [
    path("<uuid:draft>/result.pdf", visitors(pages.paper), name="paper"),
    path("<uuid:draft>/result-large.pdf", visitors(pages.paper), {"large_print": True}, name="large_paper"),
    path("<uuid:draft>/send", public_form(WHY, form="calculator e-mail", most=60)(pages.send), name="send"),
    path("<uuid:draft>/apply", visitors(pages.apply), name="apply"),
    *questions,
]
