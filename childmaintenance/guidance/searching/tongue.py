"""Words as they are compared: without accents and endings, and in Welsh without the mutation of their first letter.

A Welsh word changes its beginning by what stands before it: taliad, ei daliad, fy nhaliad, ei thaliad. Nobody can tell from the
word alone which it was at first, so each stands for every beginning that it may have had, and two words are the same where one
of theirs is.
"""

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

WELSH: Final = "cy"
ALIKE_KEPT_IN: Final = Path(__file__).with_name("alike.toml")
WORD: Final = re.compile(r"\d+|[^\W\d_]+(?:['’][^\W\d_]+)*")
JOINED: Final = re.compile(r"['’].*$")  # in Welsh, what hangs on after an apostrophe: i'r, sy'n, mae'r
SHORTEST_STEM: Final = 3

# What stands now, and what may have stood before: soft, nasal and aspirate mutation, and the h after "ei" and "ein".
UNDONE: Final = (
    ("ngh", ("c",)), ("mh", ("p",)), ("nh", ("t",)), ("ng", ("g",)), ("ch", ("c",)), ("ph", ("p",)), ("th", ("t",)),
    ("dd", ("d",)), ("b", ("p",)), ("d", ("t",)), ("g", ("c",)), ("f", ("b", "m")), ("m", ("b",)), ("n", ("d",)),
    ("l", ("ll", "gl")), ("r", ("rh", "gr")), ("h", ("",)), ("w", ("gw",)), ("a", ("ga",)), ("e", ("ge",)), ("i", ("gi",)),
    ("o", ("go",)), ("u", ("gu",)), ("y", ("gy",)),
)  # fmt: skip
NOT_UNDONE: Final = ("ff", "ll", "rh")  # letters of their own, which no mutation makes
WELSH_ENDINGS: Final = (
    "iadau", "iannau", "asant", "asoch", "asom", "iadur", "wyr", "iaid", "ieid", "iau", "ion", "oedd", "ydd", "edd", "odd", "wyd",
    "ais", "ith", "iff", "wch", "wn", "ent", "ant", "ont", "och", "adau", "iad", "io", "au", "on", "od", "ir", "af", "es", "an",
    "o", "u", "i", "a",
)  # fmt: skip
ENGLISH_ENDINGS: Final = (
    ("ations", "ate"), ("ation", "ate"), ("ments", ""), ("ment", ""), ("ings", ""), ("ing", ""), ("ies", "y"), ("ied", "y"),
    ("ers", ""), ("er", ""), ("edly", ""), ("ed", ""), ("es", ""), ("ly", ""), ("s", ""), ("e", ""),
)  # fmt: skip

Spellings = frozenset[str]
"""Every form that a word may stand for; two words are the same where these meet."""


def words(text: str, language: str) -> list[str]:
    """The words of a text in order: lower case, accents off, what hangs on in Welsh cut off, and one way of writing each."""
    alike = _alike(language)
    return [alike.get(word, word) for word in _plain(text, language)]


def _plain(text: str, language: str) -> list[str]:
    plain = "".join(one for one in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(one))
    found = WORD.findall(plain.replace("’", "'"))
    if language == WELSH:
        return [JOINED.sub("", word) for word in found]
    return [word.replace("'s", "").replace("'", "") for word in found]


@cache
def _alike(language: str) -> dict[str, str]:
    """Each other way of writing a word, with the way that stands for it."""
    kept: str = tomllib.loads(ALIKE_KEPT_IN.read_text(encoding="utf-8"))[language]
    found: dict[str, str] = {}
    for line in kept.splitlines():
        first, *others = _plain(line, language) or [""]
        found.update((other, first) for other in others if other != first)
    return found


@lru_cache(maxsize=20_000)
def spellings(word: str, language: str) -> Spellings:
    """A word as it is compared."""
    if word.isdecimal():
        return frozenset((word,))
    if language == WELSH:
        return frozenset(_welsh_stem(one) for one in _before_mutation(word))
    return frozenset((_english_stem(word),))


def _before_mutation(word: str) -> list[str]:
    found = [word]
    if len(word) > 2 and not word.startswith(NOT_UNDONE):
        for now, before in UNDONE:
            if word.startswith(now):
                found += [one + word[len(now) :] for one in before]
                break
    return found


def _welsh_stem(word: str) -> str:
    for ending in WELSH_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def _english_stem(word: str) -> str:
    for ending, instead in ENGLISH_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            stem = word[: -len(ending)] + instead
            # stopping, stopped: one of the doubled letters was only there for the ending
            if ending in ("ing", "ed", "er", "ers") and stem[-1] == stem[-2] and stem[-1] not in "aeiouls":
                stem = stem[:-1]
            return stem.removesuffix("e") if len(stem) > SHORTEST_STEM else stem
    return word
