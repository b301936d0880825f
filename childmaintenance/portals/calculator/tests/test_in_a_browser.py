"""The calculator as people meet it: at a desk and on a small phone, in both languages, and without JavaScript."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from childmaintenance.portals.calculator.tests.walking import ANSWERS
from tests.plugin.filling import follow, go_on, press
from tests.plugin.looking import NARROW, WIDE

pytestmark = [pytest.mark.browser, pytest.mark.slow]
LARGE_FAMILY = ANSWERS | {
    "who": {"who": "gets"},
    "parents": {"parents": "2"},
    "nights-1": {"nights": "exact"},
    "each-night-1": {"child_1": "60", "child_2": "180"},
    "children-2": {"count": "1"},
    "nights-2": {"nights": "104"},
    "other-children": {"any": "yes", "count": "1"},
    "income": {"every": "Y", "year": "180000"},
}


@pytest.fixture
def look(look_in_both_languages: Callable[[Page, tuple[str, ...]], None]) -> Callable[[Page], None]:
    """A title names neither the subject nor the sum, for it stays in the history of a shared browser."""
    return lambda page: look_in_both_languages(page, ("maintenance", "gynhaliaeth", "£"))


def answer(page: Page, answers: dict[str, dict[str, Any]], look: Callable[[Page], None] = lambda page: None) -> Page:
    page.goto("/calculator/")
    look(page)
    press(page)
    return go_on(page, answers.__getitem__, look)


def test_every_page_of_a_large_family_in_both_languages(own_database, open_page, look):
    page = answer(open_page(width=WIDE), LARGE_FAMILY, look)
    look(page)
    assert page.locator(".ocm-amount__figure").first.inner_text() == "£188.65"
    page.goto(page.url.replace("/result", "/send"))
    look(page)
    press(page)
    assert page.locator(".govuk-error-summary").count() == 1
    look_at_the_error(page)
    page.fill("[name=to]", "mum@example.org")
    press(page)
    assert "on its way" in page.inner_text("main")


def look_at_the_error(page: Page) -> None:
    assert page.title().startswith("Error:")
    assert page.evaluate("document.activeElement.className").count("govuk-error-summary")


@pytest.mark.parametrize(
    "answers",
    [ANSWERS | {"income": {"every": "unknown"}}, ANSWERS | {"situation": {"situation": "prisoner"}}],
    ids=["a range", "nothing"],
)
def test_other_results(own_database, open_page, look, answers):
    look(answer(open_page(width=WIDE), answers))


def test_without_javascript_on_a_small_phone_nothing_is_missing(own_database, open_page):
    page = answer(open_page(width=NARROW, javascript=False), LARGE_FAMILY)
    assert page.locator(".ocm-amount__figure").first.inner_text() == "£188.65"
    page.click("summary:has-text('What we started from')")
    assert page.locator("text=Parent A, child 2").is_visible()


def test_the_result_goes_when_an_answer_changes_and_comes_again_with_the_browsers_back(own_database, open_page):
    page = answer(open_page(width=WIDE), ANSWERS)
    result = page.url
    follow(page, "a[href*='/income?from=check']")
    page.fill("[name=week]", "300")
    press(page)
    assert page.locator(".ocm-amount__figure").first.inner_text() == "£48.00"
    page.go_back()
    page.go_back()
    assert page.url == result
    assert page.locator(".ocm-amount__figure").first.inner_text() == "£48.00"  # never the old one
    page.go_forward()
    assert page.locator("[name=week]").input_value() == "300"


def test_nothing_is_asked_of_another_host(own_database, open_page):
    page = answer(open_page(width=WIDE), ANSWERS)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.partition("://")[2].partition("/")[0]))
    page.reload()
    assert len(asked) > 1
    assert len(set(asked)) == 1
    assert page.locator("svg").count() >= 1
