"""Where something about somebody is asked for, what for, and what the other parent gets of it: read from `collecting.toml`."""

import re
import tomllib
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any

from django.http import HttpRequest

from childmaintenance.foundation import language
from childmaintenance.journeys.shown import Shown
from childmaintenance.privacy.consents import text
from childmaintenance.privacy.notices import Kind, in_force
from childmaintenance.privacy.terms import Purpose

KEPT_IN = Path(__file__).with_name("collecting.toml")
NO_WORDS = dict.fromkeys(language.LANGUAGES, "")


@dataclass(frozen=True)
class Point:
    """One place where we ask. `forms` and `shown` are names of addresses; `section` is a part of the privacy notice."""

    key: str
    purpose: str
    section: str
    forms: tuple[str, ...]
    shown: tuple[str, ...]
    whys: dict[str, str]
    tolds: dict[str, str]
    nevers: dict[str, str]
    consent: Purpose | None = None
    template = "privacy/why_we_ask.html"

    @property
    def why(self) -> str:
        """What for: where somebody allows something, in the words that the record of it names."""
        return str(text(self.consent)) if self.consent else self.whys[language.current()]

    @property
    def told(self) -> str:
        """What the other parent gets; empty where they get nothing."""
        return self.tolds[language.current()]

    @property
    def never(self) -> str:
        return self.nevers[language.current()]

    @property
    def words_shown(self) -> str:
        """The versions of the notice and of the declarations that this page shows, for the form to send back."""
        return f"{in_force(Kind.PRIVACY).number}.{in_force(Kind.DECLARATION).number}"


@dataclass(frozen=True)
class Nothing:
    """Forms that take nothing about anybody, and why that is so."""

    forms: tuple[str, ...]
    why: str


@dataclass(frozen=True)
class Register:
    """Every form that anybody or a parent can send."""

    points: tuple[Point, ...]
    nothing: tuple[Nothing, ...]

    def shown_on(self, name: str) -> Point | None:
        """What the page with this name says about it."""
        return _shown().get(name)

    def of(self, name: str) -> Point | Nothing | None:
        """What is said of the form with this name: the closest, so that `calculator:send` goes before `calculator:*`."""
        all_of_them: list[Point | Nothing] = [*self.points, *self.nothing]
        exactly = [one for one in all_of_them if name in one.forms]
        nearly = [one for one in all_of_them if any(fnmatchcase(name, pattern) for pattern in one.forms)]
        return next(iter(exactly + nearly), None)


@cache
def register() -> Register:
    """The register, read once. Raises KeyError or ValueError where the file is not as it should be."""
    kept = tomllib.loads(KEPT_IN.read_text(encoding="utf-8"))
    points = tuple(
        Point(
            one["key"],
            one["purpose"],
            one["section"],
            tuple(one["forms"]),
            tuple(one["shown"]),
            one.get("why", NO_WORDS),
            one.get("told", NO_WORDS),
            one.get("never", NO_WORDS),
            Purpose(one["consent"]) if "consent" in one else None,
        )
        for one in kept["point"]
    )
    return Register(points, tuple(Nothing(tuple(one["forms"]), one["why"]) for one in kept["nothing"]))


@cache
def _shown() -> dict[str, Point]:
    return {name: point for point in register().points for name in point.shown}


def why_we_ask(request: HttpRequest) -> dict[str, Any]:
    """Context processor: `why_we_ask` is what this page says about what it asks for, or None. Include its `template`."""
    match = request.resolver_match
    return {"why_we_ask": register().shown_on(match.view_name) if match else None}


def words_shown(journey: str, sent_back: str) -> Shown:
    """Which versions somebody had before them when they sent a journey: what the page sent back, if it can be so."""
    notice, declaration = in_force(Kind.PRIVACY), in_force(Kind.DECLARATION)
    numbers = [notice.number, declaration.number]
    if found := re.fullmatch(r"(\d{1,4})\.(\d{1,4})", sent_back):
        # Nobody can have read one that is not there yet; an older one may have stood on a page that was long open.
        numbers = [
            int(said) if 1 <= int(said) <= now else now for said, now in zip(found.groups(), numbers, strict=True)
        ]
    return Shown(numbers[0], numbers[1] if declaration.part(journey) else None)


def declaration_of(journey: str) -> str:
    """What somebody says by sending this journey, in their language. Raises KeyError where it has none."""
    part = in_force(Kind.DECLARATION).part(journey)
    if part is None:
        raise KeyError(journey)
    return " ".join(part.lines[language.current()])
