"""Which pages answer best, and with which passage: by their own words, and by questions whose page is known."""

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from math import exp
from threading import Lock
from typing import Final

from childmaintenance.foundation import clock, language
from childmaintenance.guidance.searching.counting import Counted, Weights
from childmaintenance.guidance.searching.learning import NOBODY, Teacher, teacher
from childmaintenance.guidance.searching.passages import Passage, passages
from childmaintenance.guidance.searching.tongue import Spellings
from childmaintenance.guidance.searching.vocabulary import Vocabulary, vocabulary

TITLE, HEADING, SUMMARY, TEXT = 1.5, 2.6, 0.6, 1.0
WHOLE_PAGE: Final = 0.06  # what the words of the whole page score, beside the questions it answers
IN_PLACE: Final = 0.01  # and those of its best passage

CHANCE: Final = 0.01  # so little in common with a page's questions, and no word with the page, is no find
_making = Lock()


@dataclass(frozen=True, kw_only=True)
class Found:
    """One page, with its best passage. `sure` is how likely it is that the question is one which our pages answer: 0 to 1."""

    passage: Passage
    score: float
    sure: float


class Index:
    """Every passage of one language, ready to be asked."""

    def __init__(self, found: tuple[Passage, ...], teacher: Teacher, words: Vocabulary) -> None:
        self.passages, self.vocabulary = found, words
        self.of_page: dict[str, list[int]] = defaultdict(list)
        for place, passage in enumerate(found):
            self.of_page[passage.page].append(place)
        self.pages = list(self.of_page)
        self.by_passage = Counted([self._weigh([(one.heading, HEADING), (one.text, TEXT)]) for one in found])
        self.by_page = Counted([self._page(page) for page in self.pages])
        self.teacher = teacher

    def ask(self, text: str) -> list[Found]:
        """Pages that speak of what was asked, the best first; none where nothing of it is known."""
        terms = list(dict.fromkeys(self.vocabulary.terms(text)))
        whole, parts, learned = self.by_page.scores(terms), self.by_passage.scores(terms), self.teacher.ask(text)
        found = []
        for place, page in enumerate(self.pages):
            if not whole.get(place) and learned.near.get(page, 0.0) < CHANCE:
                continue
            best = max(self.of_page[page], key=lambda one: parts.get(one, 0.0))
            taught = learned.score(page)
            score = taught + WHOLE_PAGE * whole.get(place, 0.0) + IN_PLACE * parts.get(best, 0.0)
            spoken_of = self._spoken_of(self.by_page.texts[place], terms)
            sure = sureness(taught - learned.score(NOBODY), spoken_of)
            found.append(Found(passage=self.passages[best], score=score, sure=sure))
        return sorted(found, key=lambda one: -one.score)

    def _page(self, page: str) -> Weights:
        ours = [self.passages[place] for place in self.of_page[page]]
        fields = [(ours[0].title, TITLE), (ours[0].summary, SUMMARY)]
        return self._weigh([*fields, *((one.heading, HEADING) for one in ours), *((one.text, TEXT) for one in ours)])

    def _weigh(self, fields: list[tuple[str, float]]) -> Weights:
        weight: dict[str, float] = Counter()
        for text, worth in fields:
            for term in self.vocabulary.terms(text):
                for spelling in term:
                    weight[spelling] += worth
        return dict(weight)

    def _spoken_of(self, weight: Weights, terms: list[Spellings]) -> float:
        """How much of what was asked a page speaks of: each word by itself, or by an idea that it is part of."""
        tells = self.by_page.tells
        ideas = [one for term in terms for one in term if one.startswith("=")]
        said = [term for term in terms if not any(one.startswith("=") for one in term)]
        every = sum(min(tells(one) for one in term) for term in said)
        known = sum(min(tells(one) for one in term) for term in said if any(one in weight for one in term))
        bridged = sum(tells(one) for one in ideas if one in weight)
        return min(1.0, (known + bridged) / every) if every else min(1.0, bridged / 5)


def index(code: str) -> Index:
    """Today's index of a language. Two who ask at once wait for one to make it."""
    with _making:
        return _index(code, clock.today())


def sureness(ahead: float, spoken_of: float) -> float:
    """How likely it is that a page of ours answers: by how far it is ahead of what none answers, and how much of the question it
    speaks of. Fitted to the kept questions, each asked of an index that had not learned it; half is where a person takes over."""
    return 1 / (1 + exp(2.88 - 1.12 * ahead - 0.68 * spoken_of))


@lru_cache(maxsize=4)
def _index(code: str, day: dt.date) -> Index:
    with language.in_language(code):
        return Index(passages(code), teacher(code), vocabulary(code))
