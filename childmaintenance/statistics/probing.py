"""The service asks itself, from outside as people do, whether each part of it works; the answers are kept."""

import datetime as dt
import time
from collections.abc import Callable
from pathlib import Path

import httpx
from django.conf import settings
from django.core.mail import get_connection
from django.db import DatabaseError, connection

from childmaintenance.foundation import backlog, clock
from childmaintenance.statistics.models import Probe
from childmaintenance.statistics.terms import Part

PATIENCE = 8.0
"""Seconds. Nobody waits longer for a page."""
WAITS_TOO_LONG = dt.timedelta(minutes=10)
"""Work older than this that nobody has done says that no worker works."""
KEPT = dt.timedelta(days=95)


class NotWell(Exception):
    """The part answered, but not as it should. The message holds no name and no address."""


def probe_all(*, at: dt.datetime | None = None) -> None:
    """Ask every part once and keep what it answered."""
    at = (at or clock.wall()).replace(second=0, microsecond=0)
    found = [probe(part, at) for part in Part if part in ASKING and applies(part)]
    Probe.objects.bulk_create(found, ignore_conflicts=True)


def probe(part: Part, at: dt.datetime) -> Probe:
    """Ask one part. Whatever goes wrong is the answer."""
    started, problem = time.monotonic(), ""
    try:
        ASKING[part]()
    except Exception as wrong:  # whatever it is, the part does not work
        problem = str(wrong) if isinstance(wrong, NotWell) else type(wrong).__name__
    took = round((time.monotonic() - started) * 1000)
    return Probe(part=part, at=at, well=not problem, milliseconds=took, problem=problem[:60])


def applies(part: Part) -> bool:
    """Whether this service has the part at all."""
    return bool(settings.HMRC_URL) if part is Part.INCOME else True


def forget() -> int:
    """Delete what is older than the status page looks back."""
    return Probe.objects.filter(at__lt=clock.wall() - KEPT).delete()[0]


def _page(path: str, words: str = "</html>") -> Callable[[], None]:
    def ask() -> None:
        answer = httpx.get(f"{settings.SITE_ADDRESS}{path}", timeout=PATIENCE, headers={"User-Agent": "monitor"})
        if answer.status_code != 200 or words not in answer.text:
            raise NotWell(f"answered {answer.status_code}")

    return ask


def _records() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def _work() -> None:
    if not backlog.living_workers():
        raise NotWell("no worker shows a sign of life")
    oldest = backlog.waiting_since()
    if oldest is not None and clock.now() - oldest > WAITS_TOO_LONG:
        raise NotWell("work waits too long")


def _email() -> None:
    server = (
        get_connection(timeout=PATIENCE) if settings.EMAIL_BACKEND.endswith("smtp.EmailBackend") else get_connection()
    )
    if server.open() is False:
        raise NotWell("the mail server does not answer")
    server.close()


def _income() -> None:
    httpx.get(settings.HMRC_URL, timeout=PATIENCE)  # any answer at all: what we may ask has its own checks


def _bank() -> None:
    if not Path(settings.BANK_FOLDER).is_dir():
        raise NotWell("the folder is not there")


ASKING: dict[Part, Callable[[], None]] = {
    Part.PAGES: _page("/"),
    Part.SIGN_IN: _page("/sign-in"),
    Part.RECORDS: _records,
    Part.WORK: _work,
    Part.EMAIL: _email,
    Part.INCOME: _income,
    Part.BANK: _bank,
}


def records_answer_now() -> bool:
    """Asked while the status page is made, because the last probe may be a minute old."""
    try:
        _records()
    except DatabaseError:
        return False
    return True
