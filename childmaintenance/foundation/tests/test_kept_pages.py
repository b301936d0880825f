"""A page is kept only if it is the same for everybody."""

import datetime as dt
import gzip
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import RequestFactory

from childmaintenance.foundation import clock
from childmaintenance.foundation.kept_pages import MOST, KeptPages, kept


class Maker:
    """Answers with how often it was asked; `seconds` is what its view says of keeping."""

    def __init__(self, seconds: int = 60, **answer) -> None:
        self.made = 0
        self.answer = answer
        self.view = kept(seconds)(lambda request: None)

    def __call__(self, request):
        self.made += 1
        request.resolver_match = SimpleNamespace(func=self.view, route="words")
        response = HttpResponse(f"made {self.made}", status=self.answer.get("status", 200))
        for name, value in self.answer.get("headers", {}).items():
            response[name] = value
        if self.answer.get("cookie"):
            response.set_cookie("csrf", "x")
        return response


def ask(pages, path="/words", *, cookie=None, differs="", **headers):
    request = RequestFactory().get(path, headers=headers)
    request.page_differs_by = differs
    if cookie:
        request.COOKIES[settings.SESSION_COOKIE_NAME] = cookie
    response = pages(request)
    response.resolver_match = request.resolver_match
    return response


def test_it_is_made_once_and_says_which_view_made_it():
    maker = Maker()
    pages = KeptPages(maker)
    assert [ask(pages).content for _ in range(3)] == [b"made 1"] * 3
    assert maker.made == 1
    assert ask(pages).resolver_match.route == "words"


@pytest.mark.parametrize(
    "other", [{"path": "/cy/words"}, {"differs": "wales"}, {"path": "/words?page=2"}, {"cookie": "k"}]
)
def test_another_language_nation_question_or_person_is_another_page(other):
    maker = Maker()
    pages = KeptPages(maker)
    ask(pages)
    assert ask(pages, **other).content == b"made 2"
    assert ask(pages).content == b"made 1"


def test_what_was_made_for_a_session_is_given_to_nobody():
    pages = KeptPages(Maker())
    assert ask(pages, cookie="k").content == b"made 1"
    assert ask(pages).content == b"made 2"


@pytest.mark.parametrize(
    "answer",
    [
        {"status": 404},
        {"cookie": True},
        {"headers": {"Cache-Control": "no-store, private"}},
        {"headers": {"Content-Security-Policy": "script-src 'self' 'nonce-abc'"}},
    ],
)
def test_what_is_for_one_person_or_one_moment_is_not_kept(answer):
    maker = Maker(**answer)
    pages = KeptPages(maker)
    ask(pages), ask(pages)
    assert maker.made == 2


def test_a_view_that_does_not_say_so_is_not_kept():
    maker = Maker(seconds=0)
    pages = KeptPages(maker)
    ask(pages), ask(pages)
    assert maker.made == 2


def test_a_new_day_is_a_new_page():
    maker = Maker()
    pages = KeptPages(maker)
    for day in (1, 1, 2):
        with clock.travel(dt.date(2026, 3, day)):
            ask(pages)
    assert maker.made == 2


def test_it_comes_compressed_and_a_browser_that_has_it_is_only_told_so():
    pages = KeptPages(Maker())
    small = ask(pages, accept_encoding="gzip, br")
    assert gzip.decompress(small.content) == b"made 1"
    assert small["Content-Length"] == str(len(small.content))
    assert "Cookie" in small["Vary"] and "Accept-Encoding" in small["Vary"]
    again = ask(pages, accept_encoding="gzip", if_none_match=small["ETag"])
    assert (again.status_code, again.content) == (304, b"")


def test_memory_does_not_grow_with_addresses():
    pages = KeptPages(Maker())
    for number in range(MOST + 50):
        ask(pages, f"/words/{number}")
    assert len(pages._pages) == MOST
