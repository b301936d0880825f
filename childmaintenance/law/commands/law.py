"""`law`: the rulebook as a book, on standard output: one HTML page, or the same as data."""

import json
from typing import TextIO


def print_book(out: TextIO, *, as_data: bool = False) -> None:
    """Write the whole book."""
    from childmaintenance.law.book import data, page, read_book

    book = read_book()
    out.write(json.dumps(data(book), indent=1) + "\n" if as_data else page(book))
