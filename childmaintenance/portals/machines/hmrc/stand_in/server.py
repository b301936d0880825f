"""The stand-in for HMRC as an HTTP server: tokens, one question, and a control door for tests and the demo."""

from __future__ import annotations

import json
import secrets
import threading
import time
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

from .answers import right_answer, spoil, to_bytes
from .mischief import Mischief, Order, Orders
from .people import People, Taxpayer, tidy

TOKEN_LIVES = 4 * 60 * 60
QUESTION = "/individuals/latest-income"

REFUSALS: dict[Mischief, tuple[int, str]] = {
    Mischief.TOO_MANY: (429, "MESSAGE_THROTTLED_OUT"),
    Mischief.UNAVAILABLE: (503, "SERVER_ERROR"),
    Mischief.BROKEN: (500, "INTERNAL_SERVER_ERROR"),
    Mischief.NOT_FOUND: (404, "MATCHING_FAILED"),
    Mischief.NO_INCOME: (404, "NO_INCOME_HELD"),
}


class StandIn:
    """A running stand-in; use it in a `with` block, or call `start` and `stop`. Nothing personal is printed or kept."""

    def __init__(
        self,
        people: People,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        client_id: str = "child-maintenance",
        client_secret: str = "the stand-in's",  # noqa: S107 - its name says it
    ) -> None:
        self.people, self.orders = people, Orders()
        self.client_id, self.client_secret = client_id, client_secret
        self.asked: list[dict[str, Any]] = []
        self.tokens: dict[str, float] = {}
        self.stopping = threading.Event()
        self.lock = threading.Lock()
        owner = self

        class Bound(_Handler):
            house = owner

        class Server(ThreadingHTTPServer):
            daemon_threads = True
            block_on_close = False
            request_queue_size = 128

            def handle_error(self, request: Any, client_address: Any) -> None:
                """A caller who hangs up is not news."""

        self.server = Server((host, port), Bound)

    @property
    def url(self) -> str:
        """Where it listens, for example `http://127.0.0.1:8091`."""
        host, port = self.server.server_address[:2]
        return f"http://{host!s}:{port}"

    def start(self) -> StandIn:
        """Begin to listen, in a thread of its own."""
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        return self

    def stop(self) -> None:
        """Let go of every caller and close."""
        self.stopping.set()
        self.server.shutdown()
        self.server.server_close()

    def __enter__(self) -> StandIn:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    def misbehave(self, nino: str, how: Mischief | str, *, times: int | None = None, seconds: int = 1) -> None:
        """From now on treat this person's questions badly, `times` times or for ever."""
        self.orders.give(tidy(nino), Order(Mischief(how), times, seconds))

    def order_for(self, nino: str, person: Taxpayer | None) -> Order:
        """What to do to this question; a wish in the people file counts until something else is ordered."""
        if person and person.mischief and not self.orders.known(nino):
            self.orders.give(nino, Order.from_json(person.mischief))
        return self.orders.next_for(nino)


class _Handler(BaseHTTPRequestHandler):
    house: StandIn
    protocol_version = "HTTP/1.1"
    server_version = "hmrc-stand-in"
    sys_version = ""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: a question is about a person."""

    def do_GET(self) -> None:
        """Health, and for tests what was asked (never about whom)."""
        if self.path == "/health":
            self._say(200, {"status": "up"})
        elif self.path == "/control/asked":
            self._say(200, {"asked": self.house.asked})
        else:
            self._say(404, {"code": "NOT_FOUND"})

    def do_POST(self) -> None:
        """Give a token, answer a question, or take an instruction."""
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.path == "/oauth2/token":
            return self._give_token(body)
        try:
            given = json.loads(body)
        except ValueError:
            return self._say(400, {"code": "INVALID_PAYLOAD"})
        if self.path == QUESTION:
            return self._answer(given)
        if self.path == "/control/people":
            self.house.people.add(given["people"])
            return self._say(200, {"status": "added"})
        if self.path == "/control/mischief":
            self.house.orders.give(tidy(given["nino"]), Order.from_json(given))
            return self._say(200, {"status": "ordered"})
        return self._say(404, {"code": "NOT_FOUND"})

    def _give_token(self, body: bytes) -> None:
        form = {key: values[0] for key, values in parse_qs(body.decode("ascii", "replace")).items()}
        known = form.get("client_id") == self.house.client_id and secrets.compare_digest(
            form.get("client_secret", ""), self.house.client_secret
        )
        if form.get("grant_type") != "client_credentials" or not known:
            self._say(401, {"error": "invalid_client"})
            return
        token = secrets.token_urlsafe(24)
        with self.house.lock:
            self.house.tokens[token] = time.monotonic() + TOKEN_LIVES
        self._say(200, {"access_token": token, "token_type": "bearer", "expires_in": TOKEN_LIVES})

    def _answer(self, question: dict[str, Any]) -> None:
        house, correlation = self.house, self.headers.get("CorrelationId", "")
        asked: dict[str, Any] = {"at": time.monotonic(), "path": self.path, "correlation": correlation}
        with house.lock:
            house.asked.append(asked)
        token = (self.headers.get("Authorization") or "").removeprefix("Bearer ")
        if house.tokens.get(token, 0) < time.monotonic():
            return self._say(401, {"code": "INVALID_CREDENTIALS"})
        try:
            nino, requested_on = tidy(question["nino"]), date.fromisoformat(question["requestedOn"])
            who = {"full_name": question["fullName"], "date_of_birth": question["dateOfBirth"]}
        except (KeyError, TypeError, ValueError):
            return self._say(400, {"code": "INVALID_PAYLOAD"})
        person = house.people.find(nino=nino, **who)
        order = house.order_for(nino, person)
        asked["mischief"] = str(order.how)
        if order.how is Mischief.EXPIRED_TOKEN:
            house.tokens.pop(token, None)
            return self._say(401, {"code": "INVALID_CREDENTIALS"})
        if order.how in REFUSALS:
            status, code = REFUSALS[order.how]
            return self._say(status, {"code": code}, retry_after=order.seconds if status in (429, 503) else None)
        year = person.latest_year(requested_on) if person else None
        if person is None or year is None:
            return self._say(404, {"code": "NO_INCOME_HELD" if person else "MATCHING_FAILED"})
        return self._deliver(to_bytes(spoil(right_answer(person, year, correlation), order.how)), order)

    def _deliver(self, body: bytes, order: Order) -> None:
        if order.how is Mischief.SILENT:
            self.house.stopping.wait()
            self.close_connection = True
            return
        if order.how is Mischief.SLOW:
            self.house.stopping.wait(order.seconds)
        if order.how is Mischief.MALFORMED:
            body = b"<html>Sorry, there is a problem with the service</html>"
        if order.how is Mischief.HUGE:
            body = b'{"correlationId": "' + b"x" * 8_000_000 + b'"}'
        self._send(200, body, half=order.how is Mischief.HALF)

    def _say(self, status: int, content: dict[str, Any], *, retry_after: int | None = None) -> None:
        self._send(status, json.dumps(content).encode(), retry_after=retry_after)

    def _send(self, status: int, body: bytes, *, retry_after: int | None = None, half: bool = False) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        if retry_after is not None:
            self.send_header("Retry-After", str(retry_after))
        self.end_headers()
        self.wfile.write(body[: len(body) // 2] if half else body)
        if half:
            self.close_connection = True
