"""The page around every page, in both languages."""

import re

import pytest
from django.test import Client, RequestFactory

from childmaintenance.foundation.pages import money, same_page_in
from childmaintenance.values.money import Money

pytestmark = pytest.mark.django_db
PAGES = [
    "/",
    "/accessibility",
    "/privacy",
    "/cookies",
    "/staying-safe",
    "/gallery/components",
    "/gallery/fields",
    "/nothing-here",
]


@pytest.fixture(autouse=True)
def _gallery(settings):
    settings.ROOT_URLCONF = "childmaintenance.foundation.tests.gallery"


def get(address: str) -> str:
    return Client().get(address).content.decode()


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("language", ["en", "cy"])
def test_every_page_says_its_language_and_has_one_heading(address, language):
    page = get(address if language == "en" else f"/cy{address}")
    assert f'<html lang="{language}"' in page
    assert len(re.findall(r"<h1\b", page)) == 1
    assert 'href="#main-content"' in page
    assert 'id="main-content"' in page
    assert ("Annibynnol" in page) == (language == "cy")


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_titles_say_little(address, prefix):
    (title,) = re.findall(r"<title>(.*?)</title>", get(prefix + address), re.S)
    assert title.endswith(" – CPA" if prefix else " – OCM")
    assert not re.search(r"maintenance|cynhaliaeth|£|abuse|cam-drin", title, re.I)
    assert title.split(" – ")[0].strip()


@pytest.mark.parametrize(
    ("asked", "welsh", "english"),
    [
        ("/", "/cy/", "/"),
        ("/privacy?a=1&b=2", "/cy/privacy?a=1&b=2", "/privacy?a=1&b=2"),
        ("/cy/privacy", "/cy/privacy", "/privacy"),
        ("/cy", "/cy/", "/"),
        ("/cyclists", "/cy/cyclists", "/cyclists"),
        ("/cy//elsewhere.example", "/cy//elsewhere.example", "/elsewhere.example"),
        ("/cy/cy/deep", "/cy/cy/deep", "/cy/deep"),
    ],
)
def test_the_language_switch_leads_to_the_same_page_and_never_away(asked, welsh, english):
    path, _, query = asked.partition("?")
    request = RequestFactory().get("/")
    request.path, request.META["QUERY_STRING"] = path, query
    assert same_page_in(request, "cy") == welsh
    assert same_page_in(request, "en") == english


def test_the_switch_is_a_plain_link_in_its_own_language():
    assert '<a class="govuk-link govuk-link--no-visited-state" href="/cy/privacy" lang="cy"' in get("/privacy")
    assert 'href="/privacy" lang="en"' in get("/cy/privacy")


def test_errors_come_first_and_in_the_title():
    page = Client().post("/gallery/one", {"born-day": "1"}).content.decode()
    assert "<title>Error: Every kind of field" in page
    assert page.index("govuk-error-summary") < page.index("<h1")
    assert 'href="#id_born-month"' in page


def test_a_message_is_announced_as_done():
    page = get("/gallery/components")
    assert 'role="alert"' in page
    assert "Your payment day was changed" in page


def test_what_must_be_posted_is_a_form_with_its_token():
    page = get("/gallery/components")
    assert re.search(r'<form method="post" action="/"><input type="hidden" name="csrfmiddlewaretoken"', page)


def test_a_page_that_breaks_says_so_plainly_in_the_readers_language():
    client = Client(raise_request_exception=False)
    answer = client.get("/cy/gallery/breaks")
    assert answer.status_code == 500
    assert "Mae’n ddrwg gennym" in answer.content.decode()
    assert "Traceback" not in answer.content.decode()


def test_money_is_pence_or_whole_pence():
    assert money(123456) == "£1,234.56"
    assert money(Money.of("7.5")) == "£7.50"
