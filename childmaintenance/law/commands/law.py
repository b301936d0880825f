"""`law`: the rulebook as a book, one HTML page on standard output."""

from typing import TextIO


def print_book(out: TextIO) -> None:
    """Write the whole book."""
    from childmaintenance.law.book import page, read_book

    out.write(page(read_book()))
