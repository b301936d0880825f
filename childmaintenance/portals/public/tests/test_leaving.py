"""Leaving in a hurry: at once and without a question, explained beforehand, and with little left behind in a tab."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from django.test import Client
from playwright.sync_api import Page

from childmaintenance.foundation.language import in_language
from childmaintenance.guidance.guides import GUIDES
from childmaintenance.guidance.leaflets import LEAFLETS

BEGINNINGS = ("/get-help/", "/which-way/", "/which-way/not-working", "/can-you-apply/", "/calculator/", "/arrangement/")
SAYS_TOO_MUCH = {
    "en": r"maintenance|child|\bparent|\bpay|\bpaid|abuse|violen|court|between you|£|safe",
    "cy": r"g?ynhaliaeth|p?h?lant|p?h?lentyn|riant|rieni|\bd?t?alu|ch?am-?drin|g?am-?drin|\bg?l?lys|rhyngoch|£|ddiogel",
}


def title(page: str) -> str:
    return unescape(re.search(r"<title>(.*?)</title>", page, re.S)[1]).partition(" – ")[0]


@pytest.mark.django_db
@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_the_first_press_leaves_like_any_other(prefix: str) -> None:
    answer = Client().get(f"{prefix}/leave")
    assert answer.status_code == 302
    assert answer["Location"] == "https://www.bbc.co.uk/weather"


@pytest.mark.django_db
@pytest.mark.parametrize("prefix", ["", "/cy"])
@pytest.mark.parametrize("address", [*BEGINNINGS, "/staying-safe"])
def test_what_it_does_is_explained_before_the_first_question(client: Client, prefix: str, address: str) -> None:
    assert f'href="{prefix}/leaving-in-a-hurry"' in client.get(prefix + address).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "says"),
    [
        (
            "/leaving-in-a-hurry",
            ("It does not ask if you are sure", "you are signed out", "does not clear your browser’s"),
        ),
        (
            "/cy/leaving-in-a-hurry",
            ("Nid yw’n gofyn a ydych yn siŵr", "cewch eich allgofnodi", "Nid yw’n clirio hanes"),
        ),
    ],
)
def test_the_page_says_what_it_does_and_what_it_does_not(client: Client, address: str, says: tuple[str, ...]) -> None:
    page = client.get(address).content.decode()
    assert [words for words in says if words not in page] == []


@pytest.mark.django_db
@pytest.mark.parametrize("code", ["en", "cy"])
def test_in_a_tab_and_in_the_history_pages_of_words_say_little(client: Client, code: str) -> None:
    prefix = "/cy" if code == "cy" else ""
    addresses = [
        *(f"/guides/{guide.slug}" for guide in GUIDES.pages()),
        *(f"/leaflets/{leaflet.slug}" for leaflet in LEAFLETS.pages()),
        "/staying-safe", "/leaving-in-a-hurry", "/which-way/not-working", "/contact", "/options", "/frequently-asked-questions",
    ]  # fmt: skip
    told = {address: title(client.get(prefix + address).content.decode()) for address in addresses}
    assert {at: said for at, said in told.items() if re.search(SAYS_TOO_MUCH[code], said.lower())} == {}
    assert len(set(told.values())) == len(told), "and each still has a name of its own"


@pytest.mark.parametrize("code", ["en", "cy"])
def test_the_heading_of_a_guide_still_says_everything(code: str) -> None:
    with in_language(code):
        assert all(len(guide.more["tab"][code]) <= 40 and guide.title for guide in GUIDES.pages())


@pytest.mark.browser
def test_the_page_is_covered_before_the_other_one_has_come(own_database: str, open_page: Callable[..., Page]) -> None:
    page = open_page(width=320)
    page.goto("/staying-safe")
    page.route("**/leave", lambda route: route.fulfill(status=204))  # a slow line: nothing has come yet
    page.click(".govuk-exit-this-page__button")
    page.wait_for_selector(".govuk-exit-this-page-overlay")
    assert page.evaluate("document.body.classList.contains('govuk-exit-this-page-hide-content')")


@pytest.mark.browser
def test_three_times_shift_covers_it_too(own_database: str, open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.goto("/cy/which-way/not-working")
    page.route("**/leave", lambda route: route.fulfill(status=204))
    for _press in range(3):
        page.keyboard.press("Shift")
    page.wait_for_selector(".govuk-exit-this-page-overlay")
