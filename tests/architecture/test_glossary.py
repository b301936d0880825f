"""A thing has one name in Welsh: where English says a word of the glossary, Welsh says its word, in whatever mutation."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from childmaintenance.config import catalogues
from childmaintenance.config.places import ROOT

KEPT = tomllib.loads(Path(__file__).with_name("glossary.toml").read_text(encoding="utf-8"))
FORMS: dict[str, list[str]] = KEPT["forms"]
OTHERWISE = {(one["term"], says) for one in KEPT["otherwise"] for says in one["says"]}
# What a first letter becomes: soft, nasal and aspirate. The longest beginning that fits is the one.
MUTATIONS = {
    "ll": ("l",), "rh": ("r",), "ch": (), "th": (), "ph": (), "dd": (), "p": ("b", "mh", "ph"), "t": ("d", "nh", "th"),
    "c": ("g", "ngh", "ch"), "b": ("f", "m"), "d": ("dd", "n"), "g": ("", "ng"), "m": ("f",),
}  # fmt: skip
SHORT = 5
"""A word up to this long is looked for whole; of a longer one its last letters may change in the plural or in a verb."""


def terms() -> list[tuple[str, str]]:
    """Each English word of the glossary with its Welsh."""
    found = []
    for line in (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) != 5 or cells[0] == "English" or cells[0].startswith("-"):
            continue
        english, welsh = (re.split(r",\s*", cell) for cell in cells[:2])
        assert len(english) == len(welsh), f"as many words on both sides: {line}"
        found += zip(english, welsh, strict=True)
    return found


def beginnings(word: str) -> set[str]:
    """Every way that a Welsh word may begin after a mutation, or be written in another form."""
    found = set()
    for form in (word, *FORMS.get(word, ())):
        stem = form[: max(4, len(form) - 3)] if len(form) > SHORT else form
        first = next((one for one in sorted(MUTATIONS, key=len, reverse=True) if stem.startswith(one)), "")
        found |= {stem, *(now + stem[len(first) :] for now in MUTATIONS.get(first, ()))}
        if stem[0] in "aeiouwyâêîôû":
            found.add("h" + stem)
    return found


def sentences() -> Iterator[tuple[str, str, str]]:
    """Each sentence of every catalogue: its room, its English, its Welsh."""
    for room in catalogues.rooms():
        for message in catalogues.written(room):
            if message.id:
                english, welsh = ([one] if isinstance(one, str) else list(one) for one in (message.id, message.string))
                yield room.name, english[0], " ".join(welsh).lower().replace("’", "'")


def otherwise(term: str, welsh: str) -> list[str]:
    """Where English says the word and Welsh does not, and nobody has said why."""
    says = re.compile(rf"(?<![\w-]){re.escape(term.lower())}s?(?![\w-])")
    wanted = [beginnings(word) for word in re.findall(r"[^\W\d_]+", welsh.lower()) if len(word) > 2]
    return [
        f"{room}: {english} = {there}"
        for room, english, there in sentences()
        if says.search(english.lower())
        and not all(any(re.search(rf"(?<!\w){one}", there) for one in ways) for ways in wanted)
        and (term, english) not in OTHERWISE
    ]


@pytest.mark.parametrize(("term", "welsh"), terms(), ids=lambda word: word)
def test_a_word_of_the_glossary_has_its_welsh_everywhere(term: str, welsh: str) -> None:
    found = otherwise(term, welsh)
    assert not found, "\n".join([f"{term} is {welsh}, or tests/architecture/glossary.toml says why not:", *found])


def test_every_exception_is_still_said() -> None:
    said = {english for _room, english, _welsh in sentences()}
    assert sorted(says for _term, says in OTHERWISE if says not in said) == []


@pytest.mark.parametrize(
    ("word", "there", "is_it"),
    [
        ("taliad", "ei daliad", True),
        ("taliad", "fy nhaliadau", True),
        ("cais", "o geisiadau", True),
        ("gorchymyn", "am orchmynion", True),
        ("penderfyniad", "y cyfrifiad", False),
        ("arian", "ei harian", True),
    ],
)
def test_mutations_are_seen_through(word: str, there: str, is_it: bool) -> None:
    assert any(re.search(rf"(?<!\w){one}", there) for one in beginnings(word)) is is_it
