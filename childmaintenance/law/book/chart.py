"""A small picture of a figure through time. The words of `words.through_time` say the same, and stand beside it."""

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from html import escape
from typing import Any

from childmaintenance.law.book.words import Lane, lanes, value
from childmaintenance.law.provision import History, Row

WIDTH, LEFT, RIGHT, TOP, AXIS = 340, 14, 72, 16, 22
TALL, LOW, WORD = 56, 20, 26  # a lane of numbers, of one number that never changed, of words
STRIP = 150
BETWEEN_LABELS = 14
FIRST_YEAR, YEARS_BETWEEN_TICKS = 2013, 3
MOST_LABELS = 3
SHORTEST = timedelta(days=60)
INK, QUIET, LINE, TEAL, PALE, CLAY = "#1c2b33", "#4f5d63", "#ddd5c7", "#0b5558", "#d5e7e5", "#c8553d"
SHADES = {"44(1)": TEAL, "44(2)": "#5fa3a0", "none": PALE}
FONT = "Source Sans Pro, Source Sans 3, system-ui, sans-serif"


@dataclass(frozen=True, slots=True)
class Scale:
    """Where a day and a number are drawn."""

    first: int
    last: int
    top: Fraction
    tall: int = TALL
    left: int = LEFT
    right: int = WIDTH - RIGHT

    def across(self, day: date) -> int:
        return self.left + (day.toordinal() - self.first) * (self.right - self.left) // (self.last - self.first)

    def up(self, number: Fraction, base: int) -> int:
        return base - int(number / self.top * (self.tall - 8))


def numbers(of: Any) -> list[Fraction]:
    """The numbers in a row's value, in their order; none where it is a word or a yes or no."""
    if isinstance(of, dict):
        return numbers(of["share"]) if "share" in of else []
    if isinstance(of, list):
        return [number for part in of for number in numbers(part)]
    if isinstance(of, (bool, str)) and not (isinstance(of, str) and of.replace("/", "").replace(".", "").isdigit()):
        return []
    return [Fraction(of)]


def chart(history: History, until: date) -> str:
    """A drawing as SVG: a line for each number of the figure, or a strip of words; a band for each territory that differs."""
    drawn = lanes(history)
    first = min(row.starts for row in history.rows)
    every = [number for row in history.rows for number in numbers(row.of)]
    until = max(until, first + SHORTEST)
    moves = any(len(lane.rows) > 1 or len(numbers(lane.rows[0].of)) > 1 for lane in drawn)
    tall = (TALL if moves else LOW) if every else WORD
    scale = Scale(first.toordinal(), until.toordinal(), max([*every, Fraction(1, 10**6)]), tall)
    parts: list[str] = []
    base = TOP if moves else TOP // 2
    for lane in drawn:
        base += tall
        parts += _lane(lane, history, scale, base, until, bool(every), named=len(drawn) > 1)
        base += 16 if lane is not drawn[-1] else 0
    parts += _axis(scale, base, first, until)
    return svg(WIDTH, base + AXIS, parts)


def strip(history: History, until: date) -> str:
    """A figure of words without an axis, one thin bar for each territory that differs, for a table of many."""
    first = min(row.starts for row in history.rows)
    scale = Scale(first.toordinal(), until.toordinal(), Fraction(1), left=0, right=STRIP)
    parts, base = [], 0
    for lane in lanes(history):
        ends = [*(row.starts for row in lane.rows[1:]), until]
        for row, end in zip(lane.rows, ends, strict=True):
            left, right = scale.across(row.starts), scale.across(end)
            parts.append(_box(left, base + 1, right - left, 8, SHADES.get(row.of, TEAL)))
        base += 10
    return svg(STRIP, base, parts)


def svg(width: int, height: int, parts: list[str]) -> str:
    """A drawing that a screen reader passes over, since words beside it say the same."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'aria-hidden="true" font-family="{FONT}" font-size="12">{"".join(parts)}</svg>'
    )


def _lane(
    lane: Lane, history: History, scale: Scale, base: int, until: date, counted: bool, *, named: bool
) -> list[str]:
    parts = [line(LEFT, base, WIDTH - RIGHT, base, LINE)] if counted else []
    if named:
        parts.append(text(WIDTH - 20, base - scale.tall + 20, lane.territory, QUIET))
    rows = lane.rows
    ends = [*(row.starts for row in rows[1:]), until]
    if not counted:
        for row, end in zip(rows, ends, strict=True):
            parts += _word(row, end, history, scale, base)
        return parts
    count = max(len(numbers(row.of)) for row in rows)
    for place in range(count):
        steps = [(row, numbers(row.of)[place]) for row in rows if place < len(numbers(row.of))]
        parts += _steps(steps, ends[-len(steps) :], scale, base)
        if count == 1:
            parts += [
                text(scale.across(row.starts) + 4, scale.up(number, base) - 5, value(str(number), history.unit), QUIET)
                for row, number in steps[:-1]
            ]
    if count <= MOST_LABELS:
        parts += _now(numbers(rows[-1].of), history, scale, base)
    return parts


def _steps(steps: list[tuple[Row, Fraction]], ends: list[date], scale: Scale, base: int) -> list[str]:
    """One number's line, with a dot where it changed."""
    path: list[str] = []
    for (row, number), end in zip(steps, ends, strict=True):
        begins = "V" if path else f"M{scale.across(row.starts)},"
        path.append(f"{begins}{scale.up(number, base)}H{scale.across(end)}")
    dots = [
        f'<circle cx="{scale.across(row.starts)}" cy="{scale.up(number, base)}" r="3.5" fill="{CLAY}"/>'
        for (row, number), (_, before) in zip(steps[1:], steps, strict=False)
        if number != before
    ]
    return [f'<path d="{"".join(path)}" fill="none" stroke="{TEAL}" stroke-width="2"/>', *dots]


def _now(last: list[Fraction], history: History, scale: Scale, base: int) -> list[str]:
    """The figures as they stand, at the right end of their lines and far enough apart to be read."""
    parts, lowest = [], base + BETWEEN_LABELS
    for number in sorted(last):
        lowest = min(scale.up(number, base) + 4, lowest - BETWEEN_LABELS)
        parts.append(text(WIDTH - RIGHT + 5, lowest, value(str(number), history.unit), INK, bold=True))
    return parts


def _word(row: Row, end: date, history: History, scale: Scale, base: int) -> list[str]:
    left, right = scale.across(row.starts), scale.across(end)
    says = value(row.of, history.unit)
    fill, ink = (PALE, INK) if row.of is False else (TEAL, "#ffffff")
    box = _box(left, base - 22, right - left, 22, fill)
    room = right - left > 6 * len(says) + 10
    return [box, text(left + 6, base - 7, says, ink)] if room else [box]


def _box(x: int, y: int, width: int, height: int, fill: str) -> str:
    return f'<rect x="{x}" y="{y}" width="{max(width - 1, 1)}" height="{height}" rx="2" fill="{fill}"/>'


def _axis(scale: Scale, base: int, first: date, until: date) -> list[str]:
    parts = [line(LEFT, base + 3, WIDTH - RIGHT, base + 3, QUIET)]
    if (until - first).days < 366:
        return [*parts, text(LEFT, base + 17, str(first.year), QUIET)]
    for year in range(FIRST_YEAR, until.year + 1):
        day = date(year, 1, 1)
        if first <= day <= until and (year - FIRST_YEAR) % YEARS_BETWEEN_TICKS == 0:
            x = scale.across(day)
            parts += [line(x, base + 3, x, base + 7, QUIET), text(x, base + 18, str(year), QUIET, middle=True)]
    return parts


def line(x: int, y: int, to_x: int, to_y: int, colour: str) -> str:
    """A straight line."""
    return f'<line x1="{x}" y1="{y}" x2="{to_x}" y2="{to_y}" stroke="{colour}"/>'


def text(x: int, y: int, says: str, colour: str, *, bold: bool = False, middle: bool = False) -> str:
    """Words from a point, or about it."""
    more = ' font-weight="600"' if bold else ""
    more += ' text-anchor="middle"' if middle else ""
    return f'<text x="{x}" y="{y}" fill="{colour}"{more}>{escape(says)}</text>'
