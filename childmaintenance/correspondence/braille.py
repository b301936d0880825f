"""Blocks as a braille file: contracted braille in 40 cells by 25 lines, for a braille display or an embosser.

The translation is made by liblouis' own program, `lou_translate`, where this machine has it. We neither bring it nor need it.
"""

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

from childmaintenance.correspondence.blocks import Block
from childmaintenance.foundation.language import ENGLISH, WELSH

PROGRAM: Final = "lou_translate"
CELLS, LINES = 40, 25
HEADING_CELLS: Final = CELLS - 6
"""A centred heading leaves three cells free on each side, so that a finger knows it from a line of text."""
TABLES: Final = {
    ENGLISH: "en-us-brf.dis,en-ueb-g2.ctb",  # Unified English Braille, contracted
    WELSH: "en-us-brf.dis,cy-cy-g2.ctb",  # Welsh braille, contracted
}
AT_ONCE: Final = 900
"""Letters of one line to the program, which cuts longer ones apart."""
SECONDS: Final = 60
GOES_ON: Final = '"'
"""Dot 5 at the end of a line: what was too long for it goes on in the next."""
NUMBERS: Final = str.maketrans("1234567890", "ABCDEFGHIJ")
PLAIN: Final = str.maketrans({"…": "...", "\u00a0": " ", "\u202f": " ", "\u2011": "-", "☐": "", "•": "-"})
TO_WRITE_ON: Final = re.compile(r"_{3,}")
UNKNOWN: Final = "'\\X"


class NoBraille(Exception):
    """This machine cannot make braille, or the program did not do what it should."""


@dataclass(frozen=True)
class Line:
    """Words before they are braille: what stands before the first cell, and before those of the lines after it."""

    text: str
    first: int = 0
    after: int = 0
    centred: bool = False
    alone: bool = False
    """A blank line before it; and it never ends a page."""


def can_make_braille() -> bool:
    """Whether this machine has the program."""
    return shutil.which(PROGRAM) is not None


def braille_file(heading: str, front: Iterable[str], blocks: Iterable[Block], *, language: str) -> bytes:
    """A BRF file: a title, what stands below it, and the blocks. Raises NoBraille."""
    title = Line(heading, centred=True, alone=True)
    told = [Line(line, first=2) for line in front]
    lines = [title, *told, *chain.from_iterable(map(in_lines, blocks))]
    done = _translated([line.text for line in lines], TABLES[language])
    return _pages([replace(line, text=text) for line, text in zip(lines, done, strict=True)]).encode("ascii")


def in_lines(block: Block) -> Iterator[Line]:
    """A block as lines of words: headings apart, paragraphs from the third cell, lists hanging, a table a row at a time."""
    match block["type"]:
        case "heading":
            centred = block["level"] <= 2
            yield Line(block["text"], 0 if centred else 4, 0 if centred else 4, centred=centred, alone=True)
        case "paragraph":
            yield Line(block["text"], first=2)
        case "list":
            for place, item in enumerate(block["items"], 1):
                yield Line(f"{place}. {item}" if block["ordered"] else item, after=2)
        case "callout":
            if block["title"]:
                yield Line(block["title"], 4, 4, alone=True)
            for line in block["lines"]:
                yield Line(line, first=2)
        case "table":
            heads = [column["text"] for column in block["columns"]]
            for row in block["rows"]:
                said = zip(heads, row, strict=True)
                yield Line("; ".join(f"{head}: {cell}" if head else cell for head, cell in said if cell), after=2)
        case "figure":
            yield Line(f"{block['label']}: {block['amount']}. {block['note']}".strip(), 4, 4, alone=True)
        case "reasons":
            for place, step in enumerate(block["steps"], 1):
                provision = f" ({step['provision']})" if step["provision"] else ""
                yield Line(f"{place}. {step['text']}{provision}", after=2)
        case "picture":
            yield Line(block["caption"], 4, 4, alone=True)
            yield Line(block["says"], first=2)
        case "signature":
            yield Line(block["closing"], 4, 4, alone=True)
            yield Line(f"{block['name']}, {block['role']}", 4, 4)
        case other:
            raise NoBraille(f"a block of the kind {other} has no form in braille yet")


def _translated(texts: list[str], tables: str) -> list[str]:
    """Each text in braille letters, by one run of the program."""
    pieces = [list(_pieces(TO_WRITE_ON.sub("-----", text).translate(PLAIN))) for text in texts]
    asked = "".join(f"{piece}\n" for each in pieces for piece in each)
    try:
        ran = subprocess.run(  # noqa: S603 -- a program of this machine, with arguments that are ours alone
            [shutil.which(PROGRAM) or PROGRAM, "--forward", tables],
            input=asked.encode(),
            capture_output=True,
            timeout=SECONDS,
            check=True,
        )
    except (OSError, subprocess.SubprocessError) as failed:
        raise NoBraille(f"{PROGRAM}: {type(failed).__name__}") from failed
    said = ran.stdout.decode("ascii", errors="replace").splitlines()
    if len(said) != sum(len(each) for each in pieces):
        raise NoBraille(f"{PROGRAM} answered {len(said)} lines")
    if unknown := next((line for line in said if UNKNOWN in line or "�" in line), None):
        raise NoBraille(f"{PROGRAM} does not know a letter: {unknown}")
    answers = iter(said)
    return [" ".join(next(answers).strip() for _ in each) for each in pieces]


def _pieces(text: str) -> Iterator[str]:
    """A text cut between words, each piece short enough for the program; one empty piece of an empty text."""
    piece = ""
    for word in text.split():
        if piece and len(piece) + len(word) >= AT_ONCE:
            yield piece
            piece = ""
        piece = f"{piece} {word}" if piece else word
    yield piece


def _pages(lines: list[Line]) -> str:
    """Pages of 25 lines, the last with the page's number at its right; a heading goes with what it heads."""
    pages: list[list[str]] = [[]]
    for place, line in enumerate(lines):
        rows = _rows(line)
        room = LINES - 1 - len(pages[-1])
        needs = len(rows) + (2 if line.alone else 0)
        if (line.alone and needs > room) or not room:
            pages.append([])
        if line.alone and place and pages[-1]:
            pages[-1].append("")
        for row in rows:
            if len(pages[-1]) == LINES - 1:
                pages.append([])
            pages[-1].append(row)
    return "".join(_page(rows, number) for number, rows in enumerate(pages, 1))


def _page(rows: list[str], number: int) -> str:
    foot = f"#{number}".translate(NUMBERS).rjust(CELLS)
    return "\r\n".join([*rows, *[""] * (LINES - 1 - len(rows)), foot]) + "\r\n\f"


def _rows(line: Line) -> list[str]:
    """Words in braille as rows that fit: what is too long for one is cut, with a sign that it goes on."""
    wide = HEADING_CELLS if line.centred else CELLS
    rows, row = [], " " * line.first
    for word in line.text.split():
        between = " " if row.strip() else ""
        if len(row) + len(between) + len(word) > wide and row.strip():
            rows.append(row)
            row, between = " " * line.after, ""
        while len(row) + len(between) + len(word) > wide:
            cut = wide - len(row) - len(GOES_ON)
            rows.append(row + word[:cut] + GOES_ON)
            row, word = " " * line.after, word[cut:]
        row += between + word
    rows.append(row)
    return [one.center(CELLS).rstrip() if line.centred else one.rstrip() for one in rows]
