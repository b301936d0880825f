"""Forms in a browser: put the answers in, press the button, and wait for the next page."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from playwright.sync_api import Page

BUTTON = "main form button[type=submit]:not([name])"
"""The main button of a page; one with a name does something beside, such as removing a line."""
MOST_PAGES = 40


def fill(page: Page, answers: Mapping[str, Any]) -> None:
    """Each answer under the name of its field: a date in three boxes, a choice or several by value, or words."""
    for name, value in answers.items():
        if isinstance(value, dt.date):
            for part in ("day", "month", "year"):
                page.fill(f'main [name="{name}-{part}"]', str(getattr(value, part)))
            continue
        choice = f'main input[name="{name}"]:is([type=radio], [type=checkbox])'
        for one in value if isinstance(value, list) else [value]:
            if page.locator(choice).count():
                page.locator(f'{choice}[value="{one}"]').check()
            else:
                page.fill(f'main [name="{name}"]', str(one))


def press(page: Page) -> None:
    """The main button of the page, and wait for the next one."""
    follow(page, BUTTON)


def follow(page: Page, selector: str) -> None:
    """Click what leads to another page, and wait until it is there."""
    with page.expect_navigation():
        page.click(selector)


def go_on(
    page: Page, answer_to: Callable[[str], Mapping[str, Any]], look: Callable[[Page], None] = lambda page: None
) -> Page:
    """Look at whatever is asked, answer it and go on, until there is a result; fails when there is none in forty pages."""
    for _page in range(MOST_PAGES):
        if slug(page) == "result":
            return page
        look(page)
        fill(page, answer_to(slug(page)))
        press(page)
    raise AssertionError(f"no end at {page.url}")


def slug(page: Page) -> str:
    """The last part of the address: the name of the question."""
    return page.url.partition("?")[0].rpartition("/")[2]
