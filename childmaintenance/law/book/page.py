"""The book as one HTML page that needs nothing else: no script, no font, no other file."""

from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import Any

from childmaintenance.law.book.contents import Book
from childmaintenance.law.book.printable import printable
from childmaintenance.law.book.rule_page import TERRITORIES, cited, links, rule_page, worded
from childmaintenance.law.book.tables import Line, table

STYLE = Path(__file__).with_name("book.css")
ENDS = (
    ("readings", "Named readings and notes"),
    ("doubts", "Figures in doubt"),
    ("index", "From provision to rule"),
    ("files", "From rule to provision"),
    ("not-modelled", "What is not modelled, and why"),
)
Data = dict[str, Any]


def page(book: Book) -> str:
    """The whole book."""
    found = printable(book)
    body = [
        _front(found),
        *(_part(part, number) for number, part in enumerate(found["parts"], start=1)),
        '<h2 class="part"><span>The back of the book</span> Doubts and indexes</h2>',
        _readings(found["readings"], found["readings_about"]),
        _doubts(found["doubts"]),
        _index(found["index"]),
        _files(found["files"]),
        _not_modelled(found["not_modelled"]),
    ]
    style = STYLE.read_text(encoding="utf-8")
    return (
        f'<!doctype html>\n<html lang="en-GB"><head><meta charset="utf-8"><title>{escape(found["title"])}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{style}</style></head><body>'
        f'<a class="skip" href="#start">Skip to the rules</a>{_contents(found)}<main>'
        + "\n".join(body)
        + "</main></body></html>\n"
    )


def _front(found: Data) -> str:
    about = "".join(f"<p>{worded(text)}</p>" for text in found["about"])
    how = "".join(
        f"<div><dt>{escape(one['term'])}</dt><dd>{worded(one['says'])}</dd></div>" for one in found["how_to_read"]
    )
    seen = found["glance"]
    amounts = table(
        found["glance_title"], seen["heads"], [Line([escape(cell) for cell in row]) for row in seen["rows"]]
    )
    return (
        f'<header class="front"><p class="wordmark">Open Child Maintenance</p><h1>{escape(found["title"])}</h1>'
        f'<p class="edition">Edition {escape(found["edition"])}. '
        f"The law was read as it stood on {escape(found['read_through'])}.</p>{about}</header>"
        f'<section class="glance"><h2>At a glance</h2><p>{worded(found["glance_about"])}</p>'
        f"<figure>{seen['chart']}</figure>{amounts}</section>"
        f'<h2>How to read it</h2><dl class="how">{how}</dl>'
    )


def _contents(found: Data) -> str:
    items = "".join(
        f'<li><a href="#{part["id"]}">{escape(part["title"])}</a><ul>'
        + "".join(f'<li><a href="#{rule["id"]}">{worded(rule["title"])}</a></li>' for rule in part["rules"])
        + "</ul></li>"
        for part in found["parts"]
    )
    ends = "".join(f'<li><a href="#{name}">{escape(title)}</a></li>' for name, title in ENDS)
    return f'<nav aria-labelledby="contents"><h2 id="contents">Contents</h2><ul>{items}{ends}</ul></nav>'


def _part(part: Data, number: int) -> str:
    first = ' id="start"' if number == 1 else ""
    rules = "\n".join(rule_page(rule) for rule in part["rules"])
    heading = f'<h2 class="part" id="{part["id"]}"><span>Part {number}</span> {escape(part["title"])}</h2>'
    return f"<div{first}>{heading}</div>{rules}"


def _end(place: int, inside: str) -> str:
    name, title = ENDS[place]
    return f'<section id="{name}"><h3>{title}</h3>{inside}</section>'


def _readings(readings: Iterable[Data], about: str) -> str:
    lines = [
        Line(
            [
                f"{escape(one['gb'])}<br>{escape(one['ni'])}",
                worded(one["why"]) + (f'<p class="in-rules">{links(one["rules"])}</p>' if one["rules"] else ""),
                _choices(one),
            ],
            one["id"],
        )
        for one in readings
    ]
    heads = ("Provision", "What is silent, doubtful or refused", "Choices; ours first")
    return _end(0, f"<p>{escape(about)}</p>{table('Readings and notes', heads, lines, seen=False, kind='thirds')}")


def _choices(one: Data) -> str:
    if not one["choices"]:
        return "none"
    first, *others = (escape(choice) for choice in one["choices"])
    return f"<code>{escape(one['reading'])}</code><br>" + "<br>".join([f"<strong>{first}</strong>", *others])


def _doubts(doubts: Iterable[Data]) -> str:
    lines = [
        Line(
            [
                worded(one["doubt"]),
                "<br>".join(
                    f'<a href="#{figure["id"]}">{worded(figure["title"])}</a> '
                    f'<span class="quiet">{escape(figure["when"])}</span>'
                    for figure in one["figures"]
                ),
            ]
        )
        for one in doubts
    ]
    return _end(1, table("Doubts", ("What is in doubt", "Of which figures"), lines, seen=False, kind="halves"))


def _index(index: Iterable[Data]) -> str:
    parts = []
    for one in index:
        parts.append(f"<h4>{escape(one['name'])}</h4>")
        for instrument in one["instruments"]:
            lines = [Line([escape(row["provision"]), _carried_out(row)], row["id"]) for row in instrument["rows"]]
            name = f"{instrument['title']} ({instrument['short']})" if instrument["short"] else instrument["title"]
            title = (
                f'<a href="{escape(instrument["source"])}">{escape(name)}</a>' if instrument["source"] else escape(name)
            )
            parts.append(f'<h5 id="{instrument["id"]}">{title}</h5>')
            parts.append(table(name, ("Provision", "Rule"), lines, seen=False, kind="index"))
    return _end(2, "".join(parts))


def _carried_out(row: Data) -> str:
    without = [
        f'<span class="not">Not modelled</span> <a href="#{one["id"]}">{escape(one["what"])}</a>'
        for one in row["not_modelled"]
    ]
    return "<br>".join([part for part in (links(row["rules"]), *without) if part])


def _files(files: Iterable[Data]) -> str:
    lines = [
        Line(
            [
                f'<a href="#{one["id"]}">{worded(one["title"])}</a><br><code class="file">{escape(one["room"])}.py</code>',
                *(
                    [worded(one["workings"])]
                    if one["workings"]
                    else ["<br>".join(cited(says[name], where) for says in one["says"]) for name, where in TERRITORIES]
                ),
            ]
        )
        for one in files
    ]
    heads = ("Rule and file", "Great Britain", "Northern Ireland")
    return _end(3, table("Rules", heads, lines, seen=False, kind="thirds"))


def _not_modelled(rows: Iterable[Data]) -> str:
    lines = [
        Line([f"{escape(one['gb'])}<br>{escape(one['ni'])}", escape(one["what"]), worded(one["why"])], one["id"])
        for one in rows
    ]
    heads = ("Provision", "What it says", "Why it is not here")
    return _end(4, table("Provisions", heads, lines, seen=False, kind="thirds"))
