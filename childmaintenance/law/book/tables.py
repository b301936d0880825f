"""Tables of the page. On a narrow screen each row becomes a block that repeats its heads, so nothing has to be scrolled aside."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its cells as HTML, and what a link to it is called. Fewer cells than heads: the last one spans the rest."""

    cells: Sequence[str]
    id: str = ""


def table(caption: str, heads: Sequence[str], lines: Iterable[Line], *, seen: bool = True, kind: str = "") -> str:
    """The roles say again what the elements mean, because a browser forgets it when rows become blocks."""
    head = "".join(f'<th role="columnheader" scope="col">{escape(one)}</th>' for one in heads)
    rows = "".join(_line(line, heads) for line in lines)
    unseen = "" if seen else ' class="unseen"'
    kinds = f' class="{kind}"' if kind else ""
    return (
        f'<table role="table"{kinds}><caption{unseen}>{escape(caption)}</caption>'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead><tbody role="rowgroup">{rows}</tbody></table>'
    )


def _line(line: Line, heads: Sequence[str]) -> str:
    known = f' id="{line.id}"' if line.id else ""
    rest = len(heads) - len(line.cells) + 1
    cells = [
        f'<td role="cell" data-head="{escape(head)}"{_span(rest if cell is line.cells[-1] else 1)}>{cell}</td>'
        for cell, head in zip(line.cells, heads, strict=False)
    ]
    return f'<tr role="row"{known}>{"".join(cells)}</tr>'


def _span(columns: int) -> str:
    return f' colspan="{columns}"' if columns > 1 else ""
