"""./run law: print the rules as a book, one HTML page and one PDF file that a screen reader can read (PDF/UA-1)."""

import argparse
import json
import sys
from importlib.util import find_spec
from pathlib import Path

import typst

from childmaintenance.config.places import LOCAL
from childmaintenance.config.refusal import Refused
from childmaintenance.law.book import Book, gaps, page, printable, read_book
from childmaintenance.law.command_line import print_law

TEMPLATES = Path(__file__).parents[2] / "law" / "book"


def main(arguments: list[str]) -> int:
    """Write both into a folder and say where; with --html or --json, write that one on standard output."""
    parser = argparse.ArgumentParser(prog="./run law", description="Print the rules as a book.")
    parser.add_argument("--out", type=Path, default=LOCAL / "book", help="the folder to write to")
    alone = parser.add_mutually_exclusive_group()
    alone.add_argument("--html", action="store_true", help="only the page, on standard output")
    alone.add_argument("--json", action="store_true", help="only the rules as data, on standard output")
    chosen = parser.parse_args(arguments)
    if chosen.html or chosen.json:
        return print_law(as_data=chosen.json)
    book = read_book()
    if missing := gaps(book):
        raise Refused("\n".join(["The book is not printed, because something in it has no support:", *missing]))
    try:
        chosen.out.mkdir(parents=True, exist_ok=True)
        (chosen.out / "rules.html").write_text(page(book), encoding="utf-8")
        (chosen.out / "rules.pdf").write_bytes(on_paper(book))
    except OSError as error:
        raise Refused(f"The book could not be written: {error.strerror or error} ({error.filename}).") from error
    for name in ("rules.html", "rules.pdf"):
        print(chosen.out / name, file=sys.stdout)
    return 0


def on_paper(book: Book) -> bytes:
    """The book as a tagged PDF. No system fonts are used, so that it looks the same everywhere."""
    found = find_spec("font_source_sans_pro")
    if found is None or found.submodule_search_locations is None:
        raise Refused("The package font-source-sans-pro is not installed: run ./run setup.")
    fonts = typst.Fonts(
        include_system_fonts=False, font_paths=[str(Path(found.submodule_search_locations[0]) / "files")]
    )
    made = typst.Compiler(root=str(TEMPLATES), font_paths=fonts).compile(
        str(TEMPLATES / "book.typ"),
        format="pdf",
        pdf_standards="ua-1",
        sys_inputs={"data": json.dumps(printable(book), ensure_ascii=False)},
    )
    if not isinstance(made, bytes):
        raise Refused("Typst made something else than one file.")
    return made
