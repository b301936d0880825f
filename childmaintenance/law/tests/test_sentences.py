"""Every step, note and rate that the law can give has its sentence in both languages, saying the same things."""

import ast
import re

import pytest

from childmaintenance.law.liability.facts import NilReason, Rate
from childmaintenance.law.readings import Readings
from childmaintenance.law.sentences import LANGUAGES
from childmaintenance.law.sentences.catalogue import PLACE, catalogue, notes
from childmaintenance.law.tests.rooms import rule_paths
from childmaintenance.law.variations.special_expenses import Ground

# Steps named after the members of an enum, such as one for each description of somebody who pays nothing.
FAMILIES = {
    "nil_rate_": {reason.value for reason in NilReason if reason.value},
    "expense_": {ground.value for ground in Ground},
}


def keys_given_to(*methods: str) -> set[str]:
    """The words that the law's files hand to a method of its reasons, all of them written out in the call."""
    found: set[str] = set()
    for path in rule_paths():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in methods:
                owner = node.func.value
                if isinstance(owner, ast.Name) and owner.id == "reasons":
                    found |= words_of(node.args[0], path.name, ast.parse(path.read_text(encoding="utf-8")))
    return found


def words_of(node: ast.expr, where: str, tree: ast.Module) -> set[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return {node.value}
    if isinstance(node, ast.IfExp):
        return words_of(node.body, where, tree) | words_of(node.orelse, where, tree)
    if isinstance(node, ast.Name):
        values = [
            assigned.value
            for assigned in ast.walk(tree)
            if isinstance(assigned, ast.Assign)
            and any(isinstance(t, ast.Name) and t.id == node.id for t in assigned.targets)
        ]
        assert values, f"{where}: {node.id} is not a word that can be read here"
        return set().union(*(words_of(value, where, tree) for value in values))
    if isinstance(node, ast.JoinedStr):
        first = node.values[0]
        assert isinstance(first, ast.Constant)
        assert isinstance(first.value, str)
        return {first.value + name for name in FAMILIES[first.value]}
    raise AssertionError(f"{where}: a step's name must be written out")


STEPS, NOTES = keys_given_to("add", "tell"), keys_given_to("note")


def test_the_search_finds_steps_and_notes() -> None:
    assert {"percent_of_income", "nil_rate_child", "receipt_ongoing_short"} <= STEPS
    assert "law_silent_negative_share" in NOTES


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_without_its_sentence_and_no_sentence_is_unused(language: str) -> None:
    words = catalogue(language)
    assert set(words["steps"]) == STEPS
    assert set(words["notes"]) == NOTES == set(notes())
    assert set(words["rates"]) == {rate.value for rate in Rate}


def places(text: str) -> set[str]:
    return {match.group(0) for match in PLACE.finditer(text)}


def test_the_two_languages_say_the_same_things() -> None:
    english, welsh = catalogue("en"), catalogue("cy")
    assert {name: set(part) for name, part in english.items()} == {name: set(part) for name, part in welsh.items()}
    for section in ("steps", "words", "notes"):
        for key, text in english[section].items():
            assert places(text) == places(welsh[section][key]), key
            assert text != welsh[section][key], key


def test_no_brace_is_left_over() -> None:
    for language in LANGUAGES:
        for section in ("steps", "notes", "words"):
            for text in catalogue(language)[section].values():
                assert not re.search(r"[{}]", PLACE.sub("", text)), text


def test_every_reading_has_a_note_that_shows_it() -> None:
    from dataclasses import fields

    assert {note["reading"] for note in notes().values()} - {""} == {field.name for field in fields(Readings)}
