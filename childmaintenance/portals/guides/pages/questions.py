"""Questions that people often ask, with short answers that lead to the guides."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from childmaintenance.guidance.questions import QUESTIONS
from childmaintenance.guidance.shelf import as_written


def page(request: HttpRequest) -> HttpResponse:
    """Every group of questions on one page, so that a browser's own search finds them too."""
    groups = sorted(QUESTIONS.pages(), key=lambda one: one.more["place"])
    checked = min(group.as_of for group in groups)
    context = {"groups": [{"page": group, "written": as_written(group)} for group in groups], "checked_on": checked}
    return render(request, "guides/questions.html", context)
