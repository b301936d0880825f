"""A small picture of a figure through time, with the same in words for those who cannot see it."""

from datetime import date
from fractions import Fraction
from html import escape

from childmaintenance.law.provision import History, Row

WIDTH, HEIGHT, MARGIN = 240, 48, 4


def number_of(row: Row) -> Fraction | None:
    """The figure of a row where it is a single number."""
    if isinstance(row.of, (bool, list, dict)):
        return None
    try:
        return Fraction(row.of)
    except (ValueError, TypeError):
        return None


def chart(history: History, until: date) -> str:
    """Steps from the first row to a day, as SVG; empty where the figure is a table or never changed."""
    points = [
        (row.starts, number_of(row)) for row in history.rows if row.territory is None or row.territory.value == "GB"
    ]
    steps = [(day, value) for day, value in points if value is not None]
    if len(steps) < 2 or len(steps) != len(points):
        return ""
    first, last = steps[0][0].toordinal(), until.toordinal()
    top = max(value for _, value in steps) or Fraction(1)

    def across(day: int) -> int:
        return MARGIN + (day - first) * (WIDTH - 2 * MARGIN) // (last - first)

    def up(value: Fraction) -> int:
        return HEIGHT - MARGIN - int(value / top * (HEIGHT - 2 * MARGIN))

    path = [f"M{across(first)},{up(steps[0][1])}"]
    for day, value in steps[1:]:
        path += [f"H{across(day.toordinal())}", f"V{up(value)}"]
    path.append(f"H{across(last)}")
    words = "; ".join(f"{value} from {day.isoformat()}" for day, value in steps)
    return (
        f'<svg role="img" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" aria-label="{escape(words)}">'
        f'<path d="{" ".join(path)}" fill="none" stroke="currentColor" stroke-width="2"/></svg>'
    )
