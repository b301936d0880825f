"""Writing an arrangement in a real browser: every page in both languages, wide and narrow, without JavaScript, and printed."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from childmaintenance.portals.arrangement.tests.walking import ANSWERS
from tests.plugin.filling import go_on, press
from tests.plugin.looking import NARROW, WIDE

pytestmark = [pytest.mark.browser, pytest.mark.slow]
NEVER_IN_A_TITLE = ("maintenance", "gynhaliaeth", "gareth", "catrin", "elin", "£")


@pytest.fixture
def look(look_in_both_languages: Callable[[Page, tuple[str, ...]], None]) -> Callable[[Page], None]:
    """A title names neither the subject nor anybody, for it stays in the history of a shared browser."""
    return lambda page: look_in_both_languages(page, NEVER_IN_A_TITLE)


def write(page: Page, look: Callable[[Page], None] = lambda page: None) -> Page:
    """Every page, with one thing beside the money."""
    page.goto("/arrangement/")
    look(page)
    press(page)
    things = [{"another": "no"}, {"another": "yes"}]
    return go_on(page, lambda slug: things.pop() if slug == "things" else ANSWERS[slug], look)


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
