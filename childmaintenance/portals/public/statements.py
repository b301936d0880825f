"""What the service says of itself: how accessible it is, in which languages, how secure, and where to report a weakness."""

import datetime as dt
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from childmaintenance.foundation import clock, language
from childmaintenance.foundation.logs.allowed import FIELDS

KEPT_IN = Path(__file__).with_name("accessibility.toml")
EXPIRES_IN = dt.timedelta(days=180)


@dataclass(frozen=True)
class Issue:
    """Something that is not right yet. `criterion` is of WCAG 2.2, and empty where none names it."""

    id: str
    found: dt.date
    criterion: str
    whats: dict[str, str]
    plans: dict[str, str]

    @property
    def what(self) -> str:
        return self.whats[language.current()]

    @property
    def plan(self) -> str:
        return self.plans[language.current()]


@dataclass(frozen=True)
class Statement:
    """The accessibility statement: when it was made and looked at, how it was tested, what is not right yet."""

    prepared: dt.date
    looked_at: dt.date
    look_again_by: dt.date
    tested: tuple[dict[str, str], ...]
    issues: tuple[Issue, ...]

    @property
    def against_the_guidelines(self) -> tuple[Issue, ...]:
        """Those that a criterion names."""
        return tuple(issue for issue in self.issues if issue.criterion)


@cache
def statement() -> Statement:
    """The statement, read once. Raises KeyError where the file is not as it should be."""
    kept = tomllib.loads(KEPT_IN.read_text(encoding="utf-8"))
    issues = tuple(Issue(one["id"], one["found"], one["criterion"], one["what"], one["plan"]) for one in kept["issue"])
    tested = tuple(one["what"] for one in kept["tested"])
    return Statement(kept["prepared"], kept["looked_at"], kept["look_again_by"], tested, issues)


def accessibility(request: HttpRequest) -> HttpResponse:
    """How accessible the service is, how we know, and what is not right yet."""
    return render(request, "public/accessibility.html", {"statement": statement()})


def security(request: HttpRequest) -> HttpResponse:
    """How the service is kept secure, and how to tell of a weakness."""
    contact = settings.SECURITY_CONTACT
    return render(
        request,
        "public/security.html",
        {"contact": contact, "contact_in_words": contact.removeprefix("mailto:").removeprefix("tel:")},
    )


def log(request: HttpRequest) -> HttpResponse:
    """Everything that a line of the log may hold, from the list by which lines are written."""
    return render(request, "public/log.html", {"fields": FIELDS})


def security_txt(request: HttpRequest) -> HttpResponse:
    """Where to report a weakness, for machines: RFC 9116."""
    page = settings.SITE_ADDRESS + reverse("security")
    expires = dt.datetime.combine(clock.wall().date() + EXPIRES_IN, dt.time(), tzinfo=dt.UTC)
    lines = [
        f"Contact: {settings.SECURITY_CONTACT or page}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: en, cy",
        f"Canonical: {settings.SITE_ADDRESS}{request.path}",
        f"Policy: {page}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
