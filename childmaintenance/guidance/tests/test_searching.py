"""Finding what answers: mutations and endings undone, ideas shared, rare words first, and no answer where we are not sure."""

import time

import pytest

from childmaintenance.guidance.searching.answers import SURE_ENOUGH, answer, is_urgent, search
from childmaintenance.guidance.searching.index import index
from childmaintenance.guidance.searching.learning import NOBODY, teacher
from childmaintenance.guidance.searching.passages import content_of, passages
from childmaintenance.guidance.searching.teaching import asked, others
from childmaintenance.guidance.searching.tongue import spellings, words
from childmaintenance.guidance.searching.vocabulary import vocabulary
from childmaintenance.guidance.searching.warming import warm_behind


@pytest.mark.parametrize(
    ("written", "radical"),
    [
        ("daliad", "taliad"), ("nhaliad", "taliad"), ("thaliad", "taliad"), ("blant", "plant"), ("mhlant", "plant"),
        ("phlant", "plant"), ("gyflog", "cyflog"), ("nghyflog", "cyflog"), ("chyflog", "cyflog"), ("dystysgrif", "tystysgrif"),
        ("fudd", "budd"), ("mudd", "budd"), ("ddyled", "dyled"), ("nyled", "dyled"), ("waith", "gwaith"), ("ngwaith", "gwaith"),
        ("lys", "llys"), ("fam", "mam"), ("riant", "rhiant"), ("hincwm", "incwm"),
    ],
)  # fmt: skip
def test_a_mutated_word_is_the_word_it_was(written: str, radical: str) -> None:
    assert spellings(written, "cy") & spellings(radical, "cy")


@pytest.mark.parametrize(
    ("one", "other"), [("llys", "lluoedd"), ("tad", "mam"), ("ffi", "rhi"), ("dyled", "taliad"), ("plant", "banc")]
)
def test_words_that_are_not_the_same_stay_apart(one: str, other: str) -> None:
    assert not spellings(one, "cy") & spellings(other, "cy")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("paying", "pays"),
        ("stopped", "stopping"),
        ("calculated", "calculation"),
        ("fees", "fee"),
        ("employers", "employed"),
        ("owes", "owe"),
    ],
)
def test_english_endings_do_not_matter(one: str, other: str) -> None:
    assert spellings(one, "en") == spellings(other, "en")


def test_words_are_read_without_accents_and_what_hangs_on() -> None:
    assert words("Mae’r tŷ’n eiddo i’w dad, CWPL", "cy") == ["mae", "ty", "eiddo", "i", "dad", "cwpl"]
    assert words("My ex’s £3,000 — can't", "en") == ["my", "ex", "3", "000", "cant"]


def test_an_idea_is_shared_by_the_words_that_stand_for_it() -> None:
    said = vocabulary("en")
    ideas = [
        {one for term in said.terms(text) for one in term if one.startswith("=")}
        for text in ("jail", "prison", "pizza")
    ]
    assert ideas[0] & ideas[1]
    assert not ideas[2]
    assert any(one.startswith("=") for term in said.terms("collect and pay") for one in term)


@pytest.mark.parametrize("code", ["en", "cy"])
def test_everything_found_is_there_and_names_its_page(code: str) -> None:
    found = passages(code)
    assert len(found) > 100
    for passage in found:
        assert passage.text
        assert passage.title
        assert passage.page.startswith("page:") == (content_of(passage.page) is None)


def test_we_are_sure_of_what_our_pages_speak_of_and_not_of_the_rest() -> None:
    assert answer("what are the fees of collect and pay", "en").best is not None
    for other in ("who won the election", "asdf qwerty", "sut mae gwneud cawl cennin", ""):
        assert answer(other, "en").best is None
    assert answer("mandatory reconsideration", "en").best.sure >= SURE_ENOUGH  # type: ignore[union-attr]


def test_the_passage_is_word_for_word_from_its_page() -> None:
    for text in ("how long do i have to appeal", "bailiffs", "default amount"):
        best = answer(text, "en").best
        assert best is not None
        assert best.passage in passages("en")


@pytest.mark.parametrize(
    "text", ["he hits me", "I'm being threatened", "mae'n fy mygwth", "mae ofn arna i", "he will kill us"]
)
def test_danger_is_heard_in_either_language(text: str) -> None:
    assert is_urgent(text)


@pytest.mark.parametrize(
    "text", ["how much do I pay", "faint o arian", "my ex lost his job", "pa bryd mae'n dod i ben", "I often see him"]
)
def test_and_not_where_there_is_none(text: str) -> None:
    assert not is_urgent(text)


@pytest.mark.parametrize("code", ["en", "cy"])
def test_an_answer_is_quick(code: str) -> None:
    index(code)
    text = "mae fy nghyn-bartner wedi stopio talu a dw i ddim yn gwybod beth i'w wneud " * 3
    started = time.process_time()
    for _ in range(20):
        search(text, code)
    assert (time.process_time() - started) / 20 < 0.05


def test_words_of_north_and_south_are_one_word() -> None:
    assert words("dwi isio gneud cais efo hi rwan", "cy") == words("dw eisiau gwneud cais gyda hi nawr", "cy")
    assert words("maintainance payed", "en") == ["maintenance", "paid"]


@pytest.mark.parametrize(("code", "at_least"), [("en", 4000), ("cy", 2500)])
def test_every_question_that_teaches_leads_to_pages_that_are_there(code: str, at_least: int) -> None:
    found = {passage.page for passage in passages(code)}
    questions = asked(code)
    assert len(questions) > at_least
    assert {page for one in questions for page in one.pages} <= found
    assert found - {one.pages[0] for one in questions} == set(), (
        "a page that nobody asks for: add how people ask for it"
    )
    assert not {one.text.lower() for one in questions} & {text.lower() for text in others(code)}


def test_a_kept_question_is_known_and_a_misspelt_one_is_like_it() -> None:
    known = teacher("en")
    first = known.ask("he owes 8 grand in arrears")
    assert first.alike["guide:not-paid"] == pytest.approx(1.0, abs=1e-6)
    misspelt = known.ask("he ows 8 grand in arreers")
    assert max(misspelt.alike, key=lambda page: misspelt.alike[page]) == "guide:not-paid"
    assert known.ask("who won the election").score(NOBODY) > known.ask("who won the election").score("guide:not-paid")


def test_nothing_that_is_asked_stays_in_what_was_learned() -> None:
    known = teacher("en")
    before = (len(known.holding), len(known.often), len(known.sizes))
    known.ask("zanzibarquux owes me maintenance")
    assert (len(known.holding), len(known.often), len(known.sizes)) == before
    assert not any("zanzibarq" in mark for mark in known.holding)


def test_the_web_server_learns_behind_its_start() -> None:
    warm_behind().join(timeout=60)
    started = time.process_time()
    assert search("arrears", "en")
    assert time.process_time() - started < 0.5
