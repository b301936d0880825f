"""./run law writes the book as a page and on paper, in a form that a screen reader can read."""

from pathlib import Path

import pypdf

from childmaintenance.config.verbs import law as verb
from childmaintenance.law.book import page, read_book


def test_the_book_is_written_twice(tmp_path: Path) -> None:
    assert verb.main(["--out", str(tmp_path / "book")]) == 0
    assert (tmp_path / "book" / "rules.html").read_text(encoding="utf-8") == page(read_book())
    paper = pypdf.PdfReader(tmp_path / "book" / "rules.pdf")
    assert paper.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert paper.metadata is not None
    assert paper.metadata.title == "The rules of child maintenance"
    assert "pdfuaid" in paper.trailer["/Root"]["/Metadata"].get_object().get_data().decode("utf-8")
    assert len(paper.pages) > 80
    text = "".join(paper.pages[number].extract_text() for number in (2, 3))
    for rule in ("Basic rate", "Flat rate", "What is not modelled, and why"):
        assert rule in text
