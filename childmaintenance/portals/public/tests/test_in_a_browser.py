"""The front door and the page about safety in a real browser: nothing for axe to find, and nothing wider than a phone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser
PAGES = ["/", "/cy/", "/staying-safe", "/cy/staying-safe", "/welsh-language", "/which-way/not-working"]


@pytest.mark.parametrize("width", [320, 1280])
def test_pages_can_be_read_by_everybody(
    own_database: str, open_page: Callable[..., Page], assert_accessible: Callable[[Page], None], width: int
) -> None:
    page = open_page(width=width)
    for address in PAGES:
        page.goto(address)
        assert_accessible(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
