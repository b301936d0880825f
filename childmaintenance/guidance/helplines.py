"""Who can help somebody who is not safe: read from `helplines.toml`, in the reader's language."""

import datetime as dt
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from childmaintenance.foundation import language

KEPT_IN = Path(__file__).with_name("helplines.toml")


@dataclass(frozen=True, kw_only=True)
class Helpline:
    """An organisation that helps. `number` is empty where nobody has verified one; then the website is all we give."""

    key: str
    name: str
    nations: tuple[str, ...]
    website: str
    number: str = ""
    all_day: bool = False


def helplines() -> tuple[Helpline, ...]:
    """Every helpline, named in the language being written in."""
    return tuple(
        Helpline(
            key=one["key"],
            name=one["name"][language.current()],
            nations=tuple(one["nations"]),
            website=one["website"],
            number=one.get("number", ""),
            all_day=one.get("all_day", False),
        )
        for one in _kept()["helpline"]
    )


def checked_on() -> dt.date:
    """The day the numbers were last seen in their sources."""
    day: dt.date = _kept()["as_of"]
    return day


def look_again_by() -> dt.date:
    """The day by which somebody must see the sources again."""
    day: dt.date = _kept()["review_by"]
    return day


@cache
def _kept() -> dict[str, Any]:
    return tomllib.loads(KEPT_IN.read_text(encoding="utf-8"))
