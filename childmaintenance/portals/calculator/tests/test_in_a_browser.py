"""The calculator as people meet it: at a desk and on a small phone, in both languages, and without JavaScript."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from childmaintenance.portals.calculator.tests.walking import ANSWERS

pytestmark = [pytest.mark.browser, pytest.mark.slow]
NARROW, WIDE = 320, 1280
BUTTON = "main form button[type=submit]"
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
def look(assert_accessible: Callable[[Page], None]) -> Callable[[Page], None]:
    """Each page once, narrow and wide, in English and in Welsh: axe, one heading, nothing sideways, a title that says nothing."""

    def check(page: Page) -> None:
        english = page.url
        path = english.partition("://")[2].partition("/")[2]
        host = english.partition("://")[2].partition("/")[0]
        for language, address in (("cy", f"http://{host}/cy/{path}"), ("en", english)):
            page.goto(address)
            for width in (NARROW, WIDE):
                page.set_viewport_size({"width": width, "height": 900})
                assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{page.url} at {width}"
            assert_accessible(page)
            assert page.locator("h1").count() == 1
            assert page.locator("html").get_attribute("lang") == language
            assert not [word for word in ("maintenance", "gynhaliaeth", "£") if word in page.title().lower()]

    return check


def answer(page: Page, answers: dict[str, dict[str, Any]], look: Callable[[Page], None] = lambda page: None) -> Page:
    page.goto("/calculator/")
    look(page)
    press(page)
    for _page in range(40):
        slug = page.url.partition("?")[0].rpartition("/")[2]
        if slug == "result":
            return page
        look(page)
        fill(page, answers[slug])
        press(page)
    raise AssertionError(page.url)


def fill(page: Page, answers: dict[str, Any]) -> None:
    for name, value in answers.items():
        option = page.locator(f'input[name="{name}"][value="{value}"]:is([type=radio], [type=checkbox])')
        if option.count():
            option.check()
        else:
            page.fill(f'[name="{name}"]', str(value))


def press(page: Page, button: str = BUTTON) -> None:
    with page.expect_navigation():
        page.click(button)


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
    with page.expect_navigation():
        page.click("a[href*='/income?from=check']")
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
