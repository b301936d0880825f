"""In a real browser: nothing wrong for axe, nothing kept that is not registered, nothing asked of anybody else."""

import time

import pytest
from django.apps import apps

from childmaintenance.accounts.terms import Role
from childmaintenance.portals.insight.tests.conftest import at_a_desk
from childmaintenance.portals.insight.tests.figures import a_fortnight, some_feedback
from childmaintenance.privacy.cookies import Kind, register
from tests.plugin.filling import press

pytestmark = pytest.mark.browser
Count = apps.get_model("statistics", "Count")
PERSON = {"User-Agent": "Mozilla/5.0 Firefox/140.0"}  # a headless browser says that it is one, and is not counted
STORAGE = """() => [...Object.keys(localStorage).map(name => ["local storage", name]),
                    ...Object.keys(sessionStorage).map(name => ["session storage", name])]"""


@pytest.mark.parametrize(("width", "prefix"), [(1280, ""), (320, "/cy")])
def test_what_was_counted_and_what_is_wrong_can_be_read_by_everybody(open_page, look, width, prefix):
    """These pages as they are with something on them; without, they are looked at with all the others."""
    a_fortnight()
    some_feedback()
    page = open_page(width=width)
    page.goto(f"{prefix}/performance")
    look(page)
    page.goto(f"{prefix}/feedback")
    press(page)
    assert page.get_by_role("alert").is_visible()
    look(page)


@pytest.mark.parametrize("width", [1280, 320])
def test_every_page_for_staff(open_page, look, settings, width, live_server_url):
    a_fortnight()
    some_feedback()
    client = at_a_desk(Role.TEAM_LEADER)
    page = open_page(width=width)
    name = settings.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": live_server_url}])
    for address in (
        "/insight/",
        "/cy/insight/pages",
        "/insight/paths",
        "/cy/insight/forms",
        "/insight/load",
        "/insight/opinions",
        "/cy/insight/content",
    ):
        page.goto(address)
        assert page.url.endswith(address)
        look(page)


def test_on_a_phone_the_banner_leaves_the_page_in_sight(open_page):
    page = open_page(width=320, height=568)
    for address in ("/privacy", "/cy/privacy"):
        page.goto(address)
        assert page.locator(".ocm-cookies").bounding_box()["height"] <= 190
        heading = page.locator("h1").bounding_box()
        assert heading["y"] + heading["height"] < 568, address


@pytest.mark.parametrize("javascript", [True, False])
def test_the_choice_works_with_and_without_javascript(open_page, javascript):
    page = open_page(javascript=javascript)
    page.goto("/privacy")
    page.get_by_role("button", name="Reject").click()
    page.get_by_text("Change it").wait_for()
    assert "Your choice is kept for a year" in page.content()
    page.get_by_role("link", name="Hide this message").click()
    assert page.url.endswith("/privacy") and page.locator(".ocm-cookies").count() == 0
    page.goto("/cookies")
    page.get_by_role("group", name="May we count your visits?").get_by_label("Yes").check()
    page.get_by_role("button", name="Save my choice").click()
    page.get_by_text("Change it").wait_for()
    assert "Your choice is kept for a year" in page.content()


def test_a_walk_keeps_nothing_that_is_not_registered_and_asks_nobody_else(open_page, live_server_url):
    page = open_page()
    page.context.set_extra_http_headers(PERSON)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/")
    for _ in range(3):
        for link in ("Privacy", "Cookies", "Staying safe", "Accessibility"):
            page.locator("footer").get_by_role("link", name=link, exact=True).click()
    page.goto("/sign-in")
    page.goto("/apply/")
    page.goto("/feedback")
    kept = [("cookie", cookie["name"]) for cookie in page.context.cookies()] + [
        tuple(one) for one in page.evaluate(STORAGE)
    ]
    unknown = [(kind, name) for kind, name in kept if register().named(name, Kind(kind)) is None]
    assert not unknown and ("cookie", "visit") in kept
    assert page.evaluate("caches.keys()") == [] and page.evaluate("indexedDB.databases()") == []
    assert {url.split("/")[2] for url in asked} == {live_server_url.split("/")[2]}


def test_time_and_choices_are_handed_in_and_written_down(open_page):
    page = open_page()
    page.context.set_extra_http_headers(PERSON)
    page.goto("/staying-safe")
    page.get_by_role("link", name="Cymraeg").click()
    page.goto("/privacy")
    until = time.monotonic() + 15
    wanted = {("click", "to-welsh"), ("time", "under 10 seconds")}
    while time.monotonic() < until:
        found = set(Count.objects.filter(page="safety").values_list("measure", "detail"))
        if wanted <= found:
            break
        time.sleep(0.3)
    assert wanted <= found
