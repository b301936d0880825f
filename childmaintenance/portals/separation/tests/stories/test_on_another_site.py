"""The widget inside somebody else's page, on another port: shown where it may be, and nowhere else, with nothing kept."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import Page, expect

from tests.plugin.looking import fits

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ALLOWED, ANOTHER = "localhost", "127.0.0.1"
"""Two names of this machine: only the first is in OCM_WIDGET_HOSTS of the tests, and browsers hold them for two sites."""


@contextmanager
def foreign_site(body: str, name: str) -> Iterator[str]:
    """A page of somebody else's with this in it; gives its address."""

    class Site(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            page = (
                f'<!DOCTYPE html><html lang="en"><title>A charity</title><main><h1>A charity</h1>{body}</main></html>'
            )
            self.wfile.write(page.encode())

        def log_message(self, *_said: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer((ANOTHER, 0), Site)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://{name}:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def line(live: str, prefix: str = "") -> str:
    return f'<script src="{live}{prefix}/separation/widget.js" async></script>'


@pytest.mark.parametrize(("prefix", "width"), [("", 1280), ("/cy", 320)])
def test_it_answers_inside_a_page_that_is_on_the_list(
    open_page: Callable[..., Page],
    live_server_url: str,
    assert_accessible: Callable[[Page], None],
    prefix: str,
    width: int,
) -> None:
    asked: list[str] = []
    with foreign_site(line(live_server_url, prefix), ALLOWED) as address:
        page = open_page(width=width)
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address)
        frame = page.frame_locator("iframe")
        frame.locator("select[name=topic]").select_option("housing")
        frame.locator("select[name=nation]").select_option("scotland")
        frame.locator("form button").click()
        expect(frame.locator("main")).to_contain_text("Shelter Scotland")
        expect(frame.locator("main")).not_to_contain_text("Shelter Cymru")
        assert frame.locator("html").get_attribute("lang") == ("cy" if prefix else "en")
        assert fits(frame)
        assert_accessible(page)
        assert page.context.cookies() == [], "nothing is kept on the visitor's device"
        assert all(url.startswith((address, live_server_url)) for url in asked), "no third party hears of it"
        assert not any("housing" in url for url in asked), "what was chosen stands in no address"


def test_the_frame_works_where_scripts_do_not(open_page: Callable[..., Page], live_server_url: str) -> None:
    page = open_page(javascript=False)
    page.goto(f"{live_server_url}/separation/for-your-site")
    code = page.locator("code").nth(1).inner_text()
    ours = code.split('src="')[1].split("/separation")[0]
    with foreign_site(code.replace(ours, live_server_url), ALLOWED) as address:
        page.goto(address)
        page.frame_locator("iframe").locator("form button").click()
        expect(page.frame_locator("iframe").locator("main")).to_contain_text("Gingerbread")


def test_a_site_that_is_not_on_the_list_cannot_show_it(open_page: Callable[..., Page], live_server_url: str) -> None:
    said: list[str] = []
    with foreign_site(line(live_server_url), ANOTHER) as address:
        page = open_page()
        page.on("console", lambda message: said.append(message.text))
        page.goto(address)
        page.locator("iframe").wait_for()
        page.wait_for_timeout(500)
        expect(page.frame_locator("iframe").locator("form")).to_have_count(0)
    assert any("frame-ancestors" in one for one in said), said


@pytest.mark.parametrize("address", ["/separation", "/", "/separation/your-list"])
def test_no_other_page_of_ours_can_be_framed_even_there(
    open_page: Callable[..., Page], live_server_url: str, address: str
) -> None:
    with foreign_site(f'<iframe src="{live_server_url}{address}" title="x"></iframe>', ALLOWED) as foreign:
        page = open_page()
        page.goto(foreign)
        page.wait_for_timeout(500)
        expect(page.frame_locator("iframe").locator(".ocm-top")).to_have_count(0)
