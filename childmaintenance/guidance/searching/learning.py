"""Which page people meant, learned by counting from questions whose page is known: which are alike, what each page is asked.

A question is taken apart into marks: its words, the ideas they stand for, words that follow each other, and pieces of words, by
which a word is known though it is misspelt or mutated. Nothing of what is asked later is kept.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import log, sqrt
from typing import Final

from childmaintenance.guidance.searching.teaching import Asked, asked, others
from childmaintenance.guidance.searching.tongue import words
from childmaintenance.guidance.searching.vocabulary import Vocabulary, vocabulary

WORTH: Final = {"word": 1.0, "said": 1.0, "pair": 1.0, "piece": 0.3}
PIECES: Final = (3, 4)
"""How long a piece of a word is, with a sign for its beginning and end."""
ALSO: Final = 0.3  # how much a question teaches of the pages that are right besides the first
SMOOTH: Final = 0.02  # what stands for a mark that a page has never been asked with
ALIKE: Final = 0.4  # what the question most alike counts, beside all of the page's questions
TOLD: Final = 0.3  # and what the page is asked about
TOO_LITTLE: Final = 0.03  # likeness that is chance
OFTEN: Final = 12  # in more questions than this, what a mark says is worked out beforehand
PIECE: Final = "~"  # what a piece of a word is marked with
COMMON: Final = 0.1  # a piece in more of the questions than this part says nothing

NOBODY: Final = ""
"""Stands for the page of what none of ours answers."""

Marks = dict[str, float]
"""The marks of a question, with what each is worth before it is known how rare it is."""


@dataclass(frozen=True)
class Learned:
    """What was learned of a question, for each page. `near` is how much like all of the page's questions it is, `alike` how much
    like the one that is most like it, 0 to 1, and `told` how its marks speak for the page."""

    near: dict[str, float]
    alike: dict[str, float]
    told: dict[str, float]
    untold: float
    """What `told` is for a page that nobody has asked for."""

    def score(self, page: str) -> float:
        """All of it together, for one page."""
        told = self.told.get(page, self.untold)
        return self.near.get(page, 0.0) + ALIKE * self.alike.get(page, 0.0) + TOLD * told


class Teacher:
    """Questions of one language with their pages, ready to be compared with another question."""

    def __init__(self, questions: Sequence[Asked], words_kept: Vocabulary) -> None:
        self.vocabulary = words_kept
        self.right = [tuple((page, ALSO if rank else 1.0) for rank, page in enumerate(one.pages)) for one in questions]
        taken_apart = [marks(one.text, words_kept) for one in questions]
        self.holding: dict[str, array[int]] = {}
        for number, found in enumerate(taken_apart):
            for mark in found:
                self.holding.setdefault(mark, array("H")).append(number)
        most = COMMON * len(questions)
        for mark in [mark for mark, held in self.holding.items() if mark[0] == PIECE and len(held) > most]:
            del self.holding[mark]
        self.sizes = array("f", (self._size(found) or 1.0 for found in taken_apart))
        self.taught: dict[str, float] = {}
        for found, size, right in zip(taken_apart, self.sizes, self.right, strict=True):
            total = sum(self._weight(mark, worth) for mark, worth in found.items() if mark in self.holding) / size
            for page, share in right:
                self.taught[page] = self.taught.get(page, 0.0) + total * share

        worths = {mark: worth for found in taken_apart for mark, worth in found.items()}
        often = (mark for mark, held in self.holding.items() if len(held) > OFTEN)
        self.often = {mark: self._says(mark, worths[mark]) for mark in often}

    def ask(self, text: str) -> Learned:
        """What the questions say of another; nothing, where it has no mark of theirs."""
        known = {mark: worth for mark, worth in marks(text, self.vocabulary).items() if mark in self.holding}
        size = self._size(known) or 1.0
        shared = [0.0] * len(self.right)
        told = dict.fromkeys(self.taught, 0.0)
        every = 0.0
        for mark, worth in known.items():
            weight = self._weight(mark, worth)
            every += weight
            both = weight * weight
            for number in self.holding[mark]:
                shared[number] += both
            for page, says in self.often.get(mark) or self._says(mark, worth):
                told[page] += weight * says
        near: dict[str, float] = {}
        alike: dict[str, float] = {}
        for number, common in enumerate(shared):
            if (likeness := min(1.0, common / (size * self.sizes[number]))) < TOO_LITTLE:
                continue
            first = self.right[number][0][0]
            alike[first] = max(alike.get(first, 0.0), likeness)
            for page, share in self.right[number]:
                near[page] = near.get(page, 0.0) + likeness * likeness * share
        different = len(self.holding)
        for page, times in self.taught.items():
            told[page] = (told[page] - every * log(different + times / SMOOTH)) / size
        return Learned(near, alike, told, untold=-every * log(1 + different) / size)

    def _says(self, mark: str, worth: float) -> list[tuple[str, float]]:
        """How a mark speaks for each page that was ever asked for with it."""
        weight = self._weight(mark, worth)
        times: dict[str, float] = {}
        for number in self.holding[mark]:
            part = weight / self.sizes[number]
            for page, share in self.right[number]:
                times[page] = times.get(page, 0.0) + part * share
        return [(page, log(1 + often / SMOOTH)) for page, often in times.items()]

    def _weight(self, mark: str, worth: float) -> float:
        return worth * (1 + log((1 + len(self.right)) / (1 + len(self.holding[mark]))))

    def _size(self, found: Marks) -> float:
        return sqrt(sum(self._weight(mark, worth) ** 2 for mark, worth in found.items() if mark in self.holding))


def marks(text: str, kept: Vocabulary) -> Marks:
    """A question taken apart. The sign before a mark says what kind it is, so that a word is not mistaken for a piece of one."""
    said = words(text, kept.language)
    found = {f"+{one}": WORTH["word"] for term in kept.terms(text) for one in term}
    found.update((f"-{word}", WORTH["said"]) for word in said)
    found.update((f"_{one} {other}", WORTH["pair"]) for one, other in zip(["<", *said], [*said, ">"], strict=True))
    for word in said:
        whole = f"<{word}>"
        for long in PIECES:
            found.update((f"{PIECE}{whole[at : at + long]}", WORTH["piece"]) for at in range(len(whole) - long + 1))
    return found


@cache
def teacher(code: str) -> Teacher:
    """The teacher of a language: every kept question, and what none of our pages answers."""
    return Teacher([*asked(code), *elsewhere(code)], vocabulary(code))


def elsewhere(code: str) -> tuple[Asked, ...]:
    """What none of our pages answers, as questions of a page that is nobody's."""
    return tuple(Asked(text, (NOBODY,)) for text in others(code))
