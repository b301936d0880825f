"""Which pages answer best, and with which passage: by their words, and by questions known to be like what is asked."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from childmaintenance.foundation import clock, language
from childmaintenance.guidance.searching.counting import Counted, Question, Weights
from childmaintenance.guidance.searching.passages import Passage, asked, passages
from childmaintenance.guidance.searching.tongue import Spellings
from childmaintenance.guidance.searching.vocabulary import Vocabulary, vocabulary

TITLE, HEADING, SUMMARY, ASKED, TEXT = 1.5, 2.6, 0.6, 1.5, 1.0
WHOLE_PAGE: Final = 1.5  # what the whole page scores, against its best passage
LIKE: Final = 10.0  # what the most alike question known to be answered there adds, when it is the same
IN_PLACE: Final = 0.5  # how much a passage counts by itself


@dataclass(frozen=True, kw_only=True)
class Found:
    """One page, with its best passage. `sure` is the part of what was asked, by weight, that the page speaks of: 0 to 1."""

    passage: Passage
    score: float
    sure: float


class Index:
    """Every passage of one language, ready to be asked."""

    def __init__(self, found: tuple[Passage, ...], known: Mapping[str, tuple[str, ...]], words: Vocabulary) -> None:
        self.passages, self.vocabulary = found, words
        self.of_page: dict[str, list[int]] = defaultdict(list)
        for place, passage in enumerate(found):
            self.of_page[passage.page].append(place)
        self.pages = list(self.of_page)
        self.by_passage = Counted([self._weigh([(one.heading, HEADING), (one.text, TEXT)]) for one in found])
        self.by_page = Counted([self._page(page, known.get(page, ())) for page in self.pages])
        self.known = {page: [self._question(one) for one in known.get(page, ())] for page in self.pages}

    def ask(self, text: str) -> list[Found]:
        """Pages that speak of what was asked, the best first; none where nothing of it is known."""
        question = self._question(text)
        terms = question.terms
        whole, parts = self.by_page.scores(terms), self.by_passage.scores(terms)
        found = []
        for place, page in enumerate(self.pages):
            if not (score := WHOLE_PAGE * whole.get(place, 0.0)):
                continue
            best = max(self.of_page[page], key=lambda one: parts.get(one, 0.0))
            alike = max((question.likeness(one, self.by_page) for one in self.known[page]), default=0.0)
            score += IN_PLACE * parts.get(best, 0.0) + LIKE * alike
            sure = max(self._sure(self.by_page.texts[place], terms), alike)
            found.append(Found(passage=self.passages[best], score=score, sure=sure))
        return sorted(found, key=lambda one: -one.score)

    def _question(self, text: str) -> Question:
        return Question(list(dict.fromkeys(self.vocabulary.terms(text))), self.by_page)

    def _page(self, page: str, known: tuple[str, ...]) -> Weights:
        ours = [self.passages[place] for place in self.of_page[page]]
        fields = [(ours[0].title, TITLE), (ours[0].summary, SUMMARY), *((one, ASKED) for one in known)]
        return self._weigh([*fields, *((one.heading, HEADING) for one in ours), *((one.text, TEXT) for one in ours)])

    def _weigh(self, fields: list[tuple[str, float]]) -> Weights:
        weight: dict[str, float] = Counter()
        for text, worth in fields:
            for term in self.vocabulary.terms(text):
                for spelling in term:
                    weight[spelling] += worth
        return dict(weight)

    def _sure(self, weight: Weights, terms: list[Spellings]) -> float:
        """How much of what was asked a page speaks of: each word by itself, or by an idea that it is part of."""
        tells = self.by_page.tells
        ideas = [one for term in terms for one in term if one.startswith("=")]
        said = [term for term in terms if not any(one.startswith("=") for one in term)]
        every = sum(min(tells(one) for one in term) for term in said)
        known = sum(min(tells(one) for one in term) for term in said if any(one in weight for one in term))
        bridged = sum(tells(one) for one in ideas if one in weight)
        return min(1.0, (known + bridged) / every) if every else min(1.0, bridged / 5)


def index(code: str) -> Index:
    """Today's index of a language."""
    return _index(code, clock.today())


@lru_cache(maxsize=4)
def _index(code: str, day: dt.date) -> Index:
    with language.in_language(code):
        return Index(passages(code), asked(code), vocabulary(code))
