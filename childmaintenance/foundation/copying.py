"""Rows that arrive by the ten thousand: COPY in PostgreSQL's text format, and statements over whole sets of rows."""

import gc
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any

from django.db import connection

NULL = "\\N"
SPECIAL = re.compile(r"[\\\t\n\r]")
ESCAPED = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
ROWS_A_WRITE = 2000


def copy_lines(table: str, columns: Sequence[str], lines: Iterable[str]) -> None:
    """Add rows that are lines of COPY's text format already, each ending in a line feed.

    From a generator the next lines are made while the database stores the last ones: two cores are then busy.
    """
    waiting = iter(lines)
    first = list(islice(waiting, ROWS_A_WRITE))
    if not first:
        return
    names = ", ".join(f'"{column}"' for column in columns)
    with connection.cursor() as cursor, cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
        copy.write("".join(first))
        while block := "".join(islice(waiting, ROWS_A_WRITE)):
            copy.write(block)


def text(value: str) -> str:
    """A text as it stands in a line of COPY."""
    if value.isprintable() and "\\" not in value:  # as nearly all are, and quick to tell
        return value
    return SPECIAL.sub(lambda found: ESCAPED[found[0]], value)


def array(numbers: Iterable[int]) -> str:
    """Whole numbers as PostgreSQL writes an array, many times quicker to send than a list."""
    return "{" + ",".join(map(str, numbers)) + "}"


@contextmanager
def nothing_collected() -> Iterator[None]:
    """Inside, Python does not look for cycles: among a million small records it finds none, and takes half of the time.

    Memory is still given back as records go; only rings of records wait until afterwards.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def new_numbers(sequence: str, count: int) -> list[int]:
    """As many fresh numbers of a sequence."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(%s::regclass) FROM generate_series(1, %s)", [sequence, count])
        return [row[0] for row in cursor.fetchall()]


def run(statement: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> int:
    """One statement over a set of rows; answers how many it touched."""
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return int(cursor.rowcount)


def rows(statement: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> list[tuple[Any, ...]]:
    """What a question over a set of rows answers."""
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return list(cursor.fetchall())
