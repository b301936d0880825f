"""Somebody without a mouse: Tab, arrows, space and Enter only, and always able to see where they are."""

from playwright.sync_api import Page

MOST_TABS = 60
HAS_FOCUS = "selector => document.activeElement?.matches(selector)"
SEEN = """() => {
  const at = document.activeElement, box = at.getBoundingClientRect();
  const style = getComputedStyle(at), label = at.nextElementSibling && getComputedStyle(at.nextElementSibling, '::before');
  const drawn = [style.outlineStyle, style.boxShadow, label && label.boxShadow, label && label.outlineStyle];
  return box.width > 0 && drawn.some(one => one && one !== 'none');
}"""


class Keyboard:
    """Moves by Tab to what it wants, as far as sixty presses; fails where the focus cannot be seen."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def to(self, selector: str) -> "Keyboard":
        for _press in range(MOST_TABS):
            if self.page.evaluate(HAS_FOCUS, selector):
                assert self.page.evaluate(SEEN), f"the focus on {selector} cannot be seen"
                return self
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{selector} on {self.page.url} cannot be reached by keyboard")

    def enter(self, selector: str) -> "Keyboard":
        """Go to a button or link and press it."""
        self.to(f"{selector}:not([name=then])")
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        return self

    def write(self, selector: str, text: str) -> "Keyboard":
        """Go to a box and put this in it instead of what is there."""
        self.to(selector)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.press("Delete")
        if text:
            self.page.keyboard.type(text)
        return self

    def choose(self, selector: str) -> "Keyboard":
        """Go to a group of radios and move to the one that is wanted."""
        name = selector.partition("]")[0] + "]"
        self.to(f"input{name}")
        for _press in range(10):
            if self.page.evaluate(HAS_FOCUS, selector):
                self.page.keyboard.press("Space")
                assert self.page.is_checked(selector)
                return self
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{selector} cannot be chosen by keyboard")
