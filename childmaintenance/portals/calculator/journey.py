"""The whole calculator as a journey: some ten questions, and what the law makes of the answers. Nothing is sent or kept."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from childmaintenance.accounts.visitors import AT_MOST, KEPT
from childmaintenance.foundation import clock
from childmaintenance.journeys.terms import Answers, Journey, Section
from childmaintenance.portals.calculator.outcome import outcome
from childmaintenance.portals.calculator.presenters import result
from childmaintenance.portals.calculator.questions import QUESTIONS
from childmaintenance.portals.calculator.told import told


def conclude(answers: Answers, request: HttpRequest) -> dict[str, Any]:
    """The result page, from the answers as they stand and the law of today."""
    return result(outcome(told(answers), on=clock.today()))


calculator = Journey(
    slug="amount",
    title=_("Work out an amount"),
    sections=(Section("everything", _("Questions"), QUESTIONS),),
    conclude=conclude,
    conclusion="calculator/result.html",
    introduction="calculator/start.html",
    layout="calculator/layout.html",
    kept=KEPT,
    at_most=AT_MOST,
    quick_exit=True,
)
