"""The frame, the components and every field in a browser: axe, keyboard, a small phone, no JavaScript, people's own settings."""

import pytest
from playwright.sync_api import expect

from childmaintenance.foundation.tests.serving import serving
from tests.plugin.looking import fits

pytestmark = pytest.mark.browser
PAGES = ["/", "/gallery/components", "/gallery/fields", "/gallery/one"]


@pytest.fixture
def live_server_url(own_database, settings):
    settings.ROOT_URLCONF = "childmaintenance.foundation.tests.gallery"
    with serving() as address:
        yield address


@pytest.mark.parametrize(("prefix", "width"), [("", 1280), ("/cy", 320)])
def test_every_component_and_field_passes_axe_and_fits(open_page, look, prefix, width):
    page = open_page(width=width)
    refused = []
    page.on(
        "console", lambda message: refused.append(message.text) if "Content Security Policy" in message.text else None
    )
    page.on("pageerror", lambda error: refused.append(str(error)))
    for address in PAGES:
        page.goto(prefix + address)
        look(page)
    for address in ("/gallery/fields", "/gallery/one"):
        page.goto(prefix + address)
        page.locator("main form button.govuk-button").click()  # the only one
        look(page)
    assert refused == []


def test_the_page_is_walked_by_keyboard(browser_page):
    page = browser_page
    page.goto("/gallery/one")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to main content")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("#id_born-day")).to_be_focused()
    page.keyboard.type("31")
    page.keyboard.press("Tab")
    page.keyboard.type("2")
    page.keyboard.press("Tab")
    page.keyboard.type("2019")
    page.keyboard.press("Enter")
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#id_born-day")).to_be_focused()
    expect(page.locator("#id_born-day")).to_have_value("31")


def test_an_option_opens_its_field_with_and_without_javascript(open_page):
    page = open_page()
    page.goto("/gallery/fields")
    expect(page.locator("#id_other_way")).to_be_hidden()
    page.check("#id_contact-3")
    expect(page.locator("#id_other_way")).to_be_visible()
    plain = open_page(javascript=False)
    plain.goto("/gallery/fields")
    expect(plain.locator("#id_other_way")).to_be_visible()


def test_without_javascript_everything_is_there(open_page):
    page = open_page(javascript=False, width=320)
    page.goto("/gallery/components")
    for words in ("Payments", "Your account", "Sign out", "Cymraeg"):
        expect(page.get_by_text(words, exact=True).first).to_be_visible()
    page.goto("/gallery/fields")
    page.locator("main form button.govuk-button").click()
    expect(page.locator(".govuk-error-summary")).to_be_visible()


def test_a_figure_opens_into_its_reasons(browser_page):
    browser_page.goto("/gallery/components")
    hidden = browser_page.get_by_text("Paragraph 2(1) of Schedule 1.")
    expect(hidden).to_be_hidden()
    browser_page.get_by_text("Percentage for two children").click()
    expect(hidden).to_be_visible()


@pytest.mark.parametrize(
    "settings_of_reader", [{"forced_colors": "active"}, {"reduced_motion": "reduce"}, {"media": "print"}]
)
def test_what_people_set_on_their_own_machine_comes_first(browser_page, assert_accessible, settings_of_reader):
    browser_page.goto("/gallery/components")
    browser_page.emulate_media(**settings_of_reader)
    expect(browser_page.locator("h1")).to_be_visible()
    if settings_of_reader.get("media") == "print":
        expect(browser_page.get_by_text("Sign out")).to_be_hidden()
        expect(browser_page.get_by_text("£84.31")).to_be_visible()
    else:
        assert_accessible(browser_page)


def test_at_four_hundred_per_cent_nothing_falls_off(open_page):
    page = open_page(width=320, height=256)  # a 1280 by 1024 screen at 400%
    for address in PAGES:
        page.goto(address)
        assert fits(page), address


def test_shift_three_times_leaves_the_page(browser_page):
    browser_page.goto("/gallery/fields")
    gone = []
    browser_page.on("request", lambda request: gone.append(request.url))
    for _ in range(3):
        browser_page.keyboard.press("Shift")
    browser_page.wait_for_timeout(500)
    assert any(address.endswith("/leave") for address in gone)
