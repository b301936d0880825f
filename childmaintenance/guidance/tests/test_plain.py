"""Pages are plain: a child of eleven could read the English, no sentence is long, and no figure of the law is typed."""

import datetime as dt
import re

import pytest

from childmaintenance.guidance.figures import placeholders
from childmaintenance.guidance.guides import GUIDES
from childmaintenance.guidance.leaflets import LEAFLETS
from childmaintenance.guidance.pages import PAGES as STANDING
from childmaintenance.guidance.plain import longest_sentence, plainness, syllables, words_not_to_use
from childmaintenance.guidance.questions import QUESTIONS
from childmaintenance.guidance.shelf import as_written_on
from childmaintenance.guidance.terms import Page

PAGES = [*GUIDES.pages(), *QUESTIONS.pages(), *LEAFLETS.pages(), *STANDING.pages()]
TODAY = dt.date(2026, 11, 22)
OLDEST_READER = 11
LONGEST = {"en": 26, "cy": 29}  # Welsh spells out what English leaves to an ending
SUPPOSED = re.compile(r"(?:income|weekly)=(\d+)")


def everything(page: Page, code: str) -> str:
    """All that a page says, each heading and each item of a list a sentence."""
    parts = as_written_on(page, TODAY, code).sections
    said = [page.titles[code], page.summaries[code], *(text for part in parts for text in (part.heading, part.text))]
    return " ".join(text if text.endswith((".", "?", "!", ":")) else f"{text}." for text in said if text)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.slug)
def test_a_child_of_eleven_can_read_it(page: Page) -> None:
    counted = plainness(everything(page, "en"))
    assert counted.reading_age <= OLDEST_READER, counted


@pytest.mark.parametrize("code", ["en", "cy"])
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.slug)
def test_no_sentence_is_long_and_no_word_is_one_we_do_not_use(page: Page, code: str) -> None:
    text = everything(page, code)
    assert longest_sentence(text) <= LONGEST[code], plainness(text).longest
    assert not words_not_to_use(text, code)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.slug)
def test_no_figure_is_typed(page: Page) -> None:
    for words in page.words.values():
        typed = re.sub(r"\{\{.*?\}\}", "", words)
        supposed = {f"£{sum_}" for asked in placeholders(words) for sum_ in SUPPOSED.findall(asked)}
        assert "%" not in typed, "a percentage is the law's, or has a source: see guidance/README.md"
        assert set(re.findall(r"£[\d,.]*\d", typed)) <= supposed


def test_the_formula_knows_an_easy_text_from_a_hard_one() -> None:
    easy = "You pay each week. We tell you how much. Ask us if it is not clear."
    hard = (
        "Notwithstanding the aforementioned apportionment, liability determinations necessitating consideration of "
        "historical remuneration information shall be communicated contemporaneously to participating individuals."
    )
    assert plainness(easy).reading_age < 7
    assert plainness(hard).reading_age > 20
    assert longest_sentence(easy) == 7
    assert words_not_to_use(hard, "en") == {"aforementioned": "this", "remuneration": "pay"}
    assert not words_not_to_use("They were accessible.", "en"), "only whole words"


@pytest.mark.parametrize(
    ("word", "number"),
    [("pay", 1), ("money", 2), ("like", 1), ("table", 2), ("asked", 1), ("wanted", 2), ("maintenance", 3)],
)
def test_syllables_are_about_right(word: str, number: int) -> None:
    assert syllables(word) == number
