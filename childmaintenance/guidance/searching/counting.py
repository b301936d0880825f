"""Counting words: how much each tells, and how near a text is to what was asked (BM25)."""

from collections import defaultdict
from collections.abc import Iterable
from math import log
from typing import Final

from childmaintenance.guidance.searching.tongue import Spellings

SATURATES: Final = 3.5  # how soon the same word again counts for little
LENGTH: Final = 0.2  # how much a long text is held against it
IDEA: Final = 1.6  # an idea in common, against the word itself

Weights = dict[str, float]
"""How much each word or idea counts in a text."""


class Counted:
    """Texts of one kind, each as its words with their weights."""

    def __init__(self, texts: list[Weights]) -> None:
        self.texts = texts
        lengths = [sum(weight.values()) for weight in texts]
        average = sum(lengths) / max(1, len(lengths)) or 1.0
        self.norms = [1 - LENGTH + LENGTH * length / average for length in lengths]
        self._told: dict[str, float] = {}
        self.holding: dict[str, list[int]] = defaultdict(list)
        for place, weight in enumerate(texts):
            for term in weight:
                self.holding[term].append(place)

    def tells(self, term: str) -> float:
        """How much a word tells: much where few texts hold it, most where none does."""
        if (known := self._told.get(term)) is not None:
            return known
        holding, number = len(self.holding.get(term, ())), len(self.texts)
        rarity = log(1 + (number - holding + 0.5) / (holding + 0.5))
        told = rarity * (IDEA if term.startswith("=") else 1.0)
        if holding:  # what is in no text is anybody's word, and is not kept
            self._told[term] = told
        return told

    def scores(self, asked: Iterable[Spellings]) -> dict[int, float]:
        """What each text scores; of a word's spellings the best counts, once."""
        total: dict[int, float] = defaultdict(float)
        for term in asked:
            best: dict[int, float] = {}
            for spelling in term:
                tells = self.tells(spelling)
                for place in self.holding.get(spelling, ()):
                    times = self.texts[place][spelling]
                    worth = tells * times * (SATURATES + 1) / (times + SATURATES * self.norms[place])
                    best[place] = max(best.get(place, 0.0), worth)
            for place, worth in best.items():
                total[place] += worth
        return total
