"""The menu of a phone: folded from the first paint, so that nothing moves under a finger; and open where no script comes."""

import time

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
SHIFT = """() => new Promise(done => {
    let shift = 0;
    new PerformanceObserver(list => list.getEntries().forEach(one => { shift += one.value; }))
        .observe({type: "layout-shift", buffered: true});
    setTimeout(() => done(shift), 300);
})"""
MOST = 0.02
"""Of the screen, times how far; above 0.1 people notice."""
SCRIPT = "**/foundation/app*.js"


@pytest.mark.parametrize("address", ["/", "/cy/options", "/sign-in"])
def test_nothing_moves_when_the_script_comes_late(open_page, address):
    page = open_page(width=320, height=640)

    def late(route):
        time.sleep(0.5)
        route.continue_()

    page.route(SCRIPT, late)
    page.goto(address)
    expect(page.locator(".govuk-service-navigation__toggle")).to_be_visible()
    expect(page.locator(".govuk-service-navigation__list")).to_be_hidden()
    assert page.evaluate(SHIFT) < MOST
    page.locator(".govuk-service-navigation__toggle").click()
    expect(page.locator(".govuk-service-navigation__list")).to_be_visible()


@pytest.mark.parametrize("javascript", [True, False])
def test_a_menu_whose_script_never_comes_is_open(open_page, javascript):
    page = open_page(width=320, height=640, javascript=javascript)
    page.route(SCRIPT, lambda route: route.abort())
    page.goto("/options")
    expect(page.locator(".govuk-service-navigation__list")).to_be_visible()
    expect(page.locator(".govuk-service-navigation__toggle")).to_be_hidden()
