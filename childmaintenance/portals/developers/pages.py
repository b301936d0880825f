"""The page that shows how to call the rules."""

import json

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from childmaintenance.portals.developers.interface.examples import REQUESTS
from childmaintenance.portals.developers.interface.limits import A_MINUTE, LONGEST_REQUEST
from childmaintenance.portals.developers.interface.rules import answer_of
from childmaintenance.portals.developers.offline.page import page

PAGE_SECONDS = 3600


def how_to_call(request: HttpRequest) -> HttpResponse:
    """One request to copy, with the answer it gets today, and what every command is for."""
    asked = REQUESTS["assess"]
    return render(
        request,
        "developers/how_to_call.html",
        {
            "base": f"{settings.SITE_ADDRESS}{reverse('rules:assess').removesuffix('/assess')}",
            "asked": json.dumps(asked, indent=2),
            "answered": json.dumps(answer_of("assess", asked), indent=2),
            "commands": commands(),
            "offline_kilobytes": len(page()) // 1024,
            "a_minute": A_MINUTE,
            "longest": LONGEST_REQUEST // 1024,
        },
    )


def offline_page(request: HttpRequest) -> HttpResponse:
    """The page that checks a receipt without us, to keep: always a file, so that it runs under its own promises, not ours."""
    found = HttpResponse(page(), content_type="text/html; charset=utf-8")
    found["Content-Disposition"] = 'attachment; filename="check-a-receipt.html"'
    found["Cache-Control"] = f"public, max-age={PAGE_SECONDS}"
    return found


def commands() -> list[dict[str, str]]:
    """Each command with what it is for and an example, in the reader's language."""
    says = {
        "assess": _("How much is payable a week, and why"),
        "deduct": _("What an employer takes on a pay-day, and why"),
        "split": _("Where each penny of a payment goes, and why"),
        "timeline": _("What was payable over the years, from what day, and because of what"),
        "receipt": _("A result with everything needed to compute it again"),
    }
    return [
        {"name": name, "says": text, "example": json.dumps(REQUESTS[name], indent=2)} for name, text in says.items()
    ]
