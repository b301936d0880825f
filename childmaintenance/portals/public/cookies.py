"""The cookie page, the choice, and help for whoever has cookies turned off. All of it works with cookies turned off."""

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from childmaintenance.accounts.public_forms import MOST, PER, too_often
from childmaintenance.accounts.signing_in.ways_back import safe_path
from childmaintenance.portals.public.banner import JUST_SAID
from childmaintenance.privacy import choices, consents
from childmaintenance.privacy.cookies import Category, register
from childmaintenance.privacy.terms import Purpose

ANSWERS = {"yes": True, "no": False}
GROUPS = (
    (
        Category.NEEDED,
        _("Needed for the service to work"),
        _("We do not ask about these: without them you could not sign in or send a form."),
    ),
    (
        Category.STATISTICS,
        _("Counting visits"),
        _(
            "They tell us which pages are used and where people give up. They are the same for everybody, "
            "we share them with nobody, and you can say no."
        ),
    ),
    (Category.TAILORED, _("Fitting pages to you"), _("These are off until you say yes.")),
)


@dataclass(frozen=True)
class Browser:
    """Where a browser keeps the switch. `help_page` is its maker's own, or nothing where we have seen none."""

    name: str
    steps: dict[str, str]
    help_page: str = ""


@cache
def browsers() -> tuple[Browser, ...]:
    """The browsers of today, from `browsers.toml`."""
    kept = tomllib.loads(Path(__file__).with_name("browsers.toml").read_text(encoding="utf-8"))
    return tuple(Browser(one["name"], one["steps"], one.get("help_page", "")) for one in kept["browser"])


def page(request: HttpRequest) -> HttpResponse:
    """Everything that may be kept on this device, what each is for, and the choice."""
    said = register()
    groups = [(title, more, said.of(category)) for category, title, more in GROUPS]
    asked = {purpose.value: consents.text(purpose) for purpose in (Purpose.STATISTICS, Purpose.TAILORED)}
    context = {"groups": groups, "choice": request.choice, "since": said.version.since, "asked": asked}
    return render(request, "public/cookies.html", context)


@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Keep what was chosen in the banner or on the page. What was not asked there stays as it was."""
    statistics, tailored = (ANSWERS.get(request.POST.get(name, "")) for name in ("statistics", "tailored"))
    back = safe_path(request.POST.get("back")) or reverse("cookies")
    if statistics is None and tailored is None:
        return HttpResponseRedirect(back)
    choice = replace(
        request.choice,
        statistics=request.choice.statistics if statistics is None else statistics,
        tailored=request.choice.tailored if tailored is None else tailored,
        made=True,
    )
    choice = replace(choice, token=written_down(request, {Purpose.STATISTICS: statistics, Purpose.TAILORED: tailored}))
    response = HttpResponseRedirect(with_message(back))
    request.choice = choice
    choices.keep(response, choice)
    return response


@transaction.atomic
def written_down(request: HttpRequest, answers: dict[Purpose, bool | None]) -> str:
    """Note each answer that was given, and return the token of whoever gave it: their own, or a new one.

    From a network that sends choices by the hundred nothing more is noted; the device keeps its choice all the same.
    """
    token: str = request.choice.token or consents.new_token()
    if too_often(request, form="a choice about cookies", most=MOST, per=PER):
        return request.choice.token
    for purpose, allowed in answers.items():
        if allowed is not None:
            consents.record(purpose=purpose, who=token, allowed=allowed)
    return token


def turn_on(request: HttpRequest) -> HttpResponse:
    """How to turn cookies on."""
    return render(request, "public/cookies_on.html", {"browsers": browsers()})


def with_message(address: str) -> str:
    """The address, asking for the message that the choice was kept."""
    parts = urlsplit(address)
    query = "&".join(filter(None, [parts.query, urlencode({JUST_SAID: "kept"})]))
    return f"{parts.path}?{query}"
