"""The page in a browser, and the command it shows, copied and run against the same server."""

import json
import re
import subprocess
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [1280, 320])
def test_the_page_passes_axe_and_fits_in_both_languages(
    open_page: Callable[..., Page], look: Callable[..., None], width: int
) -> None:
    page = open_page(width=width)
    for address in ("/developers", "/cy/developers"):
        page.goto(address)
        for summary in page.locator("summary").all():
            summary.click()
        look(page)


def test_the_command_on_the_page_can_be_copied_and_run(browser_page: Page, live_server_url: str) -> None:
    browser_page.goto("/developers")
    shown, answer = (block.inner_text() for block in browser_page.locator("pre").all()[:2])
    here = re.sub(r"https?://[^/]+", live_server_url, shown, count=1)
    done = subprocess.run(["bash", "-c", here.replace("curl ", "curl --silent ", 1)], capture_output=True, check=True)
    assert json.loads(done.stdout) == json.loads(answer)


@pytest.fixture
def another_site() -> Iterator[str]:
    """A site of somebody else, with one empty page."""

    class Empty(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"<!doctype html><title>adviser</title>")

    with ThreadingHTTPServer(("127.0.0.1", 0), Empty) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_a_page_of_another_site_may_ask(browser_page: Page, live_server_url: str, another_site: str) -> None:
    """The browser itself asks first (a preflight), sends no cookies, and hands the answer over."""
    browser_page.goto(another_site)
    found: Any = browser_page.evaluate(
        """async (address) => {
            const answer = await fetch(address, {method: "POST", headers: {"Content-Type": "application/json"},
                body: JSON.stringify({id: 1, on: "2026-04-01", nil_reason: "prisoner",
                                      receiving_parents: [{ref: "A", children: [{}]}]})});
            return [answer.status, answer.headers.get("Rulebook") !== null, await answer.json()];
        }""",
        f"{live_server_url}/api/v1/assess",
    )
    assert found[:2] == [200, True]
    assert found[2]["total"] == "0.00"
