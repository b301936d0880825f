"""The book in the words and the order in which it is printed, for HTML and for paper alike."""

import tomllib
from pathlib import Path
from typing import Any

from childmaintenance.law.book import words
from childmaintenance.law.book.chart import chart, strip
from childmaintenance.law.book.contents import PARTS, Book, Doubted, Rule
from childmaintenance.law.book.glance import glance
from childmaintenance.law.book.indexed import indexed, link, rule_id
from childmaintenance.law.examples import Example, plain
from childmaintenance.law.provision import History, Row
from childmaintenance.law.rulebook import read_through
from childmaintenance.values import Citation, Territory

FRONT = Path(__file__).with_name("front.toml")


def printable(book: Book) -> dict[str, Any]:
    """Every word of the book as plain data; `id` is what a link leads to."""
    titles = {rule.room: heading(rule) for rule in book.rules}
    front = tomllib.loads(FRONT.read_text(encoding="utf-8"))
    seen = glance(read_through())
    return {
        **front,
        "edition": book.edition,
        "read_through": words.long_day(read_through()),
        "glance": {"chart": seen.drawn, "heads": seen.heads, "rows": seen.rows},
        "parts": [
            {
                "id": f"part-{part}",
                "title": title,
                "rules": [_rule(rule, book, titles) for rule in book.rules if rule.part == part],
            }
            for part, title in PARTS.items()
        ],
        "readings_about": front["readings"],
        "readings": [_doubted(one, titles) for one in book.doubted],
        "doubts": _doubts(book),
        "index": [
            {"name": words.NAMES[territory], "instruments": indexed(book, territory, titles)} for territory in Territory
        ],
        "files": [
            {**link(rule.room, titles), "workings": rule.workings, "says": [_says(one) for one in rule.says]}
            for rule in book.rules
        ],
        "not_modelled": [
            {"id": f"not-modelled-{place}", **_says(one.says), "what": one.what, "why": one.why}
            for place, one in enumerate(book.not_modelled, start=1)
        ],
    }


def heading(rule: Rule) -> str:
    """The name of a rule: the first sentence of its file."""
    return rule.title.partition(". ")[0].rstrip(".")


def _rule(rule: Rule, book: Book, titles: dict[str, str]) -> dict[str, Any]:
    _, _, rest = rule.title.partition(". ")
    paragraphs = [rest, *(" ".join(text.split()) for text in rule.text.split("\n\n"))]
    listed = [history for history in rule.figures if history.unit == words.LIST]
    return {
        "id": rule_id(rule.room),
        "room": rule.room,
        "title": heading(rule),
        "paragraphs": [text for text in paragraphs if text],
        "says": [_says(one) for one in rule.says if one not in [history.says for history in listed]],
        "workings": rule.workings,
        "no_figure": rule.no_figure,
        "figures": [_figure(history) for history in rule.figures if history not in listed],
        "lists": _lists(listed),
        "notes": [
            {"id": f"note-{one.key}", "why": one.why, "reading": one.reading}
            for one in book.doubted
            if one.key in rule.notes
        ],
        "examples": [_example(one) for one in rule.examples],
        "leans_on": [link(room, titles) for room in rule.leans_on],
        "pieces": [
            {"says": " ".join(piece.says.split()), "code": piece.code, "lines": words.folded(piece.code)}
            for piece in rule.pieces
        ],
    }


def _figure(history: History) -> dict[str, Any]:
    return {
        "id": figure_id(history),
        "name": words.named(history.name),
        "unit": history.unit,
        **_says(history.says),
        "divided": any(row.territory for row in history.rows),
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


def _lists(listed: list[History]) -> dict[str, Any]:
    """Many figures of the same few words as one table, with each doubt said once under it."""
    doubts: dict[str, str] = {}
    for history in listed:
        for row in history.rows:
            if row.doubt:
                doubts.setdefault(row.doubt, chr(ord("a") + len(doubts)))
    return {
        "rows": [
            {
                "id": figure_id(history),
                "name": words.named(history.name),
                "strip": strip(history, read_through()),
                "words": words.through_time(history),
                **{
                    name: [
                        {**_row(row, history), "mark": doubts.get(row.doubt, "")}
                        for row in history.rows
                        if row.is_for(territory)
                    ]
                    for name, territory in (("gb", Territory.GB), ("ni", Territory.NI))
                },
            }
            for history in listed
        ],
        "doubts": [{"mark": mark, "doubt": doubt} for doubt, mark in doubts.items()],
    }


def figure_id(history: History) -> str:
    """What a figure is called in a link."""
    return f"{rule_id(history.room)}-{history.name}"


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
        "rules": [link(room, titles) for room in one.rooms],
    }


def _doubts(book: Book) -> list[dict[str, Any]]:
    """Each doubt once, with the figures that it is about."""
    found: dict[str, dict[str, Any]] = {}
    for rule in book.rules:
        for history in rule.figures:
            for row in history.rows:
                if row.doubt:
                    one = found.setdefault(row.doubt, {"doubt": row.doubt, "figures": []})
                    one["figures"].append(
                        {
                            "id": figure_id(history),
                            "title": f"{heading(rule)}: {words.named(history.name).lower()}",
                            "when": f"{words.where(row.territory)}, from {words.long_day(row.starts)}",
                        }
                    )
    return list(found.values())


def _says(one: Citation) -> dict[str, str]:
    return {"gb": one.gb, "ni": one.ni}
