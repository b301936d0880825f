"""Pictures for a page: bars as SVG, with the same in words for those who cannot see them. Colours are the reader's own."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

LABEL, BARS, FIGURE = 220, 320, 110  # widths: the words, the bars, the figures
ROW, BAR, GAP = 26, 9, 3


class Bar(NamedTuple):
    """One line of a picture: its words, the first figure and, where there are two to compare, the second; and both in words."""

    label: str
    value: float
    other: float | None
    says: str


def bars(title: str, rows: Sequence[Bar]) -> str:
    """Lines of bars around nought; where a line has a second figure, it is the outlined bar below the filled one."""
    values = [value for row in rows for value in (row.value, row.other) if value is not None]
    low, high = min(0.0, *values), max(0.0, *values)
    span = (high - low) or 1.0
    height = ROW * len(rows) + GAP
    zero = LABEL + (0 - low) / span * BARS
    words = f"{title}. " + "; ".join(f"{row.label}: {row.says}" for row in rows)
    drawn = [
        f'<svg role="img" viewBox="0 0 {LABEL + BARS + FIGURE} {height}" width="100%" aria-label="{escape(words)}">',
        f'<line x1="{zero:.1f}" y1="0" x2="{zero:.1f}" y2="{height}" stroke="currentColor" stroke-width="1"/>',
    ]
    for place, row in enumerate(rows):
        top = place * ROW + GAP
        drawn.append(f'<text x="{LABEL - 8}" y="{top + 14}" text-anchor="end">{escape(row.label)}</text>')
        drawn.append(_bar(zero, row.value / span * BARS, top, 'fill="currentColor"'))
        if row.other is not None:
            drawn.append(_bar(zero, row.other / span * BARS, top + BAR + 1, 'fill="none" stroke="currentColor"'))
        drawn.append(f'<text x="{LABEL + BARS + 8}" y="{top + 14}">{escape(row.says)}</text>')
    return "".join([*drawn, "</svg>"])


def _bar(zero: float, length: float, top: int, paint: str) -> str:
    return f'<rect x="{min(zero, zero + length):.1f}" y="{top}" width="{abs(length):.1f}" height="{BAR}" {paint}/>'
