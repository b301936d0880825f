"""One rule on the page: its words, where it is written, its figures, its examples, and the lines that carry it out."""

from collections.abc import Iterable
from html import escape
from typing import Any

from childmaintenance.law.book.contents import provisions
from childmaintenance.law.book.indexed import provision_id
from childmaintenance.law.book.marked import marked
from childmaintenance.law.book.tables import Line, table
from childmaintenance.values import Territory

Data = dict[str, Any]
TERRITORIES = (("gb", Territory.GB), ("ni", Territory.NI))


def rule_page(rule: Data) -> str:
    """The whole rule."""
    parts = [
        f'<h3>{worded(rule["title"])}</h3><p class="file"><code>{escape(rule["room"])}.py</code></p>',
        "".join(f"<p>{worded(text)}</p>" for text in rule["paragraphs"]),
    ]
    if rule["workings"]:
        parts.append(f'<p class="quiet">{worded(rule["workings"])}</p>')
    if rule["says"]:
        parts.append(f"<h4>Where it is written</h4>{_written(rule['says'])}")
    if rule["figures"] or rule["lists"]["rows"]:
        parts += ["<h4>Figures</h4>", *(_figure(figure) for figure in rule["figures"]), _lists(rule["lists"])]
    elif rule["no_figure"]:
        parts.append(f'<p class="quiet">No figure of its own. {worded(rule["no_figure"])}</p>')
    if rule["notes"]:
        notes = "".join(
            f'<li>{worded(note["why"])} <a href="#{note["id"]}">'
            f"{'The reading and its other choice' if note['reading'] else 'The note'}</a></li>"
            for note in rule["notes"]
        )
        parts.append(f'<h4>Where it may be read in two ways, or refuses</h4><ul class="notes">{notes}</ul>')
    if rule["examples"]:
        parts.append("<h4>Worked examples</h4>" + "".join(_example(example) for example in rule["examples"]))
    parts.append(f"<h4>How it is computed</h4>{_leans_on(rule['leans_on'])}{_code(rule['pieces'])}")
    return f'<section class="rule" id="{rule["id"]}">{"".join(parts)}</section>'


def worded(text: str) -> str:
    """Words in which names between backticks are code."""
    parts = text.split("`")
    return "".join(f"<code>{escape(part)}</code>" if place % 2 else escape(part) for place, part in enumerate(parts))


def cited(reference: str, territory: Territory) -> str:
    """Each provision of a reference as a link to its line in the index."""
    return "<br>".join(f'<a href="#{provision_id(territory, one)}">{escape(one)}</a>' for one in provisions(reference))


def links(rules: Iterable[Data]) -> str:
    """Rules by their titles, one under the other."""
    return "<br>".join(_link(rule) for rule in rules)


def _link(rule: Data) -> str:
    return f'<a href="#{rule["id"]}">{worded(rule["title"])}</a>'


def _written(says: Iterable[Data]) -> str:
    lines = [Line([cited(one[name], territory) for name, territory in TERRITORIES]) for one in says]
    return table("Provisions", ("Great Britain", "Northern Ireland"), lines, seen=False, kind="written")


def _figure(figure: Data) -> str:
    heads = ("From", *(("Where",) if figure["divided"] else ()), "Figure", "Instrument")
    lines = []
    for row in figure["rows"]:
        where = [escape(row["where"])] if figure["divided"] else []
        value = "<br>".join(escape(part) for part in row["value"])
        doubt = f'<p class="doubt"><strong>In doubt.</strong> {worded(row["doubt"])}</p>' if row["doubt"] else ""
        lines.append(Line([_day(row), *where, f"<strong>{value}</strong>", _instrument(row) + doubt]))
    shown = table(f"{figure['name']}: {figure['unit']}", heads, lines)
    picture = f"<figure>{figure['chart']}<figcaption>{escape(figure['words'])}</figcaption></figure>"
    return f'<div class="figure" id="{figure["id"]}">{shown}{picture}</div>'


def _day(row: Data) -> str:
    return f'<time datetime="{row["iso"]}">{escape(row["from"])}</time>'


def _instrument(row: Data) -> str:
    return f'<a href="{escape(row["source"])}">{escape(row["by"])}</a>'


def _lists(lists: Data) -> str:
    """Many figures of few words: a row each, with a strip through time."""
    if not lists["rows"]:
        return ""
    lines = [
        Line(
            [
                _striped(one),
                *("".join(_listed(row) for row in one[name]) for name, _ in TERRITORIES),
            ],
            one["id"],
        )
        for one in lists["rows"]
    ]
    key = "".join(
        f'<li><span class="shade {name}"></span>{says}</li>'
        for name, says in (("first", "first list"), ("second", "second list"), ("neither", "neither list"))
    )
    doubts = "".join(f"<li><b>{one['mark']}</b> {worded(one['doubt'])}</li>" for one in lists["doubts"])
    heads = ("Benefit, and its list through time", "Great Britain", "Northern Ireland")
    return (
        f'<ul class="key">{key}</ul>{table("Benefits and lists", heads, lines, seen=False, kind="lists")}'
        f'<ul class="marks" aria-label="In doubt">{doubts}</ul>'
    )


def _striped(one: Data) -> str:
    """The strip is for the eye; the same in words is for the ear."""
    name, words = escape(one["name"]), escape(one["words"])
    return f'{name}<span class="strip">{one["strip"]}</span><span class="unseen">{words}</span>'


def _listed(row: Data) -> str:
    value = "<br>".join(escape(part) for part in row["value"])
    mark = f'<sup class="mark"><span class="unseen">in doubt, note </span>{row["mark"]}</sup>' if row["mark"] else ""
    return f'<p class="listed"><strong>{value}</strong>{mark} from {_day(row)}<br>{_instrument(row)}</p>'


def _example(example: Data) -> str:
    def listed(name: str) -> str:
        return "".join(
            f"<div><dt>{escape(one['name'])}</dt><dd>{escape(one['value'])}</dd></div>" for one in example[name]
        )

    return (
        f'<article class="example"><h5>{escape(example["title"])}</h5><p class="file">{escape(example["on"])} · '
        f'<code>{escape(example["asks"])}</code></p><div class="sides"><dl>{listed("given")}</dl>'
        f'<dl class="gives">{listed("gives")}</dl></div><p class="because">{worded(example["because"])}</p></article>'
    )


def _leans_on(rules: list[Data]) -> str:
    return f'<p class="leans">It leans on: {", ".join(_link(rule) for rule in rules)}.</p>' if rules else ""


def _code(pieces: Iterable[Data]) -> str:
    return f'<div class="code">{"".join(_piece(piece["says"], piece["code"]) for piece in pieces)}</div>'


def _piece(says: str, code: str) -> str:
    lines = f"<code>{marked(code)}</code></pre>"
    if not says:
        return f'<pre class="alone" tabindex="0">{lines}'
    return f'<div class="says"><p>{worded(says)}</p></div><pre tabindex="0">{lines}'
