"""Answering a question with a passage that is there, or saying that we are not sure and handing over to a person."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from childmaintenance.foundation.language import ENGLISH, WELSH
from childmaintenance.guidance.searching.index import Found, index
from childmaintenance.guidance.searching.tongue import Spellings, spellings, words

KEPT_IN = Path(__file__).with_name("urgent.toml")
SURE_ENOUGH: Final = 0.5
"""Below this a person answers. `index.sureness` says what it is made of."""
MOST_CHARACTERS: Final = 300
MOST_RESULTS: Final = 8
NEEDS_BOTH: Final = frozenset(
    {
        "guide:family-based",
        "page:arrangement",
        "leaflet:family-based-form",
        "leaflet:talking-about-money",
        "leaflet:parenting-together",
        "leaflet:managing-conflict",
        "leaflet:getting-in-contact",
    }
)
"""Pages about doing it together, to which nobody is led who may not be safe."""
OTHER: Final = {ENGLISH: WELSH, WELSH: ENGLISH}


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What was found for a question, in the language it was found in.

    `best` is None where a person should answer; `near` then still holds what is nearest, and else what comes after the best.
    """

    language: str
    best: Found | None
    near: tuple[Found, ...]
    urgent: bool


def search(text: str, code: str) -> tuple[Found, ...]:
    """The pages that speak of some words in a language, the best first."""
    return tuple(index(code).ask(text[:MOST_CHARACTERS])[:MOST_RESULTS])


def answer(text: str, code: str) -> Answer:
    """The best passage, first in the reader's language, and in the other where only that one speaks of it."""
    urgent = is_urgent(text)
    found = {
        one: tuple(page for page in search(text, one) if not (urgent and page.passage.page in NEEDS_BOTH))
        for one in (code, OTHER[code])
    }
    here, there = found[code], found[OTHER[code]]
    if not _is_sure(here) and _is_sure(there):
        return Answer(language=OTHER[code], best=there[0], near=there[1:4], urgent=urgent)
    if not _is_sure(here):
        return Answer(language=code, best=None, near=here[:3], urgent=urgent)
    return Answer(language=code, best=here[0], near=here[1:4], urgent=urgent)


def is_urgent(text: str) -> bool:
    """Whether somebody may not be safe: asked in both languages, whatever the page is in."""
    return any(
        spelling in _urgent(code)
        for code in (ENGLISH, WELSH)
        for word in words(text[:MOST_CHARACTERS], code)
        for spelling in spellings(word, code)
    )


def _is_sure(found: tuple[Found, ...]) -> bool:
    return bool(found) and found[0].sure >= SURE_ENOUGH


@cache
def _urgent(code: str) -> Spellings:
    kept: list[str] = tomllib.loads(KEPT_IN.read_text(encoding="utf-8"))[code]
    return frozenset(spelling for said in kept for word in words(said, code) for spelling in spellings(word, code))
