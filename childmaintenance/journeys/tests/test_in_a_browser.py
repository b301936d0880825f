"""A whole journey in a real browser: every page past axe, on a wide screen and a small phone, and once by keyboard alone."""

import pytest
from playwright.sync_api import Page, expect

from childmaintenance.foundation.tests.serving import serving
from tests.plugin.filling import press

pytestmark = pytest.mark.browser


@pytest.fixture
def live_server_url(own_database, _outing_is_mounted):
    with serving() as address:
        yield address


@pytest.mark.parametrize(("width", "prefix"), [(1280, ""), (320, "/cy")])
def test_every_page_of_a_journey_passes_axe_and_fits(open_page, look, width, prefix):
    page = open_page(width=width)
    page.goto(f"{prefix}/outing/")
    look(page)
    press(page)
    look(page)
    page.locator(".govuk-task-list__link").first.click()
    look(page)
    press(page)
    look(page)  # with its error
    page.fill("#id_full_name", "Siân O’Neill-Ó Súilleabháin" * 3)
    press(page)
    page.fill("#id_day-day", "5")
    page.fill("#id_day-month", "Ebrill")
    page.fill("#id_day-year", "2026")
    look(page)
    press(page)
    page.check("#id_meal-3")
    look(page)
    page.fill("#id_which", "Bara brith")
    press(page)
    page.locator(".govuk-task-list__link").nth(1).click()
    page.fill("#id_name", "أحمد")
    press(page)
    look(page)
    page.fill("#id_age", "7")
    press(page)
    look(page)
    page.locator(".govuk-summary-list__actions a").nth(1).click()
    look(page)
    page.go_back()
    page.check("#id_another-2")
    press(page)
    look(page)
    page.locator("main a.govuk-button[href$=check-your-answers]").click()
    look(page)
    press(page)
    look(page)
    expect(page.locator(".govuk-panel")).to_contain_text("OUT-1")


def test_a_journey_by_keyboard_alone(browser_page):
    page: Page = browser_page
    page.goto("/places/C-1/short/")
    reach(page, "button.govuk-button--start")
    page.keyboard.press("Enter")
    reach(page, "#id_full_name")
    page.keyboard.type("Anna")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Check your answers")
    reach(page, "main form button")
    page.keyboard.press("Space")
    expect(page.locator(".govuk-panel")).to_contain_text("OUT-1")


def test_without_javascript_on_a_small_phone(open_page):
    page = open_page(javascript=False, width=320)
    page.goto("/places/C-1/short/")
    page.locator("main form button").click()
    page.fill("#id_full_name", "Anna")
    page.locator("main form button").first.click()
    page.locator("main form button").click()
    expect(page.locator(".govuk-panel")).to_contain_text("OUT-1")


def test_a_second_click_sends_nothing_twice(browser_page):
    page: Page = browser_page
    page.goto("/places/C-1/short/")
    page.locator("main form button").click()
    page.fill("#id_full_name", "Anna")
    page.locator("main form button").first.click()
    expect(page.locator("h1")).to_have_text("Check your answers")
    sent = []
    page.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    page.locator("main form button").dblclick()
    expect(page.locator(".govuk-panel")).to_contain_text("OUT-1")
    assert len(sent) == 1


def reach(page: Page, selector: str) -> None:
    """Press Tab until the focus is there."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.locator(selector).first.evaluate("(there) => there === document.activeElement"):
            return
    raise AssertionError(f"{selector} cannot be reached with Tab on {page.url}")
