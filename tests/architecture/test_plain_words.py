"""What people read is plain, also where it is no content: the sentences of templates and forms, and the notices."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from childmaintenance.config import catalogues
from childmaintenance.guidance.plain import longest_sentence, plainness, words_not_to_use
from childmaintenance.privacy.notices import Kind, versions

KEPT = tomllib.loads(Path(__file__).with_name("plain.toml").read_text(encoding="utf-8"))
OLDEST_READER, LONGEST, FEWEST = KEPT["oldest_reader"], KEPT["longest"], KEPT["fewest_words"]
PUBLISHED = {(one["notice"], one["language"]): one for one in KEPT["published"]}
NAME_OF_A_LAW = re.compile(r"(?:[A-Z][\w()]*(?: and| etc)? )+(?:Act|Order|Regulations) \d{4}")
"""However long, one thing to read."""
HARDER = {where for one in KEPT["harder"] for where in one["where"]}
PUBLIC = [
    room
    for room in catalogues.rooms()
    if room.name in ("accounts", "foundation", "guidance", "journeys", "privacy")
    or (room.name.startswith("portals.") and not room.name.endswith((".casework", ".machines", ".developers")))
]
"""Rooms whose pages are for everybody, or for parents."""


def sentences(room: catalogues.Room) -> Iterator[tuple[str, str, list[str]]]:
    """Each sentence in each language, with the files that say it; a value put into it counts as one word."""
    for message in catalogues.written(room):
        if message.id:
            where = [file for file, _line in message.locations]
            for code, said in (("en", message.id), ("cy", message.string)):
                for one in (said,) if isinstance(said, str) else said:
                    yield code, re.sub(r"%\(\w+\)[sd]|%[sd]", "x", one), where


@pytest.mark.parametrize("room", PUBLIC, ids=lambda room: room.name)
def test_no_sentence_is_long_and_no_word_is_one_we_do_not_use(room: catalogues.Room) -> None:
    found = [
        f"{code}, {longest_sentence(said)} words, {words_not_to_use(said, code)}: {said}"
        for code, said, _where in sentences(room)
        if longest_sentence(said) > LONGEST[code] or words_not_to_use(said, code)
    ]
    assert not found, "\n".join(found)


def ages() -> dict[str, float]:
    """The reading age of each file of the public rooms that says enough."""
    said: dict[str, list[str]] = defaultdict(list)
    for room in PUBLIC:
        for code, one, files in sentences(room):
            if code == "en":
                for file in files:
                    said[f"{room.name}/{file}"].append(one if one.endswith((".", "?", "!", ":")) else f"{one}.")
    counted = {file: plainness(" ".join(each)) for file, each in said.items()}
    return {file: one.reading_age for file, one in counted.items() if one.words >= FEWEST}


def test_a_child_of_eleven_can_read_every_page_for_the_public() -> None:
    found = ages()
    assert len(found) > 80
    harder = {file: round(age, 1) for file, age in found.items() if age > OLDEST_READER}
    assert set(harder) - HARDER == set(), harder
    assert HARDER - set(harder) == set(), "no longer harder than the rest"


NEWEST = [versions(kind)[-1] for kind in Kind]


@pytest.mark.parametrize("code", ["en", "cy"])
@pytest.mark.parametrize("notice", NEWEST, ids=lambda notice: notice.kind.value)
def test_the_newest_notices_are_plain(notice: Any, code: str) -> None:
    lines = [line.removeprefix("- ") for part in notice.parts for line in (part.titles[code], *part.lines[code])]
    said = " ".join(line if line.endswith((".", "?", "!", ":")) else f"{line}." for line in lines)
    said = NAME_OF_A_LAW.sub("x", said)
    stays = PUBLISHED.get((f"{notice.kind.value} {notice.number}", code), {})
    assert longest_sentence(said) <= stays.get("longest", LONGEST[code]), plainness(said).longest
    assert sorted(words_not_to_use(said, code)) == stays.get("words", [])
    assert code == "cy" or plainness(said).reading_age <= OLDEST_READER, plainness(said)


def test_what_stays_in_a_published_notice_is_of_the_newest() -> None:
    assert {notice for notice, _code in PUBLISHED} <= {f"{one.kind.value} {one.number}" for one in NEWEST}
