"""A form without a token is taken from our own pages only."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.test import RequestFactory

from childmaintenance.foundation.same_origin import own_pages_only

view = own_pages_only(lambda request: HttpResponse("done"))


@pytest.mark.parametrize(
    "headers",
    [
        {"sec_fetch_site": "same-origin"},
        {"origin": "http://testserver"},
        {"referer": "http://testserver/privacy"},
        {"sec_fetch_site": "same-origin", "origin": "null"},
    ],
)
def test_our_own_pages_may(headers):
    assert view(RequestFactory().post("/", headers=headers)).content == b"done"


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"sec_fetch_site": "cross-site", "referer": "http://testserver/"},
        {"sec_fetch_site": "same-site"},
        {"sec_fetch_site": "none"},
        {"origin": "http://evil.example", "referer": "http://testserver/"},
        {"origin": "http://testserver.evil.example"},
        {"origin": "https://testserver"},
        {"origin": "null"},
        {"referer": "http://evil.example/http://testserver/"},
    ],
)
def test_nobody_else_may(headers):
    with pytest.raises(PermissionDenied):
        view(RequestFactory().post("/", headers=headers))


def test_looking_is_free():
    assert view(RequestFactory().get("/")).content == b"done"
