"""What every page is looked at for: one heading, nothing that scrolls sideways, nothing for axe to find."""

import os
from collections.abc import Callable

import pytest
from playwright.sync_api import FrameLocator, Page, expect

NARROW, WIDE = 320, 1280
PICTURES = os.environ.get("OCM_PICTURES", "")
"""A folder to leave a picture of each page in, for somebody to look at."""


@pytest.fixture
def look(assert_accessible: Callable[[Page], None]) -> Callable[..., None]:
    """Looks at a page as wide as it is now; with a name, leaves a picture of it too, where one is wanted."""

    def check(page: Page, name: str = "") -> None:
        page.wait_for_load_state("load")
        if name:
            leave_picture(page, name)
        expect(page.locator("h1")).to_have_count(1)
        assert fits(page), f"{page.url} scrolls sideways at {page.viewport_size}"
        assert_accessible(page)

    return check


@pytest.fixture
def look_in_both_languages(look: Callable[..., None]) -> Callable[[Page, tuple[str, ...]], None]:
    """Looks at an English page and at its Welsh, narrow and wide; none of these words may stand in a title.

    Axe takes most of the time, so it reads each language once, at a desk; a phone is only measured.
    """

    def check(page: Page, never_in_a_title: tuple[str, ...]) -> None:
        english = page.url
        host, _, path = english.partition("://")[2].partition("/")
        for language, address in (("cy", f"http://{host}/cy/{path}"), ("en", english)):
            page.goto(address)
            page.set_viewport_size({"width": NARROW, "height": 900})
            assert fits(page), f"{page.url} scrolls sideways at {NARROW}"
            page.set_viewport_size({"width": WIDE, "height": 900})
            look(page)
            assert page.locator("html").get_attribute("lang") == language
            title = page.title().lower()
            assert not [word for word in never_in_a_title if word in title], title

    return check


def fits(page: Page | FrameLocator) -> bool:
    """Whether nothing needs scrolling sideways, in a page or in a frame of one."""
    fitting: bool = page.locator("html").evaluate("html => html.scrollWidth <= html.clientWidth")
    return fitting


def leave_picture(page: Page, name: str) -> None:
    """A picture of the whole page, named with its width; nothing where nobody wants pictures."""
    if PICTURES:
        page.screenshot(path=f"{PICTURES}/{name}-{page.viewport_size['width']}.png", full_page=True)
