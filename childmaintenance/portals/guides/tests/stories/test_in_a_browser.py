"""The guides in a real browser: nothing for axe to find, nothing wider than a phone, and all of it without JavaScript."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("address", "asked", "heard"),
    [
        ("/ask", "how long do i have to appeal", "Last checked on"),
        ("/cy/ask", "fy nhrwydded yrru", "Gwiriwyd ddiwethaf ar"),
        ("/ask", "how do i boil an egg", "A person can answer this better"),
        ("/search", "arrears", "If someone does not pay"),
        ("/cy/search", "xyzzy", "Dim byd wedi’i ganfod"),
    ],
)
def test_asking_works_by_keyboard_and_without_javascript(
    own_database: str,
    open_page: Callable[..., Page],
    assert_accessible: Callable[[Page], None],
    address: str,
    asked: str,
    heard: str,
) -> None:
    page = open_page(width=320, javascript=False)
    page.goto(address)
    page.focus("#question")
    page.keyboard.type(asked)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert heard in page.inner_text("main")
    assert page.url.endswith(address), "what was asked is not in the address"

    with_scripts = open_page()
    with_scripts.goto(address)
    with_scripts.fill("#question", asked)
    with with_scripts.expect_navigation():
        with_scripts.keyboard.press("Enter")
    assert_accessible(with_scripts)
