"""Every form that anybody may send is limited by where it comes from, without puzzles: none can be used to fill our disk."""

import re
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.urls import get_resolver, resolve

from childmaintenance.accounts import public_forms
from childmaintenance.config.routes import walk
from tests.pages.addresses import with_parts, without_parts

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


ELSEWHERE = "198.51.100.7"


def test_each_asks_one_network_to_wait_and_no_other():
    """As full as each form may be, without sending it so often: what it does when it is sent is another story."""
    limited = {route: view for route, view in forms_for_anybody().items() if getattr(view, "limited", "")}
    for form in {view.limited for view in limited.values()}:
        public_forms.count(form, "127.0.0.1", per=public_forms.PER)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE accounts_formcount SET times = %s", [max(view.most for view in limited.values())])
    for route in sorted(limited):
        address = re.sub(r"<(?:slug|str|int):\w+>", "x", route.replace("<uuid:draft>", str(uuid4())))
        refused = Client().post(address, headers={"sec-fetch-site": "same-origin"})
        assert refused.status_code == 429 and int(refused["Retry-After"]) > 0, route
        welcome = Client(REMOTE_ADDR=ELSEWHERE).post(address, headers={"sec-fetch-site": "same-origin"})
        assert welcome.status_code != 429, route
    assert len(limited) > 30


READ_IN_THE_BROWSER = {"/developers/check-a-receipt.html"}
"""Where a file is chosen that never leaves the device."""


def test_nobody_is_offered_to_upload_anything():
    read = 0
    for address in [*without_parts(), *with_parts()]:
        page = Client().get(address).getvalue().decode(errors="replace")
        read += "<form" in page
        if address not in READ_IN_THE_BROWSER:
            assert not re.search(r'type="?file|multipart/form-data', page), address
    assert read > 8


def test_each_is_limited_or_it_is_said_why_not():
    found = forms_for_anybody()
    assert "/get-help/" in found
    open_to_floods = {route for route, view in found.items() if not getattr(view, "limited", "")}
    assert sorted(open_to_floods - LIMITED_BY_ALLAUTH.keys() - KEEPS_NO_ROW_FOR_EACH.keys()) == []
