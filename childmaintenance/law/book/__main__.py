"""`python -m childmaintenance.law.book` writes the book as one HTML page on standard output."""

import sys

from childmaintenance.law.book import page, read_book

if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(page(read_book()))
