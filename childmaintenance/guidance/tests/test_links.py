"""Addresses are asked politely of a site that misbehaves in every way, and what came of it is kept for editors."""

import datetime as dt
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from childmaintenance.foundation import clock
from childmaintenance.guidance.links import keeping
from childmaintenance.guidance.links.asking import NoNetwork, ask, is_one_site
from childmaintenance.guidance.links.naming import named
from childmaintenance.guidance.links.terms import Answer, Outcome
from childmaintenance.guidance.organisations import organisations
from childmaintenance.guidance.shelf import Shelf

US = "OpenChildMaintenance link check (+https://example.org)"
NOWHERE = "http://no-such-host.invalid/"


class Site(BaseHTTPRequestHandler):
    """What each path does; it notes who asked and how many at once."""

    asked: list[tuple[str, str, str]] = []
    at_once = most_at_once = 0
    lock = threading.Lock()

    def do_HEAD(self) -> None:
        self.answer()

    def do_GET(self) -> None:
        self.answer()

    def answer(self) -> None:
        with self.lock:
            Site.at_once += 1
            Site.most_at_once = max(Site.most_at_once, Site.at_once)
        self.asked.append((self.command, self.path, self.headers["User-Agent"]))
        try:
            self.behave(self.path.strip("/"))
        except (BrokenPipeError, ConnectionResetError):
            pass
        finally:
            with self.lock:
                Site.at_once -= 1

    def behave(self, path: str) -> None:
        here, port = self.headers["Host"].split(":")
        match path:
            case "slow":
                time.sleep(1.5)
                self.say(200)
            case "drips":
                for _ in range(30):
                    self.wfile.write(b"H")
                    time.sleep(0.1)
            case "garbage":
                self.wfile.write(b"\x00\xff\xfe what do you want\r\n\r\n")
            case "moved":
                self.say(301, Location="/fine")
            case "elsewhere":
                self.say(302, Location=f"http://{'localhost' if here == '127.0.0.1' else '127.0.0.1'}:{port}/secret")
            case "inside":
                self.say(302, Location="file:///etc/passwd")
            case "round":
                self.say(302, Location="/round")
            case "no-head" if self.command == "HEAD":
                self.say(405)
            case "odd-head" if self.command == "HEAD":
                self.say(404)
            case "gone":
                self.say(410)
            case "people-only":
                self.say(403)
            case "broken":
                self.say(500)
            case "missing":
                self.say(404)
            case _:
                self.say(200)

    def say(self, status: int, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_said: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    """A site on this machine."""
    Site.asked, Site.at_once, Site.most_at_once = [], 0, 0
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def pretender(tmp_path: Path) -> Iterator[str]:
    """A site whose certificate nobody vouches for."""
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    subprocess.run([*made, "-keyout", tmp_path / "key", "-out", tmp_path / "cert"], check=True, capture_output=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "cert", tmp_path / "key")
    server.socket = context.wrap_socket(server.socket, server_side=True)
    server.handle_error = lambda *_said: None  # type: ignore[method-assign]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"https://localhost:{server.server_port}"
    server.shutdown()
    server.server_close()


def outcomes(*addresses: str, seconds: float = 0.8) -> dict[str, tuple[Outcome, str]]:
    found = ask(addresses, calling_us=US, seconds=seconds, pause=0)
    return {one.address.rpartition("/")[2]: (one.outcome, one.detail) for one in found}


def test_every_way_to_misbehave_has_its_word(site: str) -> None:
    paths = {
        "fine": (Outcome.WELL, ""),
        "moved": (Outcome.WELL, ""),
        "no-head": (Outcome.WELL, ""),
        "odd-head": (Outcome.WELL, ""),
        "missing": (Outcome.GONE, "404"),
        "gone": (Outcome.GONE, "410"),
        "people-only": (Outcome.REFUSED, "403"),
        "broken": (Outcome.FAILS, "500"),
        "slow": (Outcome.SLOW, ""),
        "drips": (Outcome.SLOW, ""),
        "garbage": (Outcome.NONSENSE, ""),
        "round": (Outcome.NONSENSE, ""),
        "elsewhere": (Outcome.ELSEWHERE, "localhost"),
        "inside": (Outcome.ELSEWHERE, ""),
    }
    assert outcomes(*(f"{site}/{path}" for path in paths)) == paths
    assert not any(path == "/secret" for _method, path, _who in Site.asked), "nobody sends us on to another host"
    assert {who for _method, _path, who in Site.asked} == {US}, "whom we ask knows who asks"


def test_a_host_is_asked_one_thing_at_a_time_with_a_pause(site: str) -> None:
    begun = time.monotonic()
    ask([f"{site}/{number}" for number in range(5)], calling_us=US, seconds=2, pause=0.1)
    assert Site.most_at_once == 1
    assert time.monotonic() - begun >= 0.4
    assert [method for method, _path, _who in Site.asked] == ["HEAD"] * 5, "of what is well nothing more is asked"


def test_a_site_that_cannot_prove_who_it_is(pretender: str, site: str) -> None:
    found = ask([f"{site}/fine", f"{pretender}/fine"], calling_us=US, seconds=3, pause=0)
    assert [one.outcome for one in found] == [Outcome.WELL, Outcome.UNTRUSTED]


def test_nobody_there(site: str) -> None:
    found = ask([f"{site}/fine", NOWHERE, "http://[::1]:9/"], calling_us=US, seconds=3, pause=0)
    assert [one.outcome for one in found] == [Outcome.WELL, Outcome.NO_HOST, Outcome.NO_ANSWER]


def test_addresses_that_are_none(site: str) -> None:
    found = ask([f"{site}/fine", "https://", "gopher://localhost/x"], calling_us=US, seconds=3, pause=0)
    assert [one.outcome for one in found[1:]] == [Outcome.NONSENSE] * 2


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://gov.uk/a", "https://www.gov.uk/b", True),
        ("http://cas.org.uk", "https://www.cas.org.uk/", True),
        ("https://www.relate.org.uk", "https://booking.relate.org.uk", True),
        ("https://relate.org.uk", "https://family-action.org.uk", False),
        ("https://relate.org.uk", "https://notrelate.org.uk", False),
        ("https://relate.org.uk", "http://127.0.0.1/", False),
        ("https://relate.org.uk", "https://relate.org.uk:8443/", False),
        ("https://relate.org.uk", "ftp://relate.org.uk/", False),
    ],
)
def test_what_is_one_site(one: str, other: str, same: bool) -> None:
    assert is_one_site(one, other) is same


def test_without_a_network_nothing_is_learnt() -> None:
    with pytest.raises(NoNetwork):
        ask([NOWHERE, "http://nor-this.invalid/"], calling_us=US, seconds=3, pause=0)


def test_a_way_out_that_lets_nobody_out_is_no_network(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", site)  # it knows no CONNECT
    with pytest.raises(NoNetwork):
        ask(["https://gingerbread.example/", "https://opfs.example/"], calling_us=US, seconds=3, pause=0)


def test_all_that_we_send_people_to_is_asked() -> None:
    places = named()
    assert len(places) > 120
    assert all(one.website in places for one in organisations())
    assert places["https://www.legislation.gov.uk/ukpga/1991/48"], "a source of the guides"
    for shelf in Shelf.every:
        for page in shelf.pages():
            assert all(source.at.partition("#")[0] in places for source in page.sources if source.at)


@pytest.mark.django_db
class TestKeeping:
    """What is written down."""

    BROKEN = Answer(address="https://gingerbread.org.uk", outcome=Outcome.GONE, detail="404")
    WELL = Answer(address="https://gingerbread.org.uk", outcome=Outcome.WELL)

    def test_since_when_it_is_broken_and_when_it_answered_last(self) -> None:
        for day, answer in enumerate((self.WELL, self.BROKEN, self.BROKEN)):
            with clock.travel(dt.date(2026, 11, 1 + 7 * day)):
                keeping.keep([answer])
        [one] = keeping.to_look_at()
        assert (one.answered_on, one.failing_since) == (dt.date(2026, 11, 1), dt.date(2026, 11, 8))
        assert (one.asked_on, one.failures, one.detail) == (dt.date(2026, 11, 15), 2, "404")
        assert one.named_in == ("organisations: gingerbread",)
        keeping.keep([self.WELL])
        assert keeping.to_look_at() == []

    def test_an_address_is_asked_again_after_a_week_and_the_longest_waiting_first(self) -> None:
        addresses = [f"https://{name}.example" for name in "cab"]
        assert keeping.addresses_due(addresses) == sorted(addresses)
        keeping.keep([Answer(address=addresses[0], outcome=Outcome.WELL)])
        assert addresses[0] not in keeping.addresses_due(addresses)
        with clock.travel(clock.today() + dt.timedelta(days=8)):
            assert keeping.addresses_due(addresses)[-1] == addresses[0]
        assert len(keeping.addresses_due([f"https://{n}.example" for n in range(200)])) == keeping.AT_MOST

    def test_what_we_name_no_more_is_forgotten(self) -> None:
        keeping.keep([self.BROKEN, Answer(address="https://old.example", outcome=Outcome.GONE)])
        keeping.forget_others(named())
        assert [one.address for one in keeping.to_look_at()] == ["https://gingerbread.org.uk"]

    def test_the_command_says_what_is_broken_and_keeps_nothing_of_a_trial(self, site: str) -> None:
        said = StringIO()
        call_command("links", f"{site}/missing", f"{site}/fine", pause=0, stdout=said)
        assert f"gone       404  {site}/missing" in said.getvalue() and "2 asked, 1 broken." in said.getvalue()
        assert keeping.last_asked() is None

    def test_the_command_says_when_there_is_no_network(self) -> None:
        with pytest.raises(CommandError, match="reaches nobody"):
            call_command("links", NOWHERE)
