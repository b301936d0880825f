"""Every form that anybody may send is limited by where it comes from, without puzzles: none can be used to fill our disk."""

import re
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import get_resolver, resolve

from childmaintenance.config.routes import walk

pytestmark = pytest.mark.django_db
LIMITED_BY_ALLAUTH = {
    "/sign-in": "login and login_failed",
    "/create-account": "signup",
    "/forgotten-password": "reset_password",
    "/sign-in/passkey": "webauthn_login",
}
KEEPS_NO_ROW_FOR_EACH = {
    "/cookies/choice": "a choice, kept in the browser's own cookie",
    "/counted": "adds to sums that exist",
    "/session/stay": "moves the end of a session that exists",
    "/sign-in/start-again": "ends a sign-in that exists",
    "/demo/be": "is there only in the demonstration",
}


def forms_for_anybody() -> dict[str, object]:
    """Addresses that take what anybody sends: where a form leads, what can only be sent to, and the pages of a draft."""
    found = {}
    for route, view in walk(get_resolver().url_patterns):
        if not str(getattr(view, "who_may", "")).startswith("anyone") or "^" in route or route.startswith("api/"):
            continue
        address = "/" + re.sub(r"<(?:slug|str|int):\w+>", "x", route.replace("<uuid:draft>", str(uuid4())))
        read = Client(raise_request_exception=False).get(address)
        if "<uuid:draft>" in route or (read.status_code == 405 and Client().post(address).status_code != 405):
            found["/" + route] = view
        for form in re.findall(r"<form[^>]*>", read.getvalue().decode(errors="replace")):
            leads = resolve((re.search(r'action="([^"?#]+)', form) or [0, address])[1])
            if 'method="post"' in form:
                found["/" + leads.route] = leads.func
    return found


def test_each_is_limited_or_it_is_said_why_not():
    found = forms_for_anybody()
    assert "/get-help/" in found
    open_to_floods = {route for route, view in found.items() if not getattr(view, "limited", "")}
    assert sorted(open_to_floods - LIMITED_BY_ALLAUTH.keys() - KEEPS_NO_ROW_FOR_EACH.keys()) == []
