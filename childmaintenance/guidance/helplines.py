"""Who can help somebody who is not safe: read from `helplines.toml`, in the reader's language."""

import datetime as dt
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from childmaintenance.foundation import language
from childmaintenance.guidance.terms import Nation

KEPT_IN = Path(__file__).with_name("helplines.toml")


@dataclass(frozen=True, kw_only=True)
class Helpline:
    """An organisation that helps. `number` is empty where nobody has verified one; then the website is all we give."""

    key: str
    name: str
    nations: tuple[Nation, ...]
    website: str
    number: str = ""
    all_day: bool = False


def helplines() -> tuple[Helpline, ...]:
    """Every helpline, named in the language being written in."""
    return tuple(
        Helpline(
            key=one["key"],
            name=one["name"][language.current()],
            nations=tuple(Nation(where) for where in one["nations"]),
            website=one["website"],
            number=one.get("number", ""),
            all_day=one.get("all_day", False),
        )
        for one in _kept()["helpline"]
    )


def helplines_in(nation: Nation | None) -> tuple[Helpline, ...]:
    """Those that serve a nation; all where it is not known."""
    return tuple(line for line in helplines() if nation is None or nation in line.nations)


def by_nation() -> list[tuple[Nation | None, list[Helpline]]]:
    """Each nation with the lines of its own, and last, under None, those that serve more than one."""
    every = helplines()
    groups: list[tuple[Nation | None, list[Helpline]]] = [
        (nation, [line for line in every if line.nations == (nation,)]) for nation in Nation
    ]
    return [*groups, (None, [line for line in every if len(line.nations) > 1])]


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
