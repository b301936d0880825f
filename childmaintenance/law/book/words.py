"""Figures, days and examples as people read them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from childmaintenance.law.examples import plain
from childmaintenance.law.provision import History, Row
from childmaintenance.law.sentences.writing import decimal, money
from childmaintenance.values import Territory

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
BOTH = "Great Britain and Northern Ireland"
NAMES = {Territory.GB: "Great Britain", Territory.NI: "Northern Ireland"}
LIST = "list"
LISTS = {"44(1)": "first list", "44(2)": "second list", "none": "neither list"}
LETTER = re.compile(r"(?<=category )[a-d]\b|(?<= or )[a-d]\b")
PAPER = 90  # letters of code that a page is wide
POUNDS = re.compile(r"-?[0-9]+\.[0-9]{2}\Z")
NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+|/[0-9]+)?\Z")


@dataclass(frozen=True, slots=True)
class Lane:
    """The rows of one territory, or of both where they are alike; `territory` is short for a picture."""

    territory: str
    name: str
    rows: tuple[Row, ...]


def long_day(day: date) -> str:
    """Such as 25 November 2013."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def where(territory: Territory | None) -> str:
    """The name of a territory, or of both."""
    return NAMES[territory] if territory else BOTH


def lanes(history: History) -> list[Lane]:
    """The rows as each territory has them; one lane where the figures and days are the same."""
    found = [
        Lane(territory.value, NAMES[territory], tuple(row for row in history.rows if row.is_for(territory)))
        for territory in Territory
    ]
    found = [lane for lane in found if lane.rows]
    if len(found) == 2 and _alike(found[0]) == _alike(found[1]):
        return [Lane("", BOTH, found[0].rows)]
    return found


def _alike(lane: Lane) -> list[tuple[date, str]]:
    return [(row.starts, repr(row.of)) for row in lane.rows]


def through_time(history: History) -> str:
    """Everything that the picture shows, in a sentence for each territory that differs."""
    return " ".join(_lane_in_words(lane, history) for lane in lanes(history))


def _lane_in_words(lane: Lane, history: History) -> str:
    steps = [f"{value(row.of, history.unit)} from {long_day(row.starts)}" for row in lane.rows]
    if len(steps) == 1:
        steps = [f"{steps[0]}, unchanged"]
    return f"{lane.name}: {'; then '.join(steps)}."


def value(of: Any, unit: str) -> str:
    """A row's value in its unit."""
    if isinstance(of, bool):
        return "yes" if of else "no"
    if isinstance(of, dict):
        return f"{plain(of['share'])} from {of['nights']} nights"
    if isinstance(of, list):
        between = "; " if of and isinstance(of[0], (list, dict)) else ", "
        return between.join(value(part, unit) for part in of)
    text = str(plain(of))
    if unit == LIST:
        return LISTS[text]
    if not NUMBER.match(text) or "share" in unit:
        return text
    if unit.startswith("pounds") or unit.endswith("in pounds"):
        return money(Fraction(text)).removesuffix(".00")
    return f"{decimal(Fraction(text))}%" if unit.startswith("percent") else text


def given(facts: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What an example is asked with, or gives, as names and values."""
    return [(named(key), _in(key, part)) for key, part in facts.items()]


def named(key: str) -> str:
    """A field's name without its underlines; the letter of a category is a capital."""
    name = LETTER.sub(lambda letter: letter.group().upper(), key.replace("_", " "))
    return name[:1].upper() + name[1:] if len(key) > 1 else key


def _in(field: str, part: Any) -> str:
    """A field's value; a year is a name and takes no comma."""
    return str(part) if "year" in field and isinstance(part, int) else said(part)


def said(part: Any) -> str:
    """One value of an example."""
    part = plain(part)
    if isinstance(part, bool):
        return "yes" if part else "no"
    if isinstance(part, date):
        return long_day(part)
    if isinstance(part, str):
        return money(part) if POUNDS.match(part) else part.replace("_", " ") or "(none)"
    if isinstance(part, Mapping):
        return ", ".join(f"{key.replace('_', ' ')} {_in(key, inner)}" for key, inner in part.items())
    if isinstance(part, list):
        return _several(part)
    return f"{part:,}" if isinstance(part, int) else str(part)


def _several(parts: list[Any]) -> str:
    if parts and all(isinstance(part, Mapping) and set(part) == {"nights"} for part in parts):
        nights = " and ".join(str(part["nights"]) for part in parts)
        return f"1 child with {nights} nights" if len(parts) == 1 else f"{len(parts)} children with {nights} nights"
    if parts and all(isinstance(part, Mapping) and "ref" in part for part in parts):
        rest = [{key: inner for key, inner in part.items() if key != "ref"} for part in parts]
        return "; ".join(f"{part['ref']}: {_without_children(other)}" for part, other in zip(parts, rest, strict=True))
    between = "; " if parts and isinstance(parts[0], Mapping) else ", "
    return between.join(said(part) for part in parts) or "(none)"


def _without_children(part: Mapping[str, Any]) -> str:
    """A receiving parent's children need no name before them."""
    return ", ".join(
        said(inner) if key == "children" else f"{key.replace('_', ' ')} {said(inner)}" for key, inner in part.items()
    )


def folded(code: str) -> str:
    """Code with its long lines broken at a space and set in, for paper, which cannot be scrolled."""
    return "\n".join(part for line in code.splitlines() for part in _folds(line))


def _folds(line: str) -> list[str]:
    indent = " " * (len(line) - len(line.lstrip()) + 8)
    found = []
    while len(line) > PAPER and (at := line.rfind(" ", len(line) - len(line.lstrip()), PAPER)) > 0:
        found.append(line[:at])
        line = indent + line[at + 1 :]
    return [*found, line]
