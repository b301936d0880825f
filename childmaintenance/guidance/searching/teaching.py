"""The questions that teach the search: what people ask in their own words, and the pages that answer, kept as data."""

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from childmaintenance.guidance.guides import GUIDES

KEPT_IN = Path(__file__).with_name("asked")
DOORS_KEPT_IN = Path(__file__).with_name("doors.toml")
OTHERS = "others.toml"


@dataclass(frozen=True)
class Asked:
    """One question, and the pages that answer it. The search learns the first; any of the others is right as well."""

    text: str
    pages: tuple[str, ...]


@cache
def asked(code: str) -> tuple[Asked, ...]:
    """Every question of a language whose answer is known: the kept ones, the guides' own and those of the doors."""
    found = [
        Asked(line, tuple(about["pages"]))
        for file in sorted(KEPT_IN.glob("*.toml"))
        if file.name != OTHERS
        for about in _read(file)["about"]
        for line in lines(about.get(code, ""))
    ]
    found += [Asked(one[code], (f"guide:{p.slug}",)) for p in GUIDES.pages() for one in p.more.get("asked", [])]
    found += [Asked(text, (f"page:{door['key']}",)) for door in doors() for text in door["asked"][code]]
    return tuple(found)


@cache
def others(code: str) -> tuple[str, ...]:
    """What people ask that no page of ours answers."""
    return tuple(lines(_read(KEPT_IN / OTHERS)[code]))


def by_page(questions: tuple[Asked, ...]) -> dict[str, list[str]]:
    """The questions that each page learns from."""
    found: dict[str, list[str]] = defaultdict(list)
    for one in questions:
        found[one.pages[0]].append(one.text)
    return found


@cache
def doors() -> tuple[dict[str, Any], ...]:
    """Pages of ours that are no content and that somebody may look for."""
    return tuple(_read(DOORS_KEPT_IN)["door"])


def lines(text: str) -> list[str]:
    """One question a line; an empty line is none."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def _read(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))
