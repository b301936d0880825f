"""What a text is about, as terms that can be counted: its words, and the ideas that several words stand for."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel import Locale

from childmaintenance.guidance.searching.tongue import Spellings, spellings, words

KEPT_IN = Path(__file__).with_name("synonyms.toml")
ABROAD = {"en": "abroad", "cy": "dramor"}
MOST_WORDS = 6
"""The longest phrase of the synonyms."""


@dataclass(frozen=True)
class Vocabulary:
    """The kept words of one language: those that say nothing, and each phrase with the ideas it stands for."""

    language: str
    small: frozenset[str]
    ideas: dict[tuple[str, ...], frozenset[str]]

    def terms(self, text: str) -> list[Spellings]:
        """Every word that says something, and every idea, in order. An idea is written with a sign before its number."""
        said = words(text, self.language)
        found: list[Spellings] = []
        for place, word in enumerate(said):
            if word not in self.small:
                found.append(spellings(word, self.language))
            found += [frozenset((idea,)) for idea in sorted(self._ideas_at(said, place))]
        return found

    def _ideas_at(self, said: list[str], place: int) -> set[str]:
        """The ideas of every phrase that begins here."""
        ideas: set[str] = set()
        for phrase in _stems(said[place : place + MOST_WORDS], self.language):
            ideas |= self.ideas.get(phrase, frozenset())
        return ideas


def _stems(said: list[str], language: str) -> list[tuple[str, ...]]:
    """The phrases that words may begin, in each spelling of each word: one word, two, and so on."""
    longer: list[tuple[str, ...]] = [()]
    found: list[tuple[str, ...]] = []
    for word in said:
        longer = [(*phrase, one) for phrase in longer for one in sorted(spellings(word, language))]
        found += longer
        if len(longer) > 64:
            break
    return found


@cache
def vocabulary(language: str) -> Vocabulary:
    """The kept words of a language."""
    kept = tomllib.loads(KEPT_IN.read_text(encoding="utf-8"))[language]
    ideas: dict[tuple[str, ...], set[str]] = {}
    for number, group in enumerate(kept["same"]):
        for phrase in group:
            for stems in _whole(phrase, language):
                ideas.setdefault(stems, set()).add(f"={number}")
    abroad = next(iter(ideas[_whole(ABROAD[language], language)[0]]))
    for country in countries(language):
        for stems in _whole(country, language):
            ideas.setdefault(stems, set()).add(abroad)
    return Vocabulary(
        language=language,
        small=frozenset(words(kept["small"], language)),
        ideas={phrase: frozenset(numbers) for phrase, numbers in ideas.items()},
    )


def countries(language: str) -> list[str]:
    """The names of every other country in a language: whoever names one asks about living abroad."""
    names = Locale(language).territories
    return [name for code, name in names.items() if code.isalpha() and code not in ("GB", "IM", "EZ", "UN", "EU", "ZZ")]


def _whole(phrase: str, language: str) -> list[tuple[str, ...]]:
    """A phrase of the synonyms, in each spelling of each of its words."""
    said = words(phrase, language)
    return [one for one in _stems(said, language) if len(one) == len(said)]
