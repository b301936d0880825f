"""Content is checked when it is loaded: both languages, the same figures, links and headings, and a day to look again."""

import datetime as dt
from pathlib import Path

import pytest

from childmaintenance.foundation import clock, language
from childmaintenance.guidance.reviews import overdue, reviews
from childmaintenance.guidance.shelf import NoSuchPage, Shelf, Unfit, as_written, as_written_on, read
from childmaintenance.guidance.terms import Audience, Nation
from childmaintenance.values import Territory

TOML = """
title = { en = "Fees", cy = "Ffioedd" }
summary = { en = "What it costs.", cy = "Beth yw’r gost." }
audience = ["paying"]
nations = ["northern_ireland"]
as_of = 2026-11-22
review_by = 2027-05-22
source = [{ says = "SR 2014/182" }]
"""
ENGLISH = "## The fee\n\nIt is {{ fees/collection_fee.added_for_paying_parent }}. [Safety](page:safety)\n"
WELSH = "## Y ffi\n\nMae’n {{ fees/collection_fee.added_for_paying_parent }}. [Diogelwch](page:safety)\n"


def lay(folder: Path, toml: str = TOML, english: str = ENGLISH, welsh: str = WELSH) -> Path:
    (folder / "fees.toml").write_text(toml)
    (folder / "fees.en.md").write_text(english)
    (folder / "fees.cy.md").write_text(welsh)
    return folder


def test_a_page_reads_in_the_readers_language(tmp_path: Path) -> None:
    pages, problems = read(lay(tmp_path))
    assert not problems
    page = pages["fees"]
    assert (page.title, page.audience, page.nations, page.territory) == (
        "Fees", (Audience.PAYING,), (Nation.NORTHERN_IRELAND,), Territory.NI,
    )  # fmt: skip
    assert "It is 20%." in as_written(page).html
    with language.in_language("cy"):
        assert page.title == "Ffioedd"
        assert "Mae’n 20%." in as_written(page).html
        assert 'href="/cy/staying-safe"' in as_written(page).html
    assert "It is 20%." in as_written_on(page, dt.date(2020, 1, 1), "en").html


@pytest.mark.parametrize(
    ("broken", "problem"),
    [
        (
            {"welsh": WELSH.replace("Mae’n {{ fees/collection_fee.added_for_paying_parent }}", "Mae’n 20%")},
            "figures differ",
        ),
        ({"welsh": WELSH.replace("page:safety", "page:start")}, "links differ"),
        ({"welsh": WELSH.replace("## Y ffi", "Y ffi")}, "headings differ"),
        ({"toml": TOML.replace("as_of", "seen")}, "says nothing of as_of"),
        ({"toml": TOML + "place = 3\n"}, "says place, which no page says"),
        ({"toml": TOML.replace('cy = "Ffioedd"', 'cy = ""')}, "title must be said in en and cy"),
        ({"toml": TOML.replace("2027-05-22", "2029-05-22")}, "within a year"),
        ({"toml": TOML.replace("paying", "everybody")}, "ValueError"),
        ({"toml": TOML.replace('[{ says = "SR 2014/182" }]', "[]")}, "names no source"),
        ({"toml": TOML + '[figures.fine]\nvalue = "£500"\nsource = { says = "s 32" }\n'}, "here.fine is never used"),
    ],
)
def test_what_is_wrong_is_said_with_its_file(tmp_path: Path, broken: dict[str, str], problem: str) -> None:
    _, (found, *_) = read(lay(tmp_path, **broken))
    assert found.startswith(f"{tmp_path.name}/fees: ")
    assert problem in found


def test_a_page_without_its_welsh_does_not_load(tmp_path: Path) -> None:
    lay(tmp_path)
    (tmp_path / "fees.cy.md").unlink()
    (tmp_path / "stray.en.md").write_text("Words")
    _, problems = read(tmp_path)
    assert len(problems) == 2


def test_a_broken_shelf_refuses_and_an_unknown_page_is_not_there(tmp_path: Path) -> None:
    lay(tmp_path, welsh="Dim")
    broken = Shelf(tmp_path)
    try:
        with pytest.raises(Unfit):
            broken.pages()
    finally:
        Shelf.every.remove(broken)
    from childmaintenance.guidance.guides import GUIDES

    with pytest.raises(NoSuchPage):
        GUIDES.page("no-such-guide")


def test_what_should_have_been_looked_at_is_listed_for_editors() -> None:
    with clock.travel(dt.date(2026, 11, 23)):
        assert overdue() == []
    every = reviews()
    assert [one.review_by for one in every] == sorted(one.review_by for one in every)
    assert any(one.where.startswith("guides/") for one in every)
    assert any(one.where == "helplines" for one in every)
    assert overdue(every[0].review_by) == []
    assert overdue(every[0].review_by + dt.timedelta(days=1))[0] == every[0]
