"""Our client of HMRC: asks for one person's income, with a deadline, and never puts a person in an address or a log."""

from __future__ import annotations

import logging
import threading
import time
import uuid
from datetime import date
from email.utils import parsedate_to_datetime

import httpx

from childmaintenance.foundation import clock

from .reading import read_answer
from .words import HmrcHasNothing, HmrcSilent, HmrcWrong, IncomeReport, Person

log = logging.getLogger(__name__)

LARGEST_ANSWER = 64 * 1024  # bytes; a true answer is under two thousand
LONGEST_WAIT = 60 * 60  # seconds; a longer Retry-After is not obeyed, the question is asked again after an hour
QUESTION = "/individuals/latest-income"
HAS_NOTHING = {"MATCHING_FAILED": "person-not-matched", "NO_INCOME_HELD": "no-income-held"}


class HmrcClient:
    """One connection to HMRC, safe to share between threads; `timeout` is the longest one question may take, in seconds."""

    def __init__(self, *, url: str, client_id: str, client_secret: str, timeout: float) -> None:
        self._client_id, self._client_secret, self._timeout = client_id, client_secret, timeout
        self._http = httpx.Client(base_url=url, timeout=timeout, follow_redirects=False)
        self._token, self._token_ends = "", 0.0
        self._lock = threading.Lock()

    def close(self) -> None:
        """Let go of the connection."""
        self._http.close()

    def latest_income(self, person: Person, *, requested_on: date) -> IncomeReport:
        """HMRC's figures for the latest available tax year (regulations 4, 35 and 36), checked.

        Raises HmrcSilent, HmrcWrong (both may be asked again) or HmrcHasNothing (final).
        """
        correlation = str(uuid.uuid4())
        question = {
            "nino": person.nino,
            "fullName": person.full_name,
            "dateOfBirth": person.date_of_birth.isoformat(),
            "requestedOn": requested_on.isoformat(),
        }
        try:
            status, body, wait = self._ask(question, correlation)
            if status == 401:  # the token died early: one fresh one, then believe the refusal
                self._token_ends = 0.0
                status, body, wait = self._ask(question, correlation)
            report = self._judge(status, body, wait, person, requested_on, correlation)
        except httpx.TimeoutException:
            log.warning("hmrc gave no answer in time", extra={"correlation": correlation})
            raise HmrcSilent("no-answer-in-time") from None
        except httpx.HTTPError:
            log.warning("hmrc could not be reached", extra={"correlation": correlation})
            raise HmrcSilent("not-reached") from None
        log.info("hmrc answered", extra={"correlation": correlation})
        return report

    def _ask(self, question: dict[str, str], correlation: str) -> tuple[int, bytes, int | None]:
        deadline = time.monotonic() + self._timeout
        headers = {"Authorization": f"Bearer {self._fresh_token()}", "CorrelationId": correlation}
        with self._http.stream("POST", QUESTION, json=question, headers=headers) as answer:
            body = b""
            for piece in answer.iter_bytes():
                body += piece
                if len(body) > LARGEST_ANSWER:
                    raise HmrcWrong("answer-too-large")
                if time.monotonic() > deadline:  # httpx times each read; a drip must not last for ever
                    raise HmrcSilent("no-answer-in-time")
            return answer.status_code, body, _seconds(answer.headers.get("Retry-After"))

    def _judge(
        self, status: int, body: bytes, wait: int | None, person: Person, requested_on: date, correlation: str
    ) -> IncomeReport:
        if status == 200:
            return read_answer(body, person=person, requested_on=requested_on, correlation=correlation)
        if status == 404:
            for theirs, ours in HAS_NOTHING.items():
                if theirs.encode() in body:
                    raise HmrcHasNothing(ours)
        if status in (401, 403):
            raise HmrcSilent("we-are-not-let-in")
        if status == 429:
            raise HmrcSilent("too-many-questions", wait=wait)
        if status >= 500:
            raise HmrcSilent("out-of-order", wait=wait)
        raise HmrcWrong(f"status-{status}")

    def _fresh_token(self) -> str:
        with self._lock:
            if time.monotonic() >= self._token_ends:
                self._token, lives = self._new_token()
                self._token_ends = time.monotonic() + lives * 0.9  # renewed before it dies on the way
            return self._token

    def _new_token(self) -> tuple[str, int]:
        form = {
            "grant_type": "client_credentials",
            "client_id": self._client_id,
            "client_secret": self._client_secret,
        }
        answer = self._http.post("/oauth2/token", data=form)
        if answer.status_code != 200:
            raise HmrcSilent("no-token", wait=_seconds(answer.headers.get("Retry-After")))
        try:
            given = answer.json()
            token, lives = given["access_token"], given["expires_in"]
        except (ValueError, KeyError, TypeError):
            raise HmrcWrong("token-not-readable") from None
        if not isinstance(token, str) or not isinstance(lives, int) or not token.isascii() or lives < 0:
            raise HmrcWrong("token-not-readable")
        return token, lives


def _seconds(retry_after: str | None) -> int | None:
    """Retry-After in seconds, from a number or a date, at most an hour; None when absent or unreadable."""
    if not retry_after:
        return None
    if retry_after.isascii() and retry_after.isdigit():
        return min(int(retry_after), LONGEST_WAIT) if len(retry_after) < 10 else LONGEST_WAIT
    try:
        then = parsedate_to_datetime(retry_after)
        return max(0, min(int((then - clock.wall()).total_seconds()), LONGEST_WAIT))
    except (TypeError, ValueError):
        return None
