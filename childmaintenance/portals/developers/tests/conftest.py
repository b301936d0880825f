"""Every test begins with a whole allowance; and the page that checks a receipt, as a file and open."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from childmaintenance.portals.developers.interface.limits import everybody
from childmaintenance.portals.developers.offline.page import page as offline_page


@pytest.fixture(autouse=True)
def whole_allowance() -> Iterator[None]:
    everybody.clear()
    yield
    everybody.clear()


@pytest.fixture(scope="module")
def offline_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("kept") / "check-a-receipt.html"
    place.write_text(offline_page(), encoding="utf-8")
    return place


@pytest.fixture
def page(_browser: Browser, offline_file: Path) -> Iterator[Page]:
    """The page opened from a disk, with no network at all; whatever it asked for or complained of fails the test."""
    context = _browser.new_context(offline=True, locale="en-GB", viewport={"width": 320, "height": 800})
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("request", lambda request: wrong.append(request.url) if not request.url.startswith("file:") else None)
    opened.on("console", lambda message: wrong.append(message.text))
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.goto(offline_file.as_uri())
    yield opened
    context.close()
    assert wrong == []
