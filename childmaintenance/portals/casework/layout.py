"""What every page of casework has around it: the way to the other pages, and the way out."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from childmaintenance.accounts.access import roles_of
from childmaintenance.accounts.terms import Role
from childmaintenance.foundation.pages import url


def page(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    """A page of casework with its navigation."""
    return render(request, template, {**around(request), **context})


def around(request: HttpRequest) -> dict[str, Any]:
    here = request.resolver_match.view_name if request.resolver_match else ""
    ways = [("casework:home", _("Work list")), ("casework:find", _("Find somebody"))]
    if roles_of(request) & {Role.PAYMENTS_OFFICER, Role.TEAM_LEADER}:
        ways += [
            ("casework:suspense", _("Unplaced money")),
            ("casework:payouts", _("Payouts")),
            ("casework:statements", _("Bank statements")),
        ]
    if roles_of(request) & {Role.CASEWORKER, Role.TEAM_LEADER}:
        ways.append(("casework:referrals", _("Referrals")))
        ways.append(("leaflets:queue", _("Leaflets to post")))
        ways.append(("casework:chats", _("Chats")))
    ways.append(("separation:suggestions", _("Suggestions")))
    ways.append(("insight:overview", _("How the service does")))
    return {
        "home_url": url("casework:home"),
        "navigation": [{"text": text, "href": url(name), "active": name == here} for name, text in ways],
        "account_links": [
            {"text": _("Your account"), "href": url("account_home")},
            {"text": _("Sign out"), "href": url("account_logout"), "post": True},
        ],
    }
