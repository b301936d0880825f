"""The ways in which the stand-in for HMRC can be bad on purpose, and how often it still has to be."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Mischief(StrEnum):
    """What can go wrong between us and HMRC; each has a test in `hmrc/tests`."""

    NONE = ""
    SLOW = "slow"  # answers rightly after `seconds`
    SILENT = "silent"  # takes the question and never answers
    HALF = "half"  # hangs up in the middle of the answer
    HUGE = "huge"  # an answer far larger than any answer
    MALFORMED = "malformed"  # not JSON
    WRONG_PERSON = "wrong-person"
    WRONG_YEAR = "wrong-year"  # a year outside the six
    WRONG_TYPE = "wrong-type"  # an amount as a binary fraction
    NEGATIVE = "negative"
    FRACTION = "fraction"  # a fraction of a penny
    TOO_MANY = "too-many"  # 429 with Retry-After
    UNAVAILABLE = "unavailable"  # 503 with Retry-After
    BROKEN = "broken"  # 500
    EXPIRED_TOKEN = "expired-token"  # noqa: S105 - 401: the token is dead, a new one works
    DUPLICATE = "duplicate"  # the same person twice, alike
    CONFLICTING = "conflicting"  # the same person twice, not alike
    OTHER_CORRELATION = "other-correlation"  # the answer to somebody else's question
    NOT_FOUND = "not-found"
    NO_INCOME = "no-income"  # known, but no figure in six years


@dataclass
class Order:
    """One standing instruction to misbehave; `times` left, or None for ever; `seconds` for slow and Retry-After."""

    how: Mischief
    times: int | None = None
    seconds: int = 1

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> Order:
        """Read an instruction; an unknown name raises ValueError."""
        times = row.get("times")
        return cls(Mischief(row.get("how", "")), None if times is None else int(times), int(row.get("seconds", 1)))


class Orders:
    """Who is to be treated badly, and how; safe to ask from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._orders: dict[str, Order] = {}

    def give(self, nino: str, order: Order) -> None:
        """Replace what is ordered for this person; `Mischief.NONE` ends it."""
        with self._lock:
            self._orders[nino] = order

    def known(self, nino: str) -> bool:
        """Whether anything was ever ordered for this person, so that a people file's own wish counts only once."""
        with self._lock:
            return nino in self._orders

    def next_for(self, nino: str) -> Order:
        """What to do to this person's next question, counting it."""
        with self._lock:
            order = self._orders.get(nino)
            if order is None or order.how is Mischief.NONE:
                return Order(Mischief.NONE)
            if order.times is not None:
                if order.times <= 0:
                    return Order(Mischief.NONE)
                order.times -= 1
            return Order(order.how, order.times, order.seconds)
