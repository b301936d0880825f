"""Who helps people sort out a separation: read from the files beside this one, and chosen by what somebody needs.

It only reads. What somebody asked for is told to a function and forgotten with its answer.
"""

import datetime as dt
import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from childmaintenance.foundation import language
from childmaintenance.guidance.organisations.needs import NOT_WHEN_UNSAFE, ONLY_FOR, Circumstance, Topic
from childmaintenance.guidance.terms import Nation

KEPT_IN = Path(__file__).parent


@dataclass(frozen=True, kw_only=True)
class TextTo:
    """A word to send as a text message, and the short number it goes to."""

    word: str
    to: str


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A mark of quality that somebody gave it: what it is called, by whom, and where and when one of us saw that it holds it."""

    names: dict[str, str]
    given_by: dict[str, str]
    seen_at: str
    seen_on: dt.date

    @property
    def name(self) -> str:
        """In the reader's language."""
        return self.names[language.current()]

    @property
    def giver(self) -> str:
        """In the reader's language."""
        return self.given_by[language.current()]


@dataclass(frozen=True, kw_only=True)
class Organisation:
    """Somebody who helps. `checked` is None where nobody has looked yet; then there is a website and no number."""

    key: str
    names: dict[str, str]
    says: dict[str, str]
    topics: tuple[Topic, ...]
    nations: tuple[Nation, ...]
    website: str
    suits: tuple[Circumstance, ...] = ()
    number: str = ""
    text: TextTo | None = None
    all_day: bool = False
    needs_both_parents: bool = False
    checked: dt.date | None = None
    marks: tuple[Mark, ...] = ()

    @property
    def name(self) -> str:
        """In the reader's language, or as the organisation calls itself everywhere."""
        return self.names.get(language.current(), self.names["en"])

    @property
    def name_language(self) -> str:
        """The language that `name` is in."""
        return language.current() if language.current() in self.names else "en"

    @property
    def what(self) -> str:
        """What it does, in one sentence in the reader's language."""
        return self.says[language.current()]

    @property
    def everywhere(self) -> bool:
        """Whether it helps in all four nations."""
        return len(self.nations) == len(Nation)

    def is_fit(self, nation: Nation | None, circumstances: Collection[Circumstance]) -> bool:
        """Whether it helps there, and may be named to somebody in these circumstances."""
        if self.needs_both_parents and NOT_WHEN_UNSAFE.intersection(circumstances):
            return False
        return nation is None or nation in self.nations

    def is_for_them(self, circumstances: Collection[Circumstance]) -> bool:
        """Whether it is meant for people in these circumstances above all, and for no others besides."""
        return bool(set(self.suits) & set(circumstances)) and ONLY_FOR.intersection(self.suits) <= set(circumstances)


@dataclass(frozen=True, kw_only=True)
class Group:
    """The organisations of one topic: those meant for these very circumstances, those for everybody, and those for others."""

    topic: Topic
    first: tuple[Organisation, ...]
    others: tuple[Organisation, ...]
    particular: tuple[Organisation, ...]


def organisations() -> tuple[Organisation, ...]:
    """Every one, in the order of the files."""
    return tuple(_kept().values())


def organisation(key: str) -> Organisation | None:
    """One by its key, or None."""
    return _kept().get(key)


def chosen(keys: Collection[str]) -> tuple[Organisation, ...]:
    """Those of these keys, in our order; a key that is not ours is passed over."""
    return tuple(one for one in organisations() if one.key in keys)


def tailored(
    topics: Collection[Topic], nation: Nation | None = None, circumstances: Collection[Circumstance] = ()
) -> list[Group]:
    """A group for each topic, in our order. An organisation stands in the first group that has it, and in no other."""
    named: set[str] = set()
    found = []
    for topic in Topic:
        if topic not in topics:
            continue
        here = [
            one
            for one in organisations()
            if topic in one.topics and one.key not in named and one.is_fit(nation, circumstances)
        ]
        named.update(one.key for one in here)
        first = tuple(one for one in here if one.is_for_them(circumstances))
        found.append(
            Group(
                topic=topic,
                first=first,
                others=tuple(one for one in here if not one.suits),
                particular=tuple(one for one in here if one.suits and one not in first),
            )
        )
    return found


def with_a_mark() -> tuple[Organisation, ...]:
    """Those of which one of us has seen that they hold a mark of quality."""
    return tuple(one for one in organisations() if one.marks)


def checked_on() -> dt.date:
    """The day the whole list was last looked at: that of the file that has waited longest."""
    return min(file["as_of"] for file in _files())


def look_again_by() -> dt.date:
    """The day by which somebody must look at it again."""
    return min(file["review_by"] for file in _files())


@cache
def _files() -> tuple[dict[str, Any], ...]:
    order = [*(topic.value for topic in Topic), "general"]
    return tuple(tomllib.loads((KEPT_IN / f"{name}.toml").read_text(encoding="utf-8")) for name in order)


@cache
def _kept() -> dict[str, Organisation]:
    return {one["key"]: _read(one) for file in _files() for one in file["organisation"]}


def _read(said: dict[str, Any]) -> Organisation:
    return Organisation(
        key=said["key"],
        names=said["name"],
        says=said["says"],
        topics=tuple(Topic(one) for one in said["topics"]),
        nations=tuple(Nation(one) for one in said["nations"]),
        website=said["website"],
        suits=tuple(Circumstance(one) for one in said.get("suits", ())),
        number=said.get("number", ""),
        text=TextTo(**said["text"]) if "text" in said else None,
        all_day=said.get("all_day", False),
        needs_both_parents=said.get("needs_both_parents", False),
        checked=said.get("checked"),
        marks=tuple(Mark(names=mark["name"], **_without_name(mark)) for mark in said.get("marks", ())),
    )


def _without_name(mark: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in mark.items() if key != "name"}
