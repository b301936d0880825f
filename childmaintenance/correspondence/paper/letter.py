"""A letter on paper: the parts, the envelope's window and the size, put into the form the template reads."""

import unicodedata
from collections.abc import Iterable
from typing import Any

from childmaintenance.correspondence.facts import clean, isolated
from childmaintenance.correspondence.paper.compiler import Paper, print_paper
from childmaintenance.correspondence.terms import Part, Sending

LONGEST_WORD = 36
"""Letters of a word that always fit in a line of the narrowest column in large print; longer ones may be broken."""

SERVICE = [{"language": "en", "text": "Open Child Maintenance"}, {"language": "cy", "text": "Cynhaliaeth Plant Agored"}]


def print_letter(sending: Sending, address: Iterable[str], parts: Iterable[Part], *, large_print: bool) -> Paper:
    """The letter as one PDF document with all its languages. `address` is the reader's own, line by line; it may be empty."""
    return print_paper(
        "letter.typ",
        {
            "reference": sending.reference,
            "written_on": day_of(sending.on),
            "large_print": large_print,
            "is_whole": True,
            "service": SERVICE,
            "to": [for_paper(isolated(clean(line))) for line in (sending.to_name, *address)],
            "parts": [for_paper(vars(part)) for part in parts],
        },
    )


def day_of(on: Any) -> dict[str, int]:
    return {"year": on.year, "month": on.month, "day": on.day}


def for_paper(value: Any) -> Any:
    """The same data with every text made fit for a line of paper: a word that is too long for one may be broken."""
    if isinstance(value, str):
        return " ".join(_breakable(word) for word in value.split(" "))
    if isinstance(value, list | tuple):
        return [for_paper(item) for item in value]
    if isinstance(value, dict):
        return {name: for_paper(item) for name, item in value.items()}
    return value


def _breakable(word: str) -> str:
    if len(word) <= LONGEST_WORD:
        return word
    pieces, piece = [], ""
    for letter in word:
        # A mark stays with the letter it stands on.
        if len(piece) >= LONGEST_WORD and not unicodedata.combining(letter):
            pieces.append(piece)
            piece = ""
        piece += letter
    return "\u200b".join([*pieces, piece])
