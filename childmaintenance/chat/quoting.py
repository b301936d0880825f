"""Answers that are there already: passages of our guidance, word for word, with where they stand."""

import re
from dataclasses import dataclass
from typing import Final

from childmaintenance.foundation.language import in_language
from childmaintenance.foundation.pages import url
from childmaintenance.guidance.searching.answers import search
from childmaintenance.guidance.searching.index import index
from childmaintenance.guidance.searching.passages import Passage

MOST_FOUND: Final = 5
MOST_CHARACTERS: Final = 700
SENTENCE: Final = re.compile(r"(?<=[.!?])\s+")


class NoSuchPassage(LookupError):
    """No guidance has this passage in this language."""


@dataclass(frozen=True, kw_only=True)
class Quotation:
    """Some sentences of a passage. `page` and `anchor` find it again; `address` is where everybody can read it."""

    page: str
    anchor: str
    source: str
    text: str
    address: str


def find(words: str, language: str) -> tuple[Quotation, ...]:
    """Passages that speak of some words, the best first, in a language."""
    with in_language(language):
        found = [one.passage for one in search(words, language) if _shelf(one.passage) and one.passage.text]
        return tuple(_quotation(passage) for passage in found[:MOST_FOUND])


def quotation(page: str, anchor: str, language: str) -> Quotation:
    """One passage. Raises NoSuchPassage."""
    with in_language(language):
        for passage in index(language).passages:
            if (passage.page, passage.anchor) == (page, anchor) and _shelf(passage) and passage.text:
                return _quotation(passage)
    raise NoSuchPassage(f"{page}#{anchor}")


def _shelf(passage: Passage) -> str:
    kind = passage.page.partition(":")[0]
    return kind if kind in ("guide", "faq", "leaflet") else ""


def _quotation(passage: Passage) -> Quotation:
    kind, _, slug = passage.page.partition(":")
    part = f"#{passage.anchor}" if passage.anchor else ""
    if kind == "faq":
        address = url("guides:questions") + (part or f"#{slug}")
    else:
        address = url("guides:guide" if kind == "guide" else "leaflets:leaflet", slug=slug) + part
    source = f"{passage.title}: {passage.heading}" if passage.heading else passage.title
    return Quotation(
        page=passage.page, anchor=passage.anchor, source=source[:250], text=_shortened(passage.text), address=address
    )


def _shortened(text: str) -> str:
    """Whole sentences from the beginning, as many as fit; and a sign where some are left out."""
    if len(text) <= MOST_CHARACTERS:
        return text
    taken = ""
    for sentence in SENTENCE.split(text):
        if len(taken) + len(sentence) > MOST_CHARACTERS:
            break
        taken = f"{taken} {sentence}".strip()
    return f"{taken or text[:MOST_CHARACTERS].rpartition(' ')[0]} …"
