"""What somebody allowed, refused or took back, as it was said: a line is added each time, and none is ever changed.

Whoever has not said who they are is a token that says nothing of them. No line of the audit is written: it would outlive
these.
"""

import datetime as dt
import hashlib
import hmac
import json
import re
import secrets
import tomllib
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.models import Max

from childmaintenance.foundation import clock, language
from childmaintenance.privacy.models import WHO, Consent
from childmaintenance.privacy.terms import Method, Purpose, Said

KEPT_IN = Path(__file__).with_name("consents.toml")
KEPT_AFTER = dt.timedelta(days=365)
"""How long a record stays after what was allowed has ended, to show that it was allowed."""


@dataclass(frozen=True)
class Text:
    """One version of the words that people are shown when they are asked, in both languages."""

    purpose: Purpose
    number: int
    since: dt.date
    lasts: dt.timedelta
    words: dict[str, str]
    published: str

    def __str__(self) -> str:
        return self.words[language.current()]

    def digest(self) -> str:
        """Changes with every letter, in either language."""
        return hashlib.sha256(json.dumps(self.words, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Line:
    """Somebody said something, once."""

    purpose: Purpose
    said: Said
    text: int
    language: str
    method: Method
    said_at: dt.datetime
    forgotten_on: dt.date


@cache
def texts() -> tuple[Text, ...]:
    """Every version of every purpose, as the file has them. Raises KeyError or ValueError where it is not as it should be."""
    kept = tomllib.loads(KEPT_IN.read_text(encoding="utf-8"))
    return tuple(
        Text(
            Purpose(one["purpose"]),
            one["number"],
            one["from"],
            dt.timedelta(days=one["days"]),
            {said: one[said] for said in language.LANGUAGES},
            one["published"],
        )
        for one in kept["text"]
    )


def text(purpose: Purpose) -> Text:
    """The words of today; on a page, `str` of it is in the reader's language."""
    return max((one for one in texts() if one.purpose is purpose), key=lambda one: one.number)


def new_token() -> str:
    """For somebody who has not said who they are: random, and used for nothing else."""
    return secrets.token_urlsafe(16)


def token_of(what: str) -> str:
    """The token of whoever holds something that only they and we have seen, such as the reference of a reminder.

    It is made afresh from that reference each time, so that nothing here leads back to it.
    """
    return urlsafe_b64encode(
        hmac.new(settings.SECRET_KEY.encode(), f"consent {what}".encode(), hashlib.sha256).digest()[:16]
    )[:22].decode()


@transaction.atomic
def record(
    *,
    purpose: Purpose,
    who: str = "",
    allowed: bool = True,
    method: Method = Method.PAGE,
    until: dt.date | None = None,
) -> str:
    """Note that somebody allowed something, or said no, and return who: a new token where none is given.

    `who` is the reference of an account, or a token; `until` the last day of what was allowed, where the words do not say.
    Raises ValueError for a `who` that could name somebody.
    """
    who = who or new_token()
    said = Said.YES if allowed else Said.WITHDRAWN if stands(purpose=purpose, who=who) else Said.NO
    _add(who, purpose, said, method, until)
    return who


@transaction.atomic
def withdraw(*, purpose: Purpose, who: str, method: Method = Method.PAGE) -> bool:
    """Note that somebody took back what they allowed; False where nothing stood. Asked again it does nothing."""
    if not stands(purpose=purpose, who=who):
        return False
    _add(who, purpose, Said.WITHDRAWN, method, None)
    return True


def stands(*, purpose: Purpose, who: str) -> bool:
    """Whether the last they said of it is yes."""
    return Consent.objects.filter(who=who, purpose=purpose).order_by("-id").values_list("said", flat=True).first() == (
        Said.YES
    )


def lines_of(who: str) -> tuple[Line, ...]:
    """All they said, oldest first."""
    return tuple(
        Line(
            Purpose(row.purpose),
            Said(row.said),
            row.text,
            row.language,
            Method(row.method),
            row.said_at,
            row.forgotten_on,
        )
        for row in Consent.objects.filter(who=who).order_by("id")
    )


def forget() -> None:
    """Erase the lines whose day has come: by the service's calendar, and by the real one that the database goes by."""
    day = min(clock.today(), clock.wall().date())
    Consent.objects.filter(forgotten_on__lt=day).delete()


def _add(who: str, purpose: Purpose, said: Said, method: Method, until: dt.date | None) -> None:
    if not re.fullmatch(WHO, who):
        raise ValueError("a record of consent names nobody: give the reference of an account, or a token")
    asked = text(purpose)
    ends = until or clock.today() + (asked.lasts if said is Said.YES else dt.timedelta())
    # A no outlives the yes that it ends: else, once it were erased, the yes would seem to stand again.
    before = Consent.objects.filter(who=who, purpose=purpose).aggregate(last=Max("forgotten_on"))["last"]
    Consent.objects.create(
        who=who,
        purpose=purpose,
        said=said,
        text=asked.number,
        language=language.current(),
        method=method,
        said_at=clock.now(),
        forgotten_on=max(filter(None, (before, ends + KEPT_AFTER))),
    )
