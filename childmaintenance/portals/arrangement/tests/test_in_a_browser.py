"""Writing an arrangement in a real browser: every page in both languages, wide and narrow, without JavaScript, and printed."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from childmaintenance.portals.arrangement.tests.walking import ANSWERS

pytestmark = [pytest.mark.browser, pytest.mark.slow]
NARROW, WIDE = 320, 1280
BUTTON = "main form button[type=submit]"
NEVER_IN_A_TITLE = ("maintenance", "gynhaliaeth", "gareth", "catrin", "elin", "£")


@pytest.fixture
def look(assert_accessible: Callable[[Page], None]) -> Callable[[Page], None]:
    """Each page once, narrow and wide, in English and in Welsh."""

    def check(page: Page) -> None:
        english = page.url
        host, _, path = english.partition("://")[2].partition("/")
        for language, address in (("cy", f"http://{host}/cy/{path}"), ("en", english)):
            page.goto(address)
            for width in (NARROW, WIDE):
                page.set_viewport_size({"width": width, "height": 900})
                assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{page.url} at {width}"
            assert_accessible(page)
            assert page.locator("h1").count() == 1
            assert page.locator("html").get_attribute("lang") == language
            assert not [word for word in NEVER_IN_A_TITLE if word in page.title().lower()]

    return check


def write(page: Page, look: Callable[[Page], None] = lambda page: None) -> Page:
    """Every page, with one thing beside the money."""
    page.goto("/arrangement/")
    look(page)
    press(page)
    things = [{"another": "no"}, {"another": "yes"}]
    for _page in range(40):
        slug = page.url.partition("?")[0].rpartition("/")[2]
        if slug == "result":
            return page
        look(page)
        fill(page, things.pop() if slug == "things" else ANSWERS[slug])
        press(page)
    raise AssertionError(page.url)


def fill(page: Page, answers: dict[str, Any]) -> None:
    for name, value in answers.items():
        option = page.locator(f'input[name="{name}"][value="{value}"]:is([type=radio], [type=checkbox])')
        if option.count():
            option.check()
        else:
            page.fill(f'[name="{name}"]', str(value))


def press(page: Page) -> None:
    with page.expect_navigation():
        page.click(BUTTON)


def test_every_page_in_both_languages(own_database, open_page, look):
    page = write(open_page(width=WIDE), look)
    look(page)
    result = page.url
    for other in ("send", "remind"):
        page.goto(result.replace("/result", f"/{other}"))
        look(page)
        press(page)
        assert page.locator(".govuk-error-summary").count() == 1
    page.fill("[name=to]", "mum@example.org")
    page.check("[name=about][value=payments]")
    press(page)
    assert "We send nothing before that" in page.inner_text("main")
    page.goto("/arrangement/reminders/N-0000-0000-0000-0000-0/no")
    look(page)


def test_without_javascript_on_a_small_phone(own_database, open_page):
    page = write(open_page(width=NARROW, javascript=False))
    assert "£416.00" in page.inner_text(".arr-paper")
    assert "School shoes" in page.inner_text(".arr-paper")


def test_printed_it_is_the_arrangement_and_nothing_else(own_database, open_page):
    page = write(open_page(width=WIDE))
    page.emulate_media(media="print")
    assert page.locator(".arr-paper h1").is_visible()
    assert not page.locator("text=Keep it, and keep to it").is_visible()
    assert not page.locator("text=Your answers").is_visible()
