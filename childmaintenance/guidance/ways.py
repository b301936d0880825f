"""The ways to arrange maintenance, side by side: `ways.toml` in the reader's language, with the law's figures of today."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from childmaintenance.foundation import clock, language
from childmaintenance.guidance.figures import filled
from childmaintenance.guidance.terms import Source
from childmaintenance.values import Territory

KEPT_IN = Path(__file__).with_name("ways.toml")
MOST = 3
"""The end of every scale."""


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One thing about one way: in a sentence, in a few words, and how far along its scale from 0 to MOST; None: we cannot say."""

    says: str
    short: str
    level: int | None


@dataclass(frozen=True, kw_only=True)
class WayDescribed:
    """One way, with a cell for each aspect."""

    key: str
    name: str
    summary: str
    cells: Mapping[str, Cell]


def ways(territory: Territory = Territory.GB) -> tuple[WayDescribed, ...]:
    """Every way, in the order of the file."""
    return tuple(
        WayDescribed(
            key=one["key"],
            name=_said(one["name"], territory),
            summary=_said(one["summary"], territory),
            cells={aspect: _cell(one[aspect], territory) for aspect in _kept()["aspects"]},
        )
        for one in _kept()["way"]
    )


def aspects() -> dict[str, str]:
    """What is compared: the key of each aspect and its heading."""
    return {key: str(words[language.current()]) for key, words in _kept()["aspects"].items()}


def checked_on() -> dt.date:
    """The day the facts were last seen in their sources."""
    day: dt.date = _kept()["as_of"]
    return day


def look_again_by() -> dt.date:
    """The day by which somebody must see the sources again."""
    day: dt.date = _kept()["review_by"]
    return day


def sources() -> tuple[Source, ...]:
    """Where the facts were read."""
    return tuple(Source(**one) for one in _kept()["source"])


def _cell(words: Mapping[str, Any], territory: Territory) -> Cell:
    return Cell(
        says=_said(words, territory),
        short=_said(words["short"], territory) if "short" in words else "",
        level=words.get("level"),
    )


def _said(words: Mapping[str, Any], territory: Territory) -> str:
    return filled(str(words[language.current()]), own={}, on=clock.today(), territory=territory)


@cache
def _kept() -> dict[str, Any]:
    return tomllib.loads(KEPT_IN.read_text(encoding="utf-8"))
