"""How many pages one network may add to the counts in ten minutes, so that no machine can make up our figures.

Kept in memory as a keyed hash whose key changes every ten minutes and is written nowhere.
"""

import secrets
import threading
import time
from hashlib import blake2b

WINDOW = 600.0
MOST = 600
NETWORKS = 50_000


class Crowd:
    """One window at a time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._until = 0.0
        self._key = b""
        self._pages: dict[bytes, int] = {}

    def counts(self, network: str) -> bool:
        """Whether one more page of this network is still counted."""
        with self._lock:
            now = time.monotonic()
            if now >= self._until:
                self._until, self._key, self._pages = now + WINDOW, secrets.token_bytes(32), {}
            who = blake2b(network.encode(), key=self._key, digest_size=12).digest()
            if who not in self._pages and len(self._pages) >= NETWORKS:
                return True
            self._pages[who] = self._pages.get(who, 0) + 1
            return self._pages[who] <= MOST
