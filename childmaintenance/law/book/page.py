"""The book as one HTML page that needs nothing else: no script, no font, no other file."""

from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import Any

from childmaintenance.law.book.contents import Book, provisions
from childmaintenance.law.book.marked import marked
from childmaintenance.law.book.printable import printable, provision_id
from childmaintenance.values import Territory

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
        _readings(found["readings"], found["readings_about"]),
        _doubts(found["doubts"]),
        _index(found["index"]),
        _files(found["files"]),
        _not_modelled(found["not_modelled"]),
    ]
    style = STYLE.read_text(encoding="utf-8")
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{escape(found["title"])}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{style}</style></head><body>'
        f'<a class="skip" href="#start">Skip to the rules</a>{_contents(found)}<main>'
        + "\n".join(body)
        + "</main></body></html>\n"
    )


def _front(found: Data) -> str:
    about = "".join(f"<p>{_text(text)}</p>" for text in found["about"])
    how = "".join(
        f"<div><dt>{escape(one['term'])}</dt><dd>{_text(one['says'])}</dd></div>" for one in found["how_to_read"]
    )
    return (
        f'<header><p class="wordmark">Open Child Maintenance</p><h1>{escape(found["title"])}</h1>'
        f'<p class="edition">Edition {escape(found["edition"])}. '
        f"The law was read as it stood on {escape(found['read_through'])}.</p>"
        f'{about}<h2>How to read it</h2><dl class="how">{how}</dl></header>'
    )


def _contents(found: Data) -> str:
    items = "".join(
        f'<li><a href="#{part["id"]}">{escape(part["title"])}</a><ul>'
        + "".join(f'<li><a href="#{rule["id"]}">{escape(rule["title"])}</a></li>' for rule in part["rules"])
        + "</ul></li>"
        for part in found["parts"]
    )
    ends = "".join(f'<li><a href="#{name}">{escape(title)}</a></li>' for name, title in ENDS)
    return f'<nav aria-labelledby="contents"><h2 id="contents">Contents</h2><ul>{items}{ends}</ul></nav>'


def _part(part: Data, number: int) -> str:
    first = ' id="start"' if number == 1 else ""
    rules = "\n".join(_rule(rule) for rule in part["rules"])
    return f'<div{first}><h2 class="part" id="{part["id"]}"><span>Part {number}</span> {escape(part["title"])}</h2></div>{rules}'


def _rule(rule: Data) -> str:
    parts = [
        f'<h3>{escape(rule["title"])}</h3><p class="file"><code>{escape(rule["room"])}.py</code></p>',
        "".join(f"<p>{_text(text)}</p>" for text in rule["paragraphs"]),
    ]
    if rule["workings"]:
        parts.append(f'<p class="quiet">{_text(rule["workings"])}</p>')
    if rule["says"]:
        parts.append(f"<h4>Where it is written</h4>{_written(rule['says'])}")
    if rule["figures"]:
        parts += ["<h4>Figures</h4>", *(_figure(figure) for figure in rule["figures"])]
    elif rule["no_figure"]:
        parts.append(f'<p class="quiet">No figure of its own. {_text(rule["no_figure"])}</p>')
    if rule["notes"]:
        notes = "".join(
            f'<li>{_text(note["why"])} <a href="#{note["id"]}">'
            f"{'The reading and its other choice' if note['reading'] else 'The note'}</a></li>"
            for note in rule["notes"]
        )
        parts.append(f'<h4>Where it may be read in two ways, or refuses</h4><ul class="notes">{notes}</ul>')
    if rule["examples"]:
        parts.append("<h4>Worked examples</h4>" + "".join(_example(example) for example in rule["examples"]))
    parts.append(f"<h4>How it is computed</h4>{_code(rule['pieces'])}")
    return f'<section id="{rule["id"]}">{"".join(parts)}</section>'


def _written(says: Iterable[Data]) -> str:
    rows = "".join(
        f"<tr><td>{_cited(one['gb'], Territory.GB)}</td><td>{_cited(one['ni'], Territory.NI)}</td></tr>" for one in says
    )
    return _table("Provisions", ("Great Britain", "Northern Ireland"), rows, caption_shown=False)


def _cited(reference: str, territory: Territory) -> str:
    return "<br>".join(f'<a href="#{provision_id(territory, one)}">{escape(one)}</a>' for one in provisions(reference))


def _figure(figure: Data) -> str:
    rows = "".join(_row(row) for row in figure["rows"])
    table = _table(f"{figure['name']}: {figure['unit']}", ("From", "Where", "Figure", "Instrument"), rows)
    picture = f"<figure>{figure['chart']}<figcaption>{escape(figure['words'])}</figcaption></figure>"
    return f'<div class="figure" id="{figure["id"]}">{table}{picture}</div>'


def _row(row: Data) -> str:
    by = f'<a href="{escape(row["source"])}">{escape(row["by"])}</a>'
    doubt = f'<p class="doubt"><strong>In doubt.</strong> {_text(row["doubt"])}</p>' if row["doubt"] else ""
    value = "<br>".join(escape(part) for part in row["value"])
    return (
        f'<tr><td><time datetime="{row["iso"]}">{escape(row["from"])}</time></td><td>{escape(row["where"])}</td>'
        f'<td class="value">{value}</td><td>{by}{doubt}</td></tr>'
    )


def _example(example: Data) -> str:
    def listed(name: str) -> str:
        return "".join(
            f"<div><dt>{escape(one['name'])}</dt><dd>{escape(one['value'])}</dd></div>" for one in example[name]
        )

    return (
        f'<article class="example"><h5>{escape(example["title"])}</h5><p class="file">{escape(example["on"])} · '
        f'<code>{escape(example["asks"])}</code></p><div class="sides"><dl>{listed("given")}</dl>'
        f'<dl class="gives">{listed("gives")}</dl></div><p class="because">{_text(example["because"])}</p></article>'
    )


def _code(pieces: Iterable[Data]) -> str:
    return f'<div class="code">{"".join(_piece(piece["says"], piece["code"]) for piece in pieces)}</div>'


def _piece(says: str, code: str) -> str:
    words = f"<p>{_text(says)}</p>" if says else ""
    return f'<div class="says">{words}</div><pre tabindex="0"><code>{marked(code)}</code></pre>'


def _readings(readings: Iterable[Data], about: str) -> str:
    rows = "".join(
        f'<tr id="{one["id"]}"><td>{escape(one["gb"])}<br>{escape(one["ni"])}</td><td>{_text(one["why"])}</td>'
        f"<td>{_choices(one)}</td><td>{_links(one['rules'])}</td></tr>"
        for one in readings
    )
    table = _table(
        "Readings and notes",
        ("Provision", "What is silent, doubtful or refused", "Choices; ours first", "Rule"),
        rows,
        caption_shown=False,
    )
    return f'<section id="readings"><h2>{ENDS[0][1]}</h2><p>{escape(about)}</p>{table}</section>'


def _choices(one: Data) -> str:
    if not one["choices"]:
        return "none"
    return f"<code>{escape(one['reading'])}</code><br>" + "<br>".join(escape(choice) for choice in one["choices"])


def _doubts(doubts: Iterable[Data]) -> str:
    rows = "".join(
        f'<tr><td><a href="#{one["id"]}">{escape(one["rule"])}: {escape(one["figure"].lower())}</a></td>'
        f"<td>{escape(one['from'])}, {escape(one['where'])}</td><td>{_text(one['doubt'])}</td></tr>"
        for one in doubts
    )
    table = _table("Figures", ("Figure", "From", "What is in doubt"), rows, caption_shown=False)
    return f'<section id="doubts"><h2>{ENDS[1][1]}</h2>{table}</section>'


def _index(index: Iterable[Data]) -> str:
    tables = "".join(
        _table(
            one["name"],
            ("Provision", "Rule"),
            "".join(
                f'<tr id="{row["id"]}"><td>{escape(row["provision"])}</td><td>{_links(row["rules"])}</td></tr>'
                for row in one["rows"]
            ),
        )
        for one in index
    )
    return f'<section id="index"><h2>{ENDS[2][1]}</h2>{tables}</section>'


def _files(files: Iterable[Data]) -> str:
    rows = "".join(
        f'<tr><td><a href="#{one["id"]}">{escape(one["title"])}</a><br><code>{escape(one["room"])}.py</code></td>'
        f"{_where(one)}</tr>"
        for one in files
    )
    table = _table("Rules", ("Rule and file", "Great Britain", "Northern Ireland"), rows, caption_shown=False)
    return f'<section id="files"><h2>{ENDS[3][1]}</h2>{table}</section>'


def _where(one: Data) -> str:
    if one["workings"]:
        return f'<td colspan="2">{_text(one["workings"])}</td>'
    return "".join(
        f"<td>{'<br>'.join(_cited(says[name], territory) for says in one['says'])}</td>"
        for name, territory in (("gb", Territory.GB), ("ni", Territory.NI))
    )


def _not_modelled(rows: Iterable[Data]) -> str:
    found = "".join(
        f"<tr><td>{escape(one['gb'])}<br>{escape(one['ni'])}</td><td>{escape(one['what'])}</td><td>{_text(one['why'])}</td></tr>"
        for one in rows
    )
    table = _table("Provisions", ("Provision", "What it says", "Why it is not here"), found, caption_shown=False)
    return f'<section id="not-modelled"><h2>{ENDS[4][1]}</h2>{table}</section>'


def _table(caption: str, heads: tuple[str, ...], rows: str, *, caption_shown: bool = True) -> str:
    head = "".join(f'<th scope="col">{escape(one)}</th>' for one in heads)
    shown = "" if caption_shown else ' class="unseen"'
    table = (
        f"<table><caption{shown}>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )
    return f'<div class="wide">{table}</div>'


def _links(rules: Iterable[Data]) -> str:
    return "<br>".join(f'<a href="#{rule["id"]}">{escape(rule["title"])}</a>' for rule in rules)


def _text(text: str) -> str:
    """Words in which names between backticks are code."""
    parts = text.split("`")
    return "".join(f"<code>{escape(part)}</code>" if place % 2 else escape(part) for place, part in enumerate(parts))
