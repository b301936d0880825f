"""Who gets which language, and that the Welsh is whole."""

import re
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from childmaintenance.correspondence.composing import compose
from childmaintenance.correspondence.languages import is_in_wales, languages_for
from childmaintenance.correspondence.tests.samples import every_letter, sending
from childmaintenance.correspondence.wording import together
from childmaintenance.foundation.language import in_language

ROOM = Path(__file__).parent.parent
LETTERS = every_letter()


@pytest.mark.parametrize(
    ("preference", "postcode", "languages"),
    [
        ("en", "CF10 1AA", ("en",)),
        ("cy", "BN1 1AA", ("cy",)),
        ("both", "", ("cy", "en")),
        ("", "CF10 1AA", ("cy", "en")),
        ("", "ll57 2dg", ("cy", "en")),
        ("", "SY232AA", ("cy", "en")),
        ("", "SY1 1AA", ("en",)),
        ("", "L1 1AA", ("en",)),
        ("", "CH5 1AA", ("cy", "en")),
        ("", "CH1 1AA", ("en",)),
        ("", "", ("en",)),
        ("", "not a postcode", ("en",)),
    ],
)
def test_everybody_gets_the_language_they_asked_for_and_wales_gets_both(
    preference: str, postcode: str, languages: tuple[str, ...]
) -> None:
    assert languages_for(preference, postcode) == languages


def test_a_district_without_the_rest_is_enough() -> None:
    assert is_in_wales("SA1")
    assert not is_in_wales("S1")


@pytest.mark.parametrize("name", LETTERS)
def test_both_languages_say_the_same_with_the_same_date_and_signature(name: str) -> None:
    welsh, english = compose(*LETTERS[name], sending(), ("cy", "en"))
    assert [block["type"] for block in welsh.blocks] == [block["type"] for block in english.blocks]
    assert (welsh.written_on, english.written_on) == ("5 Ionawr 2027", "5 January 2027")
    assert [part.blocks[-1]["type"] for part in (welsh, english)] == ["signature", "signature"]
    assert welsh.blocks[-1]["name"] == "Cynhaliaeth Plant Agored"
    figures = [re.findall(r"£[\d,]+\.\d\d", str(part.blocks)) for part in (welsh, english)]
    assert sorted(figures[0]) == sorted(figures[1])


@pytest.mark.parametrize("name", LETTERS)
def test_nothing_of_a_welsh_letter_is_left_in_english(name: str) -> None:
    welsh, english = compose(*LETTERS[name], sending(), ("cy", "en"))
    same = set(_texts(welsh.blocks)) & set(_texts(english.blocks))
    wordless = {text for text in same if not re.search(r"[a-z]{3}", text)}
    # Names, which are the same in both.
    names = {"Cadi", "Macsen", "£"}
    assert same - wordless - names == set()


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value] if value not in _KEYS else []
    if isinstance(value, dict):
        return [text for name, item in value.items() if name not in ("type", "provision") for text in _texts(item)]
    if isinstance(value, list | tuple):
        return [text for item in value for text in _texts(item)]
    return []


_KEYS = {"C-7K3F-92QX-M", "K7QF-M2XD-P9RT"}


def test_the_catalogue_has_every_message_and_none_too_many() -> None:
    methods = [("**/tests/**", "ignore"), ("**.py", "python"), ("**/jinja2/**.html", "jinja2")]
    keywords = {"_": None, "gettext": None, "pgettext": ((1, "c"), 2)}
    wanted = Catalog()
    for _file, _line, message, _comments, context in extract_from_dir(
        str(ROOM), methods, keywords=keywords, options_map={}
    ):
        wanted.add(message, context=context)
    with (ROOM / "locale/cy/LC_MESSAGES/django.po").open("rb") as file:
        have = read_po(file, locale="cy")
    said = {(message.context, message.id) for message in have if message.id}
    assert said == {(message.context, message.id) for message in wanted if message.id}
    for message in have:
        if message.id:
            assert message.string, message.id
            assert not message.fuzzy, message.id
            placeholders = re.compile(r"%\(\w+\)s|\{\w+\}")
            assert sorted(placeholders.findall(message.id)) == sorted(placeholders.findall(message.string)), message.id
            assert list(message.check()) == []


@pytest.mark.parametrize(
    ("names", "english", "welsh"),
    [
        (["Cadi"], "Cadi", "Cadi"),
        (["Cadi", "Macsen"], "Cadi and Macsen", "Cadi a Macsen"),
        (["Cadi", "Owen"], "Cadi and Owen", "Cadi ac Owen"),
        (["Cadi", "Efa", "Îfan"], "Cadi, Efa and Îfan", "Cadi, Efa ac Îfan"),
        (["Efa", "Wyn"], "Efa and Wyn", "Efa a Wyn"),
        (["Efa", "Ynyr"], "Efa and Ynyr", "Efa ac Ynyr"),
        (["Efa", "Yasmin"], "Efa and Yasmin", "Efa a Yasmin"),
        (["Efa", "李"], "Efa and 李", "Efa a 李"),
    ],
)
def test_names_are_joined_as_each_language_does(names: list[str], english: str, welsh: str) -> None:
    with in_language("en"):
        assert together(names) == english
    with in_language("cy"):
        assert together(names) == welsh
