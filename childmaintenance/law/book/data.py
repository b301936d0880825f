"""The book as plain data, for somebody who prints it another way or wants the figures alone."""

from typing import Any

from childmaintenance.law.book.contents import PARTS, Book, Rule
from childmaintenance.law.examples import Example
from childmaintenance.law.provision import History, Row
from childmaintenance.law.reasons import plain_data
from childmaintenance.values import Citation, Territory


def data(book: Book) -> dict[str, Any]:
    """Everything on the page, in the same order; amounts and shares are text, days are ISO."""
    return {
        "edition": book.edition,
        "parts": [
            {"name": part, "title": title, "rules": [_rule(rule) for rule in book.rules if rule.part == part]}
            for part, title in PARTS.items()
        ],
        "index": {
            territory.value: {name: list(rooms) for name, rooms in book.index(territory).items()}
            for territory in Territory
        },
        "not_modelled": [{"says": _says(one.says), "what": one.what, "why": one.why} for one in book.not_modelled],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "room": rule.room,
        "title": rule.title,
        "text": rule.text,
        "says": [_says(citation) for citation in rule.says],
        "figures": [_figure(history) for history in rule.figures],
        "examples": [_example(example) for example in rule.examples],
        "code": rule.code,
    }


def _figure(history: History) -> dict[str, Any]:
    return {
        "name": history.name,
        "unit": history.unit,
        "says": _says(history.says),
        "rows": [_row(row) for row in history.rows],
    }


def _row(row: Row) -> dict[str, Any]:
    territories = [row.territory.value] if row.territory else [territory.value for territory in Territory]
    found = {
        "from": row.starts,
        "in": territories,
        "of": row.of,
        "by": row.by,
        "source": row.source,
        "doubt": row.doubt,
    }
    return {key: plain_data(value) for key, value in found.items()}


def _example(example: Example) -> dict[str, Any]:
    found = {
        "title": example.title,
        "asks": example.ask,
        "on": example.on,
        "with": dict(example.given),
        "answer": example.answer,
    }
    return {**{key: plain_data(value) for key, value in found.items()}, "because": example.because}


def _says(citation: Citation) -> dict[str, str]:
    return {"GB": citation.gb, "NI": citation.ni}
