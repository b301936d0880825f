"""The bank's counter over HTTP, so that any program can pay in, order mischief, end a day and read the books."""

from __future__ import annotations

import json
import threading
from dataclasses import asdict
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from .bank import Bank
from .words import Account, BankRefuses

Json = dict[str, Any]


class Counter:
    """A bank that listens; use it in a `with` block."""

    def __init__(self, bank: Bank, *, host: str = "127.0.0.1", port: int = 0) -> None:
        class Bound(_Handler):
            pass

        Bound.bank = bank
        self.server = ThreadingHTTPServer((host, port), Bound)
        self.server.daemon_threads = True

    @property
    def url(self) -> str:
        """Where it listens."""
        host, port = self.server.server_address[:2]
        return f"http://{host!s}:{port}"

    def __enter__(self) -> Counter:
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()


def serve(bank: Bank, path: str, given: Json) -> Json:
    """Do one thing at the counter; an unknown path is KeyError, a missing or wrong field KeyError or ValueError."""
    day = date.fromisoformat(given["on"]) if "on" in given else None
    match path.strip("/").split("/"):
        case ["payments"]:
            reference = bank.pay_in(
                on=_day(day), pence=int(given["pence"]), payer=_account(given["payer"]), words=given["words"],
                end_to_end=given.get("end_to_end", "NOTPROVIDED"),
            )  # fmt: skip
            return {"reference": reference}
        case ["returns"]:
            return {
                "reference": bank.return_payment(given["reference"], on=_day(day), reason=given.get("reason", "MD07"))
            }
        case ["standing-orders"]:
            number = bank.standing_order(
                payer=_account(given["payer"]), words=given["words"], pence=int(given["pence"]), every=given["every"],
                first_on=date.fromisoformat(given["first_on"]),
            )  # fmt: skip
            return {"number": number}
        case ["standing-orders", number, "stop"]:
            bank.stop_standing_order(int(number), on=_day(day))
        case ["closed-accounts"]:
            bank.close_somebodys_account(_account(given["account"]))
        case ["mischief"]:
            bank.misbehave(given["how"], on=_day(day))
        case ["days", ended, "end"]:
            return {"file": bank.end_day(date.fromisoformat(ended)).name}
        case ["days", ended, "send-again"]:
            return {"file": bank.send_again(date.fromisoformat(ended)).name}
        case _:
            raise KeyError(path)
    return {"status": "done"}


def _day(day: date | None) -> date:
    if day is None:
        raise KeyError("on")
    return day


def _account(given: Json) -> Account:
    return Account(given["name"], given["sort_code"], given["number"])


class _Handler(BaseHTTPRequestHandler):
    bank: Bank
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: payments are about people."""

    def do_GET(self) -> None:
        """Health and the books."""
        if self.path == "/health":
            return self._say(200, {"status": "up"})
        if self.path == "/books":
            return self._say(200, asdict(self.bank.books()))
        return self._say(404, {"error": "There is no such counter."})

    def do_POST(self) -> None:
        """Serve one customer."""
        try:
            given = json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)) or b"{}")
            self._say(200, serve(self.bank, self.path, given))
        except BankRefuses as refusal:
            self._say(409, {"error": str(refusal)})
        except (KeyError, TypeError, ValueError) as wrong:
            self._say(400, {"error": f"Not understood: {wrong}"})

    def _say(self, status: int, content: Json) -> None:
        body = json.dumps(content, default=str).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
