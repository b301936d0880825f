"""A letter on a page: the same words as on paper, one language after the other, and text that stays text."""

import html
import re
from itertools import pairwise

import pytest
from django.template import engines

from childmaintenance.correspondence.composing import compose
from childmaintenance.correspondence.terms import LetterRecord
from childmaintenance.correspondence.tests.samples import every_letter, sending
from childmaintenance.correspondence.tests.test_paper import HOSTILE, texts

LETTERS = every_letter()
TEMPLATE = '{% from "correspondence/letter.html" import letter_body with context %}{{ letter_body(letter) }}'


def page(name: str, *languages: str, **changes: object) -> str:
    kind, facts = LETTERS[name]
    parts = compose(kind, {**facts, **changes}, sending(), languages or ("en",))
    record = LetterRecord.__new__(LetterRecord)
    object.__setattr__(record, "parts", parts)
    object.__setattr__(record, "reference", "L-8M4T-06WD-9")
    return engines["jinja2"].from_string(TEMPLATE).render({"letter": record})


def said(made: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", made)).split())


@pytest.mark.parametrize("name", LETTERS)
def test_the_page_says_what_the_paper_says(name: str) -> None:
    made = said(page(name, "cy", "en"))
    for part in compose(*LETTERS[name], sending(), ("cy", "en")):
        for text in texts(part):
            assert " ".join(text.split()) in made


def test_each_part_names_its_language_and_can_be_jumped_to() -> None:
    made = page("decision", "cy", "en")
    assert re.findall(r'<article lang="(\w\w)"', made) == ["cy", "en"]
    assert re.findall(r'href="#letter-(\w\w)"', made) == re.findall(r'id="letter-(\w\w)"', made) == ["cy", "en"]
    assert "<nav" not in page("decision", "en")


def test_headings_go_down_one_step_at_a_time_below_the_pages_own() -> None:
    levels = [int(level) for level in re.findall(r"<h(\d)", page("decision", "en"))]
    assert levels[0] == 2
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert set(levels) == {2, 3, 4}


def test_tables_have_headers_a_caption_and_a_way_to_scroll_by_keyboard() -> None:
    made = page("plan", "en")
    assert made.count('<th scope="col"') == 4
    assert made.count('<th scope="row"') == 13
    assert "<caption" in made
    assert 'role="region" aria-label="Dates and amounts" tabindex="0"' in made


def test_no_style_or_script_is_written_into_the_page() -> None:
    for name in LETTERS:
        made = page(name, "cy", "en")
        assert "style=" not in made
        assert "<script" not in made
        assert "onclick" not in made


@pytest.mark.parametrize("name", HOSTILE)
def test_markup_in_a_name_is_text_on_the_page(name: str) -> None:
    made = page("told", "en", applicant=name)
    assert name in said(made)
    assert "<b>hi" not in made
    assert "<script" not in made


def test_a_name_from_right_to_left_is_isolated_on_the_page_too() -> None:
    assert "\u2068שרה לוי\u2069" in page("told", "en", applicant="שרה לוי")
