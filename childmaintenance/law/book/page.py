"""The book as one HTML page that needs nothing else."""

from collections.abc import Iterable
from datetime import date
from html import escape
from typing import Any

from childmaintenance.law.book.chart import chart
from childmaintenance.law.book.contents import PARTS, Book, Rule
from childmaintenance.law.examples import Example, plain
from childmaintenance.law.provision import History, Row
from childmaintenance.law.rulebook import read_through
from childmaintenance.values import Territory

STYLE = """
body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem;color:#0b0c0c;background:#fff}
table{border-collapse:collapse;width:100%;min-width:44rem;margin:.5rem 0 1rem}caption{text-align:left;font-weight:600}
th,td{border-bottom:1px solid #b1b4b6;padding:.25rem .5rem;text-align:left;vertical-align:top;overflow-wrap:break-word}
time{white-space:nowrap}
pre{overflow:auto;background:#f3f2f1;padding:.5rem}.wide{overflow-x:auto}a{color:#1d4f91}
section{border-top:2px solid #505a5f;margin-top:2rem}svg{color:#1d4f91}
@media print{pre{white-space:pre-wrap}section{break-inside:avoid-page}}
"""


def page(book: Book) -> str:
    """The whole book."""
    what = (
        f"Edition {escape(book.edition)}. Every rule beside its citation, its figures through time and its worked examples, "
        "read out of the files that compute. It is an independent open project and no legal advice."
    )
    body = [
        "<h1>The rules of child maintenance</h1>",
        f"<p>{what}</p>",
        _contents(book),
        *(_part(book, part) for part in PARTS),
        _index(book),
        _by_rule(book),
        _not_modelled(book),
    ]
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>The rules of child maintenance</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{STYLE}</style></head><body><main>'
        + "\n".join(body)
        + "</main></body></html>\n"
    )


def _contents(book: Book) -> str:
    items = "".join(
        f"<li>{escape(name)}<ul>"
        + "".join(
            f'<li><a href="#{_id(rule)}">{escape(rule.title)}</a></li>' for rule in book.rules if rule.part == part
        )
        + "</ul></li>"
        for part, name in PARTS.items()
    )
    ends = (
        '<li><a href="#index">From provision to rule</a></li><li><a href="#rules">From rule to provision</a></li>'
        '<li><a href="#not-modelled">What is not modelled, and why</a></li>'
    )
    return f'<nav aria-labelledby="contents"><h2 id="contents">Contents</h2><ul>{items}{ends}</ul></nav>'


def _part(book: Book, part: str) -> str:
    rules = "\n".join(_rule(rule) for rule in book.rules if rule.part == part)
    return f"<h2>{escape(PARTS[part])}</h2>{rules}"


def _rule(rule: Rule) -> str:
    paragraphs = "".join(f"<p>{escape(text)}</p>" for text in rule.text.split("\n\n") if text)
    says = "".join(f"<li>{escape(one.gb)}<br>{escape(one.ni)}</li>" for one in rule.says)
    where = f"<h4>Where it is written</h4><ul>{says}</ul>" if says else ""
    figures = "".join(_figure(history) for history in rule.figures)
    shown = _examples(rule.examples) if rule.examples else ""
    code = f"<details><summary>How it is computed</summary><pre><code>{escape(rule.code)}</code></pre></details>"
    return f'<section id="{_id(rule)}"><h3>{escape(rule.title)}</h3>{paragraphs}{where}{figures}{shown}{code}</section>'


def _figure(history: History) -> str:
    rows = "".join(_row(row) for row in history.rows)
    name = history.name.replace("_", " ").capitalize()
    caption = f"{escape(name)}: {escape(history.unit)} ({escape(history.says.gb)})"
    return _table(caption, ("From", "Where", "Figure", "Instrument", "In doubt"), rows) + chart(history, read_through())


def _row(row: Row) -> str:
    where = row.territory.value if row.territory else "GB, NI"
    by = f'<a href="{escape(row.source)}">{escape(row.by)}</a>' if row.source else escape(row.by)
    cells = (_value(row.starts), where, _value(row.of), by, escape(row.doubt))
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _examples(shown: Iterable[Example]) -> str:
    rows = "".join(
        f"<tr><td>{escape(one.title)}</td><td>{_value(one.on)}</td><td>{_value(dict(one.given))}</td>"
        f"<td>{_value(one.answer)}</td><td>{escape(one.because)}</td></tr>"
        for one in shown
    )
    return _table("Worked examples", ("What", "Day", "With", "Gives", "Because"), rows)


def _index(book: Book) -> str:
    tables = []
    for territory, name in ((Territory.GB, "Great Britain"), (Territory.NI, "Northern Ireland")):
        rows = "".join(
            f"<tr><td>{escape(provision)}</td><td>{_links(rooms)}</td></tr>"
            for provision, rooms in book.index(territory).items()
        )
        tables.append(_table(name, ("Provision", "Rule"), rows))
    return f'<section id="index"><h2>From provision to rule</h2>{"".join(tables)}</section>'


def _by_rule(book: Book) -> str:
    rows = "".join(
        f"<tr><td>{_links((rule.room,))}</td><td>{escape('; '.join(one.gb for one in rule.says))}</td>"
        f"<td>{escape('; '.join(one.ni for one in rule.says))}</td></tr>"
        for rule in book.rules
    )
    table = _table("Rules", ("Rule", "Great Britain", "Northern Ireland"), rows)
    return f'<section id="rules"><h2>From rule to provision</h2>{table}</section>'


def _not_modelled(book: Book) -> str:
    rows = "".join(
        f"<tr><td>{escape(one.says.gb)}<br>{escape(one.says.ni)}</td><td>{escape(one.what)}</td><td>{escape(one.why)}</td></tr>"
        for one in book.not_modelled
    )
    table = _table("Provisions", ("Provision", "What it says", "Why it is not here"), rows)
    return f'<section id="not-modelled"><h2>What is not modelled, and why</h2>{table}</section>'


def _table(caption: str, heads: tuple[str, ...], rows: str) -> str:
    head = "".join(f'<th scope="col">{escape(one)}</th>' for one in heads)
    table = f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    return f'<div class="wide" tabindex="0" role="region" aria-label="{caption}">{table}</div>'


def _links(rooms: Iterable[str]) -> str:
    return ", ".join(f'<a href="#{room.replace("/", "-")}">{escape(room)}</a>' for room in rooms)


def _value(value: Any, between: str = "<br>") -> str:
    if isinstance(value, date):
        return f"<time>{value.isoformat()}</time>"
    if isinstance(value, dict):
        return between.join(
            f"{escape(str(key).replace('_', ' '))}: {_value(part, ', ')}" for key, part in value.items()
        )
    if isinstance(value, list):
        return " · ".join(
            f"({_value(part, ', ')})" if isinstance(part, (list, dict)) else _value(part) for part in value
        )
    return escape(str(plain(value)))


def _id(rule: Rule) -> str:
    return rule.room.replace("/", "-")
