"""A real browser: the Chromium of this machine, driven by Playwright, that cannot leave it and fails a test whose page tries."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.base import AxeResults
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request, sync_playwright

# The shell first: it is the same Chromium without its windows, and takes two thirds of the time.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--no-proxy-server",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Nothing but this machine has an address. Stopping requests one by one, in Python, would also turn the browser's cache off.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]
AXE = Axe()
# Every rule of axe; but only what is wrong comes back, and the sheets and sounds it would fetch again are not fetched.
RUN_AXE = """axe.run({resultTypes: ["violations"], preload: false}).then(({violations}) => ({violations}))"""
ABSENT = "No browser: put chromium or google-chrome on PATH, or set OCM_CHROMIUM. On Debian: apt install chromium-headless-shell."
HERE = ("127.0.0.1", "localhost")


@pytest.fixture(scope="session")
def _browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        program = find_browser(playwright.chromium.executable_path)
        if program is None:
            if os.environ.get("CI"):
                pytest.fail(ABSENT)
            pytest.skip(ABSENT)
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = (
            "true"  # Playwright leaves a loop running in this thread; nothing here is async
        )
        browser = playwright.chromium.launch(executable_path=program, headless=True, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(_browser: Browser, live_server_url: str) -> Iterator[Callable[..., Page]]:
    """Opens a page in a browser of its own: open_page(), open_page(javascript=False), open_page(width=320).

    Whatever a page of ours asks of another host, but for a link that was followed, fails the test at its end.
    """
    contexts = []
    abroad: list[str] = []

    def note(request: Request) -> None:
        if not request.is_navigation_request() and not stays_here(request.url):
            abroad.append(request.url)

    def open_one(*, javascript: bool = True, width: int = 1280, height: int = 900, language: str = "en-GB") -> Page:
        context = _browser.new_context(
            base_url=live_server_url,
            java_script_enabled=javascript,
            viewport={"width": width, "height": height},
            locale=language,
            timezone_id="Europe/London",
        )
        contexts.append(context)
        context.set_default_timeout(15_000)
        context.on("request", note)
        return context.new_page()

    yield open_one
    for context in contexts:
        context.close()
    assert not abroad, f"a page asked another host: {abroad}"


@pytest.fixture
def browser_page(open_page: Callable[..., Page]) -> Page:
    """A page at 1280 pixels with JavaScript; page.goto("/start") and so on."""
    return open_page()


@pytest.fixture
def assert_accessible() -> Callable[[Page], None]:
    """Fails with what axe found wrong on the page, each with where and how to mend it."""

    def check(page: Page) -> None:
        page.evaluate(AXE.axe_script)
        found = AxeResults(page.evaluate(RUN_AXE))
        assert found.violations_count == 0, f"{page.url}\n{found.generate_report()}"

    return check


def stays_here(address: str) -> bool:
    """Whether a request goes to this machine, or nowhere at all."""
    return address.startswith(("data:", "blob:", "about:")) or urlsplit(address).hostname in HERE


def find_browser(playwrights_own: str) -> str | None:
    """The browser to use: the one named, the system's, or Playwright's own download if it is there."""
    named = os.environ.get("OCM_CHROMIUM")
    if named:
        return named
    for name in NAMES:
        if found := shutil.which(name):
            return found
    for place in (MAC, Path(playwrights_own)):
        if place.exists():
            return str(place)
    return None
