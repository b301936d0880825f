"""Writing an arrangement, as a journey: its questions, and the arrangement that they make. Nothing is sent or kept."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from childmaintenance.accounts.visitors import AT_MOST, KEPT
from childmaintenance.journeys.terms import Answers, Journey, Section
from childmaintenance.portals.arrangement.agreed import agreed
from childmaintenance.portals.arrangement.document import blocks, title
from childmaintenance.portals.arrangement.questions import QUESTIONS


def conclude(answers: Answers, request: HttpRequest) -> dict[str, Any]:
    """The arrangement as it stands, to look at, print, keep or change."""
    found = agreed(answers)
    return {"agreed": found, "blocks": list(blocks(found)), "heading": title()}


arrangement = Journey(
    slug="arrangement",
    title=_("Write an arrangement"),
    sections=(Section("everything", _("Questions"), QUESTIONS),),
    conclude=conclude,
    conclusion="arrangement/result.html",
    introduction="arrangement/start.html",
    layout="arrangement/layout.html",
    kept=KEPT,
    at_most=AT_MOST,
    quick_exit=True,
)
