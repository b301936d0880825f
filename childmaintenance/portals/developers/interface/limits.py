"""How much one caller may ask: the length of a request, of the lists in it, and how many come in a minute."""

import ipaddress
import secrets
import threading
import time
from collections.abc import Iterator
from hashlib import blake2b
from typing import Any

from allauth.account.adapter import get_adapter
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from ninja.throttling import BaseThrottle

LONGEST_REQUEST = 65_536
"""Bytes. A case with a hundred changes has about twenty thousand."""
DEEPEST = 32
"""Lists and objects within each other. A receipt of a timeline has nine."""
MOST = {"receiving_parents": 20, "children": 20, "changes": 100}
"""How long a list may be, so that no request takes more than a second or so."""

A_MINUTE = 600
AT_ONCE = 120
MOST_CALLERS = 50_000


def too_much(part: Any, path: str = "", name: str = "", depth: int = 0) -> Iterator[tuple[str, int]]:
    """The lists that are too long, each with its place and the most it may hold; a place of 0 is nested too deeply."""
    if depth > DEEPEST:
        yield path, 0
    elif isinstance(part, dict):
        for key, value in part.items():
            yield from too_much(value, f"{path}.{key}" if path else key, key, depth + 1)
    elif isinstance(part, list):
        if len(part) > MOST.get(name, len(part)):
            yield path, MOST[name]
        for place, value in enumerate(part):
            yield from too_much(value, f"{path}[{place}]", "", depth + 1)


class Allowance(BaseThrottle):
    """So many at once and so many a minute for one address, kept in this process's memory and as a keyed hash only.

    One number a caller: the time at which the allowance will be whole again (the generic cell rate algorithm).
    """

    def __init__(self, a_minute: int = A_MINUTE, at_once: int = AT_ONCE) -> None:
        self.each, self.burst = 60 / a_minute, at_once * 60 / a_minute
        self._key = secrets.token_bytes(32)
        self._whole_at: dict[bytes, float] = {}
        self._lock = threading.Lock()
        self._waiting = threading.local()

    def allow_request(self, request: HttpRequest) -> bool:
        """Count this request, or say how long to wait."""
        caller = blake2b(_address(request).encode(), key=self._key, digest_size=16).digest()
        now = time.monotonic()
        with self._lock:
            whole_at = max(self._whole_at.get(caller, now), now) + self.each
            self._waiting.seconds = whole_at - now - self.burst
            if self._waiting.seconds > 1e-9:
                return False
            if caller not in self._whole_at and len(self._whole_at) >= MOST_CALLERS:
                self._forget(now)
            self._whole_at[caller] = whole_at
            return True

    def wait(self) -> float:
        """Seconds after which the request that was refused would be answered."""
        return float(self._waiting.seconds)

    def clear(self) -> None:
        """Forget everybody."""
        with self._lock:
            self._whole_at.clear()

    def _forget(self, now: float) -> None:
        """Drop whoever has a whole allowance; if all are busy, drop all rather than grow."""
        busy = {caller: whole_at for caller, whole_at in self._whole_at.items() if whole_at > now}
        self._whole_at = busy if len(busy) < MOST_CALLERS else {}


def _address(request: HttpRequest) -> str:
    """The caller's address, or the /64 it is in: one household has as many IPv6 addresses as it likes."""
    try:
        found = get_adapter().get_client_ip(request)
    except PermissionDenied:
        return "unknown"
    address = ipaddress.ip_address(found)
    if address.version == 6:
        return str(ipaddress.ip_network(f"{address}/64", strict=False).network_address)
    return str(address)


everybody = Allowance()
