"""Against the service as it runs: what an attacker sends who does not use a browser."""

import http.client
import re
import socket
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import urlencode

from django.conf import settings

from childmaintenance.cases import queries as cases
from childmaintenance.parties import actions as parties
from childmaintenance.parties import queries as people
from childmaintenance.parties.terms import PersonTold
from childmaintenance.portals.parents.tests.stories.family import CATRIN_APPLIES, STORY
from childmaintenance.portals.parents.tests.stories.walking import Walker

Answer = tuple[int, dict[str, str], str]
CSRF = "a" * 32
AWAY = (
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "/%0d%0aSet-Cookie:x=1",
    "javascript:alert(1)",
    "/\t/evil.example",
)


class Attacker:
    """Sends whatever they like to the running service."""

    def __init__(self, url: str) -> None:
        self.host = url.partition("://")[2]

    def send(self, way: str, address: str, body: bytes | str | None = None, **headers: str) -> Answer:
        connection = http.client.HTTPConnection(self.host, timeout=30)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            connection.request(way, address, body, sent)
            answer = connection.getresponse()
            headers: dict[str, str] = {}
            for name, value in answer.getheaders():
                headers[name.title()] = f"{headers[name.title()]}, {value}" if name.title() in headers else value
            return answer.status, headers, answer.read().decode("utf-8", "replace")
        finally:
            connection.close()

    def form(self, address: str, sent: dict[str, Any], *, session: str = "", **headers: str) -> Answer:
        """A form as a browser sends it, with the proof that it is ours."""
        cookies = f"{settings.CSRF_COOKIE_NAME}={CSRF}; {settings.SESSION_COOKIE_NAME}={session}"
        body = urlencode({**sent, "csrfmiddlewaretoken": CSRF}, doseq=True)
        return self.send(
            "POST", address, body, Cookie=cookies, Content_Type="application/x-www-form-urlencoded", **headers
        )

    def raw(self, text: bytes) -> bytes:
        host, _, port = self.host.partition(":")
        with socket.create_connection((host, int(port)), timeout=10) as line:
            line.sendall(text)
            line.settimeout(10)
            try:
                return line.recv(65536)
            except (TimeoutError, ConnectionResetError):
                return b""


def session_of(walker: Walker) -> str:
    return str(walker.client.cookies[settings.SESSION_COOKIE_NAME].value)


def test_an_attacker_at_the_running_service(own_database: str, live_server_url: str) -> None:
    """One test, because a server and a database of its own take time; each part is an attack of its own."""
    attacker = Attacker(live_server_url)
    catrin = Walker("Catrin").begin("/apply/").go_through(CATRIN_APPLIES)
    mine = f"{settings.SESSION_COOKIE_NAME}={session_of(catrin)}"
    for attack in (
        hosts,
        ways,
        sizes,
        nonsense,
        other_sites,
        without_the_proof,
        kept_by_nobody,
        a_session_of_ones_own_making,
    ):
        attack(attacker, mine)
    sent_many_times_at_once(attacker, catrin)
    one_code_for_two(attacker)


def hosts(attacker: Attacker, mine: str) -> None:
    """A name that is not ours is not answered, and no header makes one."""
    for headers in ({"Host": "evil.example"}, {"Host": "localhost@evil.example"}, {"Host": "localhost:80:80"}):
        status, answered, page = attacker.send("GET", "/sign-in", **headers)
        assert status == 400 and "evil" not in page + str(answered), headers
    status, answered, page = attacker.send(
        "GET", "/home", X_Forwarded_Host="evil.example", Forwarded="host=evil.example", X_Original_URL="/casework/"
    )
    assert status == 302 and answered["Location"] == "/sign-in?next=%2Fhome"


def ways(attacker: Attacker, mine: str) -> None:
    """A way of asking that a page does not know changes nothing and says nothing."""
    for way in ("PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "PROPFIND"):
        for address in ("/home", "/apply/", "/sign-in", "/"):
            status, _headers, page = attacker.send(way, address, Cookie=mine, X_HTTP_Method_Override="POST")
            assert status in (200, 302, 400, 403, 405, 501), (way, address, status)
            assert "Traceback" not in page and mine not in page
    assert b"500" not in attacker.raw(b"G\x00T / HTTP/1.1\r\nHost: localhost\r\n\r\n")[:40]


def sizes(attacker: Attacker, mine: str) -> None:
    """Too much is refused, and is nowhere kept meanwhile."""
    kind = "application/x-www-form-urlencoded"
    assert attacker.send("POST", "/sign-in", b"login=" + b"x" * 3_000_000, Content_Type=kind)[0] in (400, 403)
    many = urlencode([(f"field{n}", "x") for n in range(1500)])
    assert attacker.send("POST", "/sign-in", many, Content_Type=kind, Cookie=mine)[0] in (400, 403)
    assert attacker.form("/sign-in", dict.fromkeys((f"field{n}" for n in range(1500)), "x"))[0] == 400
    part = b'--b\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n\r\n'
    whole = part + b"x" * 4_500_000 + b"\r\n--b--\r\n"
    try:
        status = attacker.send("POST", "/sign-in", whole, Content_Type="multipart/form-data; boundary=b")[0]
    except (BrokenPipeError, ConnectionResetError):
        status = 400  # answered, and the door shut, before all of it was sent
    assert status == 400
    assert attacker.send("GET", "/sign-in", Cookie=mine, Content_Length="9" * 5000)[0] in (400, 413, 431)
    assert attacker.send("GET", "/home?" + "x" * 20_000, Cookie=mine)[0] in (200, 302, 400, 414, 431)


def nonsense(attacker: Attacker, mine: str) -> None:
    """What makes no sense is not understood; it is never our mistake."""
    for address in (
        "/%00",
        "/letters/%00",
        "/%ff%fe",
        "/cy/%c0%af",
        "/payments/..%2f..%2fetc/statement.pdf",
        "/home?page=%00",
    ):
        status, _headers, page = attacker.send("GET", address, Cookie=mine)
        assert status in (302, 400, 404), (address, status)
        assert "Traceback" not in page and "psycopg" not in page
    for kind in ("multipart/form-data", "multipart/form-data; boundary=" + "b" * 5000, "text/html; charset=zzz", "x"):
        assert attacker.send("POST", "/sign-in", b"\x00\xff--", Content_Type=kind)[0] in (200, 400, 403), kind
    status, _headers, page = attacker.send(
        "GET", "/", Accept_Language="cy;q=" + "9" * 4000, Cookie="session=%7f; csrf="
    )
    assert status == 200


def other_sites(attacker: Attacker, mine: str) -> None:
    """Nothing leads away from here, however the way back is written."""
    for away in AWAY:
        for page in ("/sign-in", "/session/ends-soon", "/session/ended"):
            status, headers, _page = attacker.send("GET", f"{page}?{urlencode({'next': away})}", Cookie=mine)
            assert "evil" not in headers.get("Location", ""), (page, away)
            assert "Set-Cookie:x" not in headers.get("Location", "").replace("%0d%0a", "") or status == 302
        status, headers, _page = attacker.form("/session/stay", {"next": away}, session=mine.partition("=")[2])
        assert headers.get("Location", "/").startswith("/") and "evil" not in headers.get("Location", "")
    for address in ("//evil.example/", "/cy//evil.example", "/cy/cy/home", "/cy/../casework/", "/./home"):
        status, headers, page = attacker.send("GET", address, Cookie=mine)
        assert status in (302, 400, 404), (address, status)
        assert not re.search(r"""(href|action|src)=["'](//|/\\)""", page), address


def without_the_proof(attacker: Attacker, mine: str) -> None:
    """A form that another site made a browser send is refused, for signed-in people and for nobody."""
    for address in (
        "/apply/",
        "/sign-out",
        "/sign-in",
        "/account/places/sign-out-everywhere",
        "/session/stay",
        "/join/",
    ):
        assert attacker.send("POST", address, "code=x", Cookie=mine)[0] == 403, address
    status, _headers, _page = attacker.form(
        "/account/language", {"language": "cy"}, session=mine.partition("=")[2], Origin="https://evil.example"
    )
    assert status == 403


def kept_by_nobody(attacker: Attacker, mine: str) -> None:
    """No cache between us and a signed-in person keeps anything, not even what was not found."""
    for address in ("/home", "/letters", "/details", "/payments", "/nothing-here", "/letters/L-0000-0000-0", "/apply/"):
        _status, headers, _page = attacker.send("GET", address, Cookie=mine)
        assert headers["Cache-Control"] == "no-store, private", address
        assert "Set-Cookie" not in headers or "HttpOnly" in headers["Set-Cookie"]


def a_session_of_ones_own_making(attacker: Attacker, mine: str) -> None:
    """A key that we did not give out is nobody's, and is never taken up when somebody signs in."""
    planted = "a" * 32
    status, headers, _page = attacker.form(
        "/sign-in", {"login": "catrin@example.org", "password": "seven calm herons"}, session=planted
    )
    assert status == 302
    given = re.search(rf"{settings.SESSION_COOKIE_NAME}=(\w+)", headers["Set-Cookie"])
    assert given and given[1] != planted
    cookie = f"{settings.SESSION_COOKIE_NAME}={planted}"
    assert attacker.send("GET", "/apply/", Cookie=cookie)[0] == 302


def sent_many_times_at_once(attacker: Attacker, catrin: Walker) -> None:
    """A button pressed by eight hands at the same moment is one application."""
    check, session = catrin.draft + "check-your-answers", session_of(catrin)
    with ThreadPoolExecutor(8) as hands:
        answers = list(hands.map(lambda _n: attacker.form(check, {}, session=session), range(8)))
    assert {status for status, _headers, _page in answers} == {302}
    person = people.party_of_account(catrin.account)
    assert person is not None and len(cases.cases_of(person.reference)) == 1


def one_code_for_two(attacker: Attacker) -> None:
    """A code from a letter, typed by two people at the same moment, opens for one of them."""
    party = parties.register(told=PersonTold(full_name="Gwen Teifi"), by=STORY)
    code = parties.invite(party=party, by=STORY)
    two = [Walker("Gwen"), Walker("Mallory")]
    send: Callable[[Walker], Answer] = lambda one: attacker.form("/join/", {"code": code}, session=session_of(one))  # noqa: E731
    with ThreadPoolExecutor(2) as hands:
        statuses = sorted(status for status, _headers, _page in hands.map(send, two))
    assert statuses == [200, 302]
    joined = [one for one in two if people.party_of_account(one.account) is not None]
    assert len(joined) == 1
