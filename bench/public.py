"""Pages that anybody may open: beside the framework's plainest page on the same server, and on a slow phone."""

import gzip
import re
import shutil
import time
import urllib.request
from dataclasses import dataclass
from statistics import median, quantiles

from bench.load import Answered, ask
from bench.scratch import scratch
from bench.serving import PLAIN, serving

PAGES = [
    "/", "/cy/", "/privacy", "/cookies", "/status", "/performance", "/guides", "/guides/how-it-is-worked-out", "/cy/guides/paying",
    "/options", "/frequently-asked-questions", "/contact", "/separation",
    "/separation/everybody", "/cy/leaflets", "/leaflets/staying-safe", "/leaflets/staying-safe/to-read-aloud",
]  # fmt: skip
FORMS = ["/calculator/", "/get-help/", "/arrangement/", "/search", "/ask"]
"""Pages with a form that anybody sees alike."""
NEVER_KEPT = ["/feedback"]
"""It names the page that led to it."""
NEEDS = b"nation=wales&topics=children&topics=relationships&topics=money&topics=legal&circumstances=unsafe"
TIMES = 400
"""Fewer than one network may ask in ten minutes."""
ON_A_PHONE = [
    "/", "/guides/how-it-is-worked-out", "/options", "/calculator/", "/get-help/", "/cy/frequently-asked-questions", "/separation",
    "/separation/everybody", "/leaflets/staying-safe", "/contact", "/staying-safe", "/search",
]  # fmt: skip
CLIENTS = 16
SECONDS = 4.0
AFRESH = "?afresh=1"
"""A page with a query is made anew each time."""
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
SLOWER_PROCESSOR = 4
LOADED = """() => new Promise(done => {
    let paint = 0, shift = 0;
    new PerformanceObserver(list => { paint = list.getEntries().at(-1).startTime; }).observe({type: "largest-contentful-paint", buffered: true});
    new PerformanceObserver(list => { for (const one of list.getEntries()) { shift += one.value; } }).observe({type: "layout-shift", buffered: true});
    setTimeout(() => done([paint, shift]), 1500);
})"""


@dataclass(frozen=True)
class Measured:
    """One page as it is kept, and as it is made afresh; and what a first view of it weighs, compressed."""

    path: str
    kept: Answered
    afresh: Answered
    kilobytes: float


@dataclass(frozen=True)
class Seen:
    """One page on a slow phone: seconds until its largest part is there, and how much it moved meanwhile."""

    path: str
    largest: float
    moved: float


def run() -> str:
    with scratch(), serving() as port:
        for path in PAGES + FORMS + NEVER_KEPT:  # every worker makes each page once
            ask(port, path, clients=CLIENTS, seconds=0.3)
        before = ask(port, PLAIN, clients=CLIENTS, seconds=SECONDS)
        measured = []
        for path in PAGES + FORMS + NEVER_KEPT:
            kept = ask(port, path, clients=CLIENTS, seconds=SECONDS)
            afresh = ask(port, path + AFRESH, clients=CLIENTS, seconds=SECONDS)
            measured.append(Measured(path, kept, afresh, weight(port, path)))
        after = ask(port, PLAIN, clients=CLIENTS, seconds=SECONDS)
        return _section((before, after), measured, on_a_phone(port), who_can_help(port))


def who_can_help(port: int) -> list[float]:
    """Milliseconds for each answer to what somebody needs after a separation: sent as a form, made for them, kept nowhere."""
    took = []
    for _ in range(TIMES):
        asked = urllib.request.Request(
            f"http://127.0.0.1:{port}/separation/people", data=NEEDS, headers={"Sec-Fetch-Site": "same-origin"}
        )
        begun = time.monotonic()
        with urllib.request.urlopen(asked, timeout=30) as answer:  # noqa: S310 -- our own server
            if b"Live Fear Free" not in answer.read():
                raise RuntimeError("the list of who can help did not come")
        took.append((time.monotonic() - begun) * 1000)
    return took


def weight(port: int, path: str) -> float:
    """Kilobytes of a first view: the page and each style, script and picture that it names, compressed."""
    page = _get(port, path)
    parts = set(re.findall(r'(?:src|href)="(/static/[^"]+)"', page.decode()))
    return sum(len(gzip.compress(body, 6)) for body in (page, *(_get(port, part) for part in parts))) / 1000


def _get(port: int, path: str) -> bytes:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=30) as answer:
        return bytes(answer.read())


def on_a_phone(port: int) -> list[Seen]:
    """Each page at 360 pixels, with nothing kept from before, on slow 4G and a slow processor; nothing without a browser."""
    program = next(filter(None, map(shutil.which, ("chromium", "google-chrome", "chromium-headless-shell"))), None)
    if program is None:
        return []
    from playwright.sync_api import sync_playwright

    found = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-gpu", "--no-proxy-server"]
        )
        for path in ON_A_PHONE:
            context = browser.new_context(viewport={"width": 360, "height": 740})
            page = context.new_page()
            session = context.new_cdp_session(page)
            session.send("Network.enable")
            session.send("Network.emulateNetworkConditions", SLOW_4G)
            session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER_PROCESSOR})
            page.goto(f"http://localhost:{port}{path}")
            largest, moved = page.evaluate(LOADED)
            found.append(Seen(path, largest / 1000, moved))
            context.close()
        browser.close()
    return found


def _section(plain: tuple[Answered, Answered], measured: list[Measured], seen: list[Seen], helped: list[float]) -> str:
    a_second = sum(one.requests for one in plain) / sum(one.seconds for one in plain)
    rows = "\n".join(
        f"| `{one.path}` | {one.kept.a_second:,.0f} | {one.kept.a_second / a_second:.2f} | {one.kept.p95_ms:.0f} "
        f"| {one.afresh.a_second:,.0f} | {one.afresh.a_second / a_second:.2f} | {one.afresh.p95_ms:.0f} | {one.kilobytes:.0f} |"
        for one in measured
    )
    phone = "\n".join(f"| `{one.path}` | {one.largest:.1f} | {one.moved:.2f} |" for one in seen)
    slowest = min((one for one in measured if one.path not in NEVER_KEPT), key=lambda one: one.kept.a_second)
    table = (
        f"""
A phone of 360 pixels on slow 4G (1.6 Mbit/s, 150 ms) with a processor {SLOWER_PROCESSOR} times slower, nothing kept from before
(aims: 2.5 seconds, 0.1):

| page | largest part is there, seconds | moved |
|---|---:|---:|
{phone}
"""
        if seen
        else ""
    )
    return f"""## Public pages

{CLIENTS} clients on the same two cores as the server. The plainest page, `{PLAIN}`, through all the middleware, answered {a_second:,.0f}
requests a second, with p95 {max(one.p95_ms for one in plain):.0f} ms. *Kept* is a page as visitors get it: made once for all who ask in
the same language, day and choice of cookies. *Afresh* is made anew each time, as for whoever has a session. Each view is counted
meanwhile. The slowest kept page, `{slowest.path}`, does {slowest.kept.a_second / a_second:.2f} of the plainest (aim: at least 0.5).
The last, which names the page that led to it, is never kept.

| page | kept, a second | kept / plainest | p95 ms | afresh, a second | afresh / plainest | p95 ms | first view, kB compressed |
|---|---:|---:|---:|---:|---:|---:|---:|
{rows}

Who can help, for four topics in Wales (`/separation/people`, sent as a form, one after another): median {median(helped):.0f} ms, p95
{quantiles(helped, n=20)[-1]:.0f} ms.
{table}"""
