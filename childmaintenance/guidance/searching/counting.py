"""Counting words: how much each tells, how near a text is to what was asked (BM25), and how near one question is to another."""

from collections import defaultdict
from collections.abc import Iterable
from math import log, sqrt
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
        self.holding: dict[str, list[int]] = defaultdict(list)
        for place, weight in enumerate(texts):
            for term in weight:
                self.holding[term].append(place)

    def tells(self, term: str) -> float:
        """How much a word tells: much where few texts hold it, most where none does."""
        holding, number = len(self.holding.get(term, ())), len(self.texts)
        rarity = log(1 + (number - holding + 0.5) / (holding + 0.5))
        return rarity * (IDEA if term.startswith("=") else 1.0)

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


def likeness(asked: list[Spellings], known: list[Spellings], words: Counted) -> float:
    """How much two questions have in common, from 0 to 1, rare words counting most."""
    ours, theirs = _size(asked, words), _size(known, words)
    if not ours or not theirs:
        return 0.0
    common = sum(
        max(words.tells(one) for one in term & other) ** 2 for term in asked for other in known if term & other
    )
    return min(1.0, common / (ours * theirs))


def _size(terms: list[Spellings], words: Counted) -> float:
    return sqrt(sum(max(words.tells(one) for one in term) ** 2 for term in terms))
