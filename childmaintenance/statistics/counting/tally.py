"""Sums in memory: what has been counted since they were last written down. One for each process."""

import threading
from collections import Counter
from datetime import date, datetime

from childmaintenance.statistics.terms import Measure

Key = tuple[date, str, str, str]
MOST = 5_000
"""Different things between two writings. Somebody who invents more only loses their own."""
HOSTS = 50
"""Different hosts that people arrive from between two writings; further ones are counted together."""
OTHER = "other"


class Tally:
    """Adds up, and gives away what it has."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._counts: Counter[Key] = Counter()
        self._hosts: set[str] = set()
        self._work: dict[datetime, list[int]] = {}

    def add(self, day: date, measure: Measure, page: str, detail: str = "", times: int = 1) -> None:
        """Count one thing."""
        with self._lock:
            if measure is Measure.ARRIVAL and detail not in self._hosts:
                if len(self._hosts) >= HOSTS:
                    detail = OTHER
                self._hosts.add(detail)
            key = (day, measure.value, page, detail)
            if key in self._counts or len(self._counts) < MOST:
                self._counts[key] += times

    def worked(self, window: datetime, milliseconds: int, *, failed: bool) -> None:
        """Count one request of the service's own work."""
        with self._lock:
            sums = self._work.setdefault(window, [0, 0, 0, 0])
            sums[0] += 1
            sums[1] += failed
            sums[2] += milliseconds
            sums[3] = max(sums[3], milliseconds)

    def take(self) -> tuple[Counter[Key], dict[datetime, list[int]]]:
        """Everything counted so far, which is then here no more."""
        with self._lock:
            counts, work = self._counts, self._work
            self._counts, self._work, self._hosts = Counter(), {}, set()
        return counts, work

    def give_back(self, counts: Counter[Key], work: dict[datetime, list[int]]) -> None:
        """What could not be written down is kept for the next time."""
        with self._lock:
            for key, times in counts.items():
                if key in self._counts or len(self._counts) < MOST:
                    self._counts[key] += times
            for window, (requests, failures, milliseconds, slowest) in work.items():
                sums = self._work.setdefault(window, [0, 0, 0, 0])
                sums[0] += requests
                sums[1] += failures
                sums[2] += milliseconds
                sums[3] = max(sums[3], slowest)


tally = Tally()
