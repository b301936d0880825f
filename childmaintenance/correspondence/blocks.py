"""What a letter is made of. Each block is plain JSON, drawn by the web page and by the paper alike, and stored as it was sent."""

from collections.abc import Iterable
from typing import Any

Block = dict[str, Any]


def heading(text: str, level: int = 2) -> Block:
    """A heading inside the letter. Level 1 is the letter's own."""
    return {"type": "heading", "level": level, "text": text}


def paragraph(text: str) -> Block:
    return {"type": "paragraph", "text": text}


def bullets(items: Iterable[str]) -> Block:
    return {"type": "list", "ordered": False, "items": list(items)}


def steps(items: Iterable[str]) -> Block:
    """A list whose order matters."""
    return {"type": "list", "ordered": True, "items": list(items)}


def words(text: str) -> dict[str, Any]:
    """The head of a column of words."""
    return {"text": text, "numeric": False}


def amounts(text: str) -> dict[str, Any]:
    """The head of a column of figures."""
    return {"text": text, "numeric": True}


def table(
    columns: Iterable[dict[str, Any]], rows: Iterable[Iterable[str]], *, caption: str, total: bool = False
) -> Block:
    """A table; every row has a cell for each column. `total`: the last row adds up the others."""
    heads = list(columns)
    cells = [list(row) for row in rows]
    if any(len(row) != len(heads) for row in cells):
        raise ValueError(f"a row of the table {caption!r} has another number of cells than it has columns")
    return {"type": "table", "caption": caption, "columns": heads, "rows": cells, "total": total}


def figure(label: str, amount: str, note: str = "", *, secret: bool = False) -> Block:
    """The one thing to take from the letter, in big type. `secret`: only the reader may see it, not staff."""
    return {"type": "figure", "label": label, "amount": amount, "note": note, "secret": secret}


def reasons(workings: Iterable[tuple[str, str]]) -> Block:
    """How a figure was worked out: sentences in order, each with its provision, or empty where it has none."""
    return {"type": "reasons", "steps": [{"text": text, "provision": provision} for text, provision in workings]}


def callout(title: str, lines: Iterable[str]) -> Block:
    """Something the reader must not miss."""
    return {"type": "callout", "title": title, "lines": list(lines)}


def picture(svg: str, *, says: str, caption: str) -> Block:
    """A drawing that we made, as SVG without letters in it; `says` is the same in words, for who cannot see it."""
    return {"type": "picture", "svg": svg, "says": says, "caption": caption}


def signature(closing: str, name: str, role: str) -> Block:
    return {"type": "signature", "closing": closing, "name": name, "role": role}


def without_secrets(blocks: Iterable[Block], instead: str) -> tuple[Block, ...]:
    """The same blocks for somebody who is not the reader."""
    return tuple({**block, "amount": instead} if block.get("secret") else block for block in blocks)
