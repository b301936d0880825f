"""What people are told about their information: notices with all their versions, and what changed from one to the next."""

import datetime as dt
import difflib
import hashlib
import json
import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from childmaintenance.foundation import clock, language

FOLDER = Path(__file__).with_name("notices")
BULLET = "- "


class NoSuchNotice(LookupError):
    """There is no notice of that kind, or no such version."""


class Kind(StrEnum):
    """Which notice."""

    PRIVACY = "privacy"
    CHARTER = "charter"
    DECLARATION = "declaration"  # what somebody says by sending something: one part a journey


@dataclass(frozen=True)
class Part:
    """One matter of a notice, in both languages. `nations` is empty where it is for everybody."""

    id: str
    titles: dict[str, str]
    lines: dict[str, tuple[str, ...]]
    nations: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        return self.titles[language.current()]

    @property
    def blocks(self) -> list[tuple[str, list[str]]]:
        """The lines as ("words", [one]) and ("list", [several]), in the reader's language."""
        found: list[tuple[str, list[str]]] = []
        for line in self.lines[language.current()]:
            if not line.startswith(BULLET):
                found.append(("words", [line]))
            elif found and found[-1][0] == "list":
                found[-1][1].append(line.removeprefix(BULLET))
            else:
                found.append(("list", [line.removeprefix(BULLET)]))
        return found


@dataclass(frozen=True)
class Notice:
    """One published version. A `material` one changes what is done with what we know of people: each of them is told."""

    kind: Kind
    number: int
    since: dt.date
    parts: tuple[Part, ...]
    published: str
    material: bool = False

    def for_nation(self, nation: str) -> tuple[Part, ...]:
        """The parts that people in a nation read."""
        return tuple(part for part in self.parts if not part.nations or nation in part.nations)

    def part(self, id: str) -> Part | None:
        """The part of that name."""
        return next((part for part in self.parts if part.id == id), None)

    def digest(self) -> str:
        """Changes with every letter of it, in either language."""
        told = [[part.id, part.titles, part.lines, part.nations] for part in self.parts]
        return hashlib.sha256(json.dumps(told, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Piece:
    """Some words of a comparison: "same", "new" or "gone"."""

    what: str
    words: str


@dataclass(frozen=True)
class Change:
    """One part of a notice from one version to another: "same", "new", "gone" or "changed", with its words."""

    title: str
    what: str
    lines: tuple[tuple[Piece, ...], ...]


@cache
def versions(kind: Kind) -> tuple[Notice, ...]:
    """Every version, oldest first. Raises KeyError or ValueError where a file is not as it should be."""
    return tuple(sorted((_read(kind, file) for file in (FOLDER / kind).glob("*.toml")), key=lambda one: one.number))


def notice(kind: Kind, number: int = 0) -> Notice:
    """A version by its number, or the newest. Raises NoSuchNotice."""
    found = [one for one in versions(kind) if not number or one.number == number]
    if not found:
        raise NoSuchNotice(f"{kind} {number}")
    return found[-1]


def in_force(kind: Kind, on: dt.date | None = None) -> Notice:
    """The version in force on a day, or today; before there was any, the first."""
    day = on or clock.today()
    return next((one for one in reversed(versions(kind)) if one.since <= day), versions(kind)[0])


def compare(kind: Kind, older: int, newer: int) -> tuple[Change, ...]:
    """What changed, in the reader's language and in the order of the newer one; parts that are gone come last."""
    before, after = ({part.id: part for part in notice(kind, number).parts} for number in (older, newer))
    return tuple(_change(before.get(id), after.get(id)) for id in [*after, *(id for id in before if id not in after)])


def _change(before: Part | None, after: Part | None) -> Change:
    said = language.current()
    old = before.lines[said] if before else ()
    new = after.lines[said] if after else ()
    title = (after or before).title  # type: ignore[union-attr]  # one of the two is there
    if before is None or after is None:
        what = "new" if before is None else "gone"
        return Change(title, what, tuple((Piece(what, line.removeprefix(BULLET)),) for line in new or old))
    if old == new and before.titles[said] == after.titles[said]:
        return Change(title, "same", tuple((Piece("same", line.removeprefix(BULLET)),) for line in new))
    lines: list[tuple[Piece, ...]] = []
    for step, i, j, k, m in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if step == "equal":
            lines += [(Piece("same", line.removeprefix(BULLET)),) for line in new[k:m]]
        elif step == "replace" and j - i == m - k:
            lines += [_words(one, other) for one, other in zip(old[i:j], new[k:m], strict=True)]
        else:
            lines += [(Piece("gone", line.removeprefix(BULLET)),) for line in old[i:j]]
            lines += [(Piece("new", line.removeprefix(BULLET)),) for line in new[k:m]]
    return Change(title, "changed", tuple(lines))


def _words(old: str, new: str) -> tuple[Piece, ...]:
    one, other = (re.findall(r"\S+\s*", line.removeprefix(BULLET)) for line in (old, new))
    found: list[Piece] = []
    for step, i, j, k, m in difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if step == "equal":
            found.append(Piece("same", "".join(other[k:m])))
            continue
        if i < j:
            found.append(Piece("gone", "".join(one[i:j])))
        if k < m:
            found.append(Piece("new", "".join(other[k:m])))
    return tuple(found)


def _read(kind: Kind, file: Path) -> Notice:
    kept = tomllib.loads(file.read_text(encoding="utf-8"))
    parts = tuple(
        Part(
            one["id"],
            dict(one["title"]),
            {said: tuple(one[said]) for said in language.LANGUAGES},
            tuple(one.get("nations", ())),
        )
        for one in kept["part"]
    )
    return Notice(kind, kept["number"], kept["from"], parts, kept["published"], kept.get("material", False))
