"""A mother in Wales who is not safe looks for help: on a desk and on a small phone, in both languages, without JavaScript."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def look(look: Callable[..., None]) -> Callable[[Page], None]:
    """There is a way out on every page, and no word of the need in the address."""

    def check(page: Page) -> None:
        look(page)
        expect(page.locator(".govuk-exit-this-page")).to_have_count(1)
        assert "unsafe" not in page.url and "relationships" not in page.url

    return check


@pytest.mark.parametrize(("width", "prefix"), [(1280, ""), (320, "/cy")])
def test_from_her_needs_to_a_list_of_her_own(
    open_page: Callable[..., Page], look: Callable[[Page], None], width: int, prefix: str
) -> None:
    page = open_page(width=width)
    page.goto(f"{prefix}/separation")
    look(page)
    page.locator("main form button").click()
    expect(page.locator(".govuk-error-summary")).to_have_count(1)
    look(page)
    for value in ("wales", "relationships", "unsafe"):
        page.check(f"[value={value}]")
    page.locator("main form button").click()
    look(page)
    expect(page.locator("main h3").first).to_have_text("Byw Heb Ofn" if prefix else "Live Fear Free")
    page.locator("details summary").click()
    look(page)
    page.check("#tick-live_fear_free")
    page.check("#tick-sea")
    page.locator("main form button").click()
    expect(page.locator("main h2")).to_have_count(2)
    look(page)
    page.uncheck("#tick-sea")
    page.locator("button[name=keep]").click()
    expect(page.locator("main h2")).to_have_count(1)
    look(page)
    page.locator("button[formaction$=send]").click()
    look(page)
    page.goto(f"{prefix}/separation/everybody")
    look(page)
    page.goto(f"{prefix}/separation/suggest")
    look(page)
    page.goto(f"{prefix}/separation/for-your-site")
    look(page)


def test_without_javascript_the_list_is_kept_and_leaving_forgets_it(open_page: Callable[..., Page]) -> None:
    page = open_page(javascript=False, width=320)
    page.goto("/separation")
    page.check("[value=scotland]")
    page.check("[value=housing]")
    page.locator("main form button").click()
    page.check("#tick-shelter_scotland")
    page.locator("main form button").click()
    page.locator("button[name=keep]").click()
    page.goto("/separation/your-list")
    expect(page.locator("main")).to_contain_text("Shelter Scotland")
    with page.expect_download() as saved:
        page.locator("button[formaction$=paper]:not([name])").click()
    assert saved.value.suggested_filename.startswith("ocm-2")
    page.locator(".govuk-exit-this-page__button").click()
    page.goto("/separation/your-list")
    expect(page.locator("main")).not_to_contain_text("Shelter Scotland")
