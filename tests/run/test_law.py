"""./run law writes the book as a page and on paper, in a form that a screen reader can read."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Browser, Page

from childmaintenance.config.refusal import Refused
from childmaintenance.config.verbs import law as verb
from childmaintenance.law.book import page, read_book
from tests.plugin.looking import fits

# A rule of every shape: with lists, figures, doubts, notes, examples, and with none; axe takes long for more of the same.
EVERY_SHAPE = [
    "liability-benefit_lists",
    "liability-reduced_rate",
    "liability-assessment",
    "days-service",
    "fees-settings",
]
ONE_OF_EACH = """shapes => {
    for (const rule of document.querySelectorAll("section.rule")) if (!shapes.includes(rule.id)) rule.remove();
    for (const row of document.querySelectorAll("tbody tr:nth-child(n+8)")) row.remove();
}"""


def test_the_book_is_written_twice(tmp_path: Path) -> None:
    assert verb.main(["--out", str(tmp_path / "book")]) == 0
    assert (tmp_path / "book" / "rules.html").read_text(encoding="utf-8") == page(read_book())
    paper = pypdf.PdfReader(tmp_path / "book" / "rules.pdf")
    assert paper.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert paper.metadata is not None
    assert paper.metadata.title == "The rules of child maintenance"
    assert "pdfuaid" in paper.trailer["/Root"]["/Metadata"].get_object().get_data().decode("utf-8")
    assert len(paper.pages) > 80
    contents = "".join(paper.pages[number].extract_text() for number in (2, 3))
    for rule in ("Basic rate", "Flat rate", "What is not modelled, and why"):
        assert rule in contents


def test_a_book_with_a_gap_is_not_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = read_book()
    lesser = replace(book, rules=(replace(book.rules[0], examples=()), *book.rules[1:]))
    monkeypatch.setattr(verb, "read_book", lambda: lesser)
    with pytest.raises(Refused, match=r"income/historic has no example\."):
        verb.main(["--out", str(tmp_path / "book")])
    assert not (tmp_path / "book").exists()


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 320])
def test_the_page_can_be_read_by_everybody(
    tmp_path: Path, width: int, _browser: Browser, assert_accessible: Callable[[Page], None]
) -> None:
    (tmp_path / "rules.html").write_text(page(read_book()), encoding="utf-8")
    opened = _browser.new_page(viewport={"width": width, "height": 900}, java_script_enabled=True)
    try:
        opened.goto((tmp_path / "rules.html").as_uri())
        assert fits(opened)
        opened.evaluate(ONE_OF_EACH, EVERY_SHAPE)
        assert_accessible(opened)
    finally:
        opened.close()
