"""Whether words are plain: how old a reader must be, how long the sentences are, and which words we do not use."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

KEPT_IN: Final = Path(__file__).with_name("plain_words.toml")
SENTENCE_ENDS: Final = re.compile(r"[.!?:]+(?:\s|$)")
WORD: Final = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
VOWELS: Final = re.compile(r"[aeiouy]+")
SILENT: Final = re.compile(r"(?:[^laeiouy]e|[^aeiouytd]ed|[^aeiouyscxz]es)$")
SCHOOL_BEGINS: Final = 5  # years of age in the first grade of the formula


@dataclass(frozen=True, kw_only=True)
class Plainness:
    """What was counted in a text. `longest` is its longest sentence."""

    words: int
    sentences: int
    syllables: int
    longest: str

    @property
    def words_a_sentence(self) -> float:
        """On average."""
        return self.words / max(1, self.sentences)

    @property
    def reading_age(self) -> float:
        """Years of age for English, by the Flesch-Kincaid formula; it means nothing in another language."""
        grade = 0.39 * self.words_a_sentence + 11.8 * self.syllables / max(1, self.words) - 15.59
        return SCHOOL_BEGINS + max(0.0, grade)


def plainness(text: str) -> Plainness:
    """Count a text of sentences."""
    said = [one for one in SENTENCE_ENDS.split(text) if WORD.search(one)]
    words = [word for one in said for word in WORD.findall(one)]
    longest = max(said, key=lambda one: len(WORD.findall(one)), default="")
    return Plainness(
        words=len(words), sentences=len(said), syllables=sum(map(syllables, words)), longest=longest.strip()
    )


def longest_sentence(text: str) -> int:
    """How many words the longest sentence has."""
    return len(WORD.findall(plainness(text).longest))


def syllables(word: str) -> int:
    """About how many, in English: groups of vowels, less a silent end."""
    plain = word.lower().replace("’", "").replace("'", "")
    return max(1, len(VOWELS.findall(plain)) - bool(SILENT.search(plain)))


def words_not_to_use(text: str, language: str) -> dict[str, str]:
    """Each word of a text that we do not use, with what to say instead."""
    lowered = f" {' '.join(WORD.findall(text.lower().replace(chr(39), '’')))} "
    return {word: instead for word, instead in _kept()[language].items() if f" {word} " in lowered}


@cache
def _kept() -> dict[str, dict[str, str]]:
    return tomllib.loads(KEPT_IN.read_text(encoding="utf-8"))
