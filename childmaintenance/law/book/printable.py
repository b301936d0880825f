"""The book in the words and the order in which it is printed, for HTML and for paper alike."""

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from childmaintenance.law.book import words
from childmaintenance.law.book.chart import chart
from childmaintenance.law.book.contents import PARTS, Book, Doubted, Rule
from childmaintenance.law.examples import Example, plain
from childmaintenance.law.provision import History, Row
from childmaintenance.law.rulebook import read_through
from childmaintenance.values import Citation, Territory

FRONT = Path(__file__).with_name("front.toml")


def printable(book: Book) -> dict[str, Any]:
    """Every word of the book as plain data; `id` is what a link leads to."""
    titles = {rule.room: heading(rule) for rule in book.rules}
    front = tomllib.loads(FRONT.read_text(encoding="utf-8"))
    return {
        **front,
        "edition": book.edition,
        "read_through": words.long_day(read_through()),
        "parts": [
            {
                "id": f"part-{part}",
                "title": title,
                "rules": [_rule(rule, book) for rule in book.rules if rule.part == part],
            }
            for part, title in PARTS.items()
        ],
        "readings_about": front["readings"],
        "readings": [_doubted(one, titles) for one in book.doubted],
        "doubts": [doubt for rule in book.rules for doubt in _doubts(rule)],
        "index": [
            {
                "name": words.NAMES[territory],
                "rows": [
                    {
                        "id": provision_id(territory, provision),
                        "provision": provision,
                        "rules": [_link(room, titles) for room in rooms],
                    }
                    for provision, rooms in book.index(territory).items()
                ],
            }
            for territory in Territory
        ],
        "files": [
            {**_link(rule.room, titles), "workings": rule.workings, "says": [_says(one) for one in rule.says]}
            for rule in book.rules
        ],
        "not_modelled": [{**_says(one.says), "what": one.what, "why": one.why} for one in book.not_modelled],
    }


def heading(rule: Rule) -> str:
    """The name of a rule: the first sentence of its file."""
    return rule.title.partition(". ")[0].rstrip(".")


def rule_id(room: str) -> str:
    return room.replace("/", "-")


def provision_id(territory: Territory, provision: str) -> str:
    """What a provision's line in the index is called in a link."""
    return f"{territory.value}-{re.sub(r'[^A-Za-z0-9]+', '-', provision)}".strip("-").lower()


def _rule(rule: Rule, book: Book) -> dict[str, Any]:
    _, _, rest = rule.title.partition(". ")
    paragraphs = [rest, *(" ".join(text.split()) for text in rule.text.split("\n\n"))]
    return {
        "id": rule_id(rule.room),
        "room": rule.room,
        "title": heading(rule),
        "paragraphs": [text for text in paragraphs if text],
        "says": [_says(one) for one in rule.says],
        "workings": rule.workings,
        "no_figure": rule.no_figure,
        "figures": [_figure(history) for history in rule.figures],
        "notes": [
            {"id": f"note-{one.key}", "why": one.why, "reading": one.reading}
            for one in book.doubted
            if one.key in rule.notes
        ],
        "examples": [_example(one) for one in rule.examples],
        "pieces": [{"says": " ".join(piece.says.split()), "code": piece.code} for piece in rule.pieces],
    }


def _figure(history: History) -> dict[str, Any]:
    return {
        "id": f"{rule_id(history.room)}-{history.name}",
        "name": words.named(history.name),
        "unit": history.unit,
        **_says(history.says),
        "rows": [_row(row, history) for row in history.rows],
        "words": words.through_time(history),
        "chart": chart(history, read_through()),
    }


def _row(row: Row, history: History) -> dict[str, Any]:
    return {
        "from": words.long_day(row.starts),
        "iso": row.starts.isoformat(),
        "where": words.where(row.territory),
        "value": [words.value(part, history.unit) for part in row.of]
        if isinstance(row.of, list) and row.of and isinstance(row.of[0], (list, dict))
        else [words.value(row.of, history.unit)],
        "by": row.by,
        "source": row.source,
        "doubt": row.doubt,
    }


def _example(one: Example) -> dict[str, Any]:
    answer = plain(one.answer)
    gives = words.given(answer) if isinstance(answer, dict) else [("Gives", words.said(answer))]
    return {
        "title": one.title,
        "asks": one.ask,
        "on": words.long_day(one.on),
        "given": [{"name": name, "value": value} for name, value in words.given(one.given)],
        "gives": [{"name": name, "value": value} for name, value in gives],
        "because": one.because,
    }


def _doubted(one: Doubted, titles: dict[str, str]) -> dict[str, Any]:
    return {
        "id": f"note-{one.key}",
        **_says(one.says),
        "why": one.why,
        "reading": one.reading,
        "choices": [choice.replace("_", " ") for choice in one.choices],
        "rules": [_link(room, titles) for room in one.rooms],
    }


def _doubts(rule: Rule) -> Iterable[dict[str, str]]:
    for history in rule.figures:
        for row in history.rows:
            if row.doubt:
                yield {
                    "id": f"{rule_id(rule.room)}-{history.name}",
                    "rule": heading(rule),
                    "figure": words.named(history.name),
                    "where": words.where(row.territory),
                    "from": words.long_day(row.starts),
                    "doubt": row.doubt,
                }


def _link(room: str, titles: dict[str, str]) -> dict[str, str]:
    return {"id": rule_id(room), "room": room, "title": titles[room]}


def _says(one: Citation) -> dict[str, str]:
    return {"gb": one.gb, "ni": one.ni}
