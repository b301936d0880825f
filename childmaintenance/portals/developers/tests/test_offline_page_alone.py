"""The page that checks a receipt stands alone: one file that asks nothing of anybody and holds only what it can run."""

import ast
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Browser

from childmaintenance.portals.developers.offline.page import page as offline_page
from childmaintenance.portals.developers.offline.rules import NotInterpreted, _node

ATTEMPTS = """(there) => {
  const put = (name, more) => document.body.append(Object.assign(document.createElement(name), more));
  put("img", { src: `${there}img` });
  put("script", { src: `${there}script` });
  put("script", { textContent: `fetch("${there}inline")` });
  put("iframe", { src: `${there}frame` });
  put("link", { rel: "stylesheet", href: `${there}style` });
  put("link", { rel: "prefetch", href: `${there}prefetch` });
  put("style", { textContent: `body { background: url(${there}background) }` });
  put("audio", { src: `${there}audio` });
  put("object", { data: `${there}object` });
  navigator.sendBeacon(`${there}beacon`, "x");
  new EventSource(`${there}events`).onerror = () => {};
  try { new Worker(`${there}worker`); } catch {}
  const form = Object.assign(document.createElement("form"), { action: `${there}form`, method: "post" });
  document.body.append(form);
  form.submit();
  return fetch(`${there}fetch`).then(() => "fetched", () => "refused");
}"""


@pytest.mark.browser
def test_nothing_in_the_page_can_ask_anything_of_anybody(_browser: Browser, offline_file: Path) -> None:
    """With a network, a listening server, and a script that tries every way it knows; the same script gets through elsewhere."""
    asked: list[str] = []

    class Listening(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(204)
            self.end_headers()

        def do_POST(self) -> None:
            self.do_GET()

        def log_message(self, *_: Any) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Listening)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    there = f"http://127.0.0.1:{server.server_port}/"
    bare = offline_file.with_name("bare.html")
    bare.write_text(re.sub(r"<meta http-equiv[^>]*>", "", offline_file.read_text(encoding="utf-8")), encoding="utf-8")
    context = _browser.new_context()
    try:
        for place, name in ((bare, "bare"), (offline_file, "kept")):
            page = context.new_page()
            page.goto(place.as_uri())
            page.evaluate(ATTEMPTS, f"{there}{name}/")
            page.wait_for_timeout(500)
            page.close()
        assert len([path for path in asked if path.startswith("/bare/")]) > 5
        assert [path for path in asked if not path.startswith("/bare/")] == []
    finally:
        context.close()
        server.shutdown()


@pytest.mark.browser
def test_a_page_whose_script_was_altered_does_not_run(_browser: Browser, offline_file: Path) -> None:
    altered = offline_file.with_name("altered.html")
    altered.write_text(
        offline_file.read_text(encoding="utf-8").replace("const words =", "const words  =", 1), encoding="utf-8"
    )
    context = _browser.new_context(offline=True)
    page = context.new_page()
    page.goto(altered.as_uri())
    assert page.evaluate("typeof offline") == "undefined"
    assert page.locator("h1").inner_text() == "Check a receipt"
    context.close()


def test_the_page_is_one_small_file() -> None:
    text = offline_page()
    assert text.count("<script") == 3
    assert text.count("<style") == 1
    assert len(text) < 1_000_000


def test_everybody_may_download_it() -> None:
    for prefix in ("", "/cy"):
        found = Client().get(f"{prefix}/developers/check-a-receipt.html")
        assert (found.status_code, found.content.decode()) == (200, offline_page())
        assert found["Content-Disposition"] == 'attachment; filename="check-a-receipt.html"'


@pytest.mark.parametrize(
    "rule", ["async def f(): pass", "match 1:\n case 1: pass", "with a: pass", "x = 1.5", "x @ y", "del x"]
)
def test_a_rule_that_the_page_could_not_run_is_refused_where_it_stands(rule: str) -> None:
    with pytest.raises(NotInterpreted, match="is not known to the offline interpreter"):
        _node(ast.parse(rule), Path("rule.py"))
