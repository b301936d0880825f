"""Walking through the portal in a real browser: look at each page, fill it in, press the button."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

from childmaintenance.portals.parents.tests.stories.family import PASSWORD, Pages
from tests.plugin.filling import fill, follow, press, slug
from tests.plugin.looking import NARROW, WIDE


class Browser:
    """Somebody at a screen. `look` is called on every page that is met, before it is filled in."""

    def __init__(self, page: Page, look: Callable[[Page], None] = lambda page: None) -> None:
        self.page, self.look = page, look

    def sign_in(self, name: str) -> "Browser":
        self.page.goto("/sign-in")
        self.page.fill("[name=login]", f"{name.lower()}@example.org")
        self.page.fill("[name=password]", PASSWORD)
        self.press()
        return self

    def begin(self, journey: str) -> "Browser":
        self.page.goto(journey)
        self.look(self.page)
        self.press()
        return self

    def go_through(self, tasks: list[tuple[str, Pages]]) -> "Browser":
        for name, pages in tasks:
            self.look(self.page)
            self.follow(f'main a[href$="/{name}"]')
            self.answer(pages)
        self.look(self.page)
        return self

    def answer(self, pages: Pages) -> "Browser":
        for expected, answers in pages:
            assert self.slug == expected, f"expected {expected}, but this is {self.page.url}: {self.heading}"
            self.look(self.page)
            self.fill(answers)
            self.press()
            assert not self.page.locator(".govuk-error-summary").count(), f"{expected}: {self.page.inner_text('main')}"
        return self

    def fill(self, answers: dict[str, Any]) -> "Browser":
        fill(self.page, answers)
        return self

    def press(self) -> "Browser":
        press(self.page)
        return self

    def follow(self, selector: str) -> "Browser":
        follow(self.page, selector)
        return self

    def check_and_send(self) -> "Browser":
        self.follow('main a[href$="/check-your-answers"]')
        self.look(self.page)
        self.press()
        self.look(self.page)
        return self

    @property
    def slug(self) -> str:
        return slug(self.page)

    @property
    def heading(self) -> str:
        return self.page.inner_text("h1")

    @property
    def reference(self) -> str:
        return self.page.inner_text(".govuk-panel strong")


def everywhere(check: Callable[[Page, str, int], None]) -> Callable[[Page], None]:
    """Looks at a page in both languages, narrow and wide: in Welsh in a tab beside it, so that nobody loses their place."""
    beside: dict[Page, Page] = {}

    def look(page: Page) -> None:
        host, _, path = page.url.partition("://")[2].partition("/")
        if page not in beside:
            beside[page] = page.context.new_page()
        beside[page].goto(f"http://{host}/cy/{path}")
        for tab, language in ((beside[page], "cy"), (page, "en")):
            for width in (NARROW, WIDE):
                tab.set_viewport_size({"width": width, "height": 900})
                check(tab, language, width)

    return look
