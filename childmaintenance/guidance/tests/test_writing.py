"""Markdown becomes our pages: no HTML of the writer's, headings with names, tables that scroll, notes that say their kind."""

import pytest

from childmaintenance.guidance.writing import Unprintable, anchor, headings, links, written

TABLE = "| Nights | Less |\n|---|---|\n| 52 | 1/7 |\n"


def test_a_writers_html_is_only_words() -> None:
    assert "<script>" not in written("<script>alert(1)</script> and <b>bold</b>").html


def test_sections_follow_the_headings() -> None:
    page = written("First words.\n\n## What it costs?\n\nNothing.\n\n### Ever\n\n- one\n- two\n")
    assert [(part.anchor, part.heading, part.level, part.text) for part in page.sections] == [
        ("", "", 1, "First words."),
        ("what-it-costs", "What it costs?", 2, "Nothing."),
        ("ever", "Ever", 3, "one. two."),
    ]
    assert [part.anchor for part in page.contents] == ["what-it-costs"]
    assert '<h2 class="govuk-heading-m" id="what-it-costs">' in page.html


def test_a_table_scrolls_in_a_region_with_a_name() -> None:
    html = written(TABLE).html
    assert 'tabindex="0" role="region" aria-label="Nights, Less"><table class="govuk-table">' in html
    assert '<th class="govuk-table__header" scope="col">Nights</th>' in html
    assert html.count("<div") == html.count("</div>") == 1


def test_an_empty_corner_heads_nothing_and_what_stands_below_it_heads_the_rows() -> None:
    html = written("| | Britain | Northern Ireland |\n|---|---|---|\n| Act | 1991 | Order 1991 |\n").html
    assert '<td class="govuk-table__cell"></td>' in html
    assert '<th class="govuk-table__header" scope="row">Act</th>\n<td class="govuk-table__cell">1991</td>' in html
    assert 'aria-label="Britain, Northern Ireland"' in html


def test_a_note_says_its_kind_in_words() -> None:
    html = written("> [!DOUBT]\n> The rule for Jersey is not known.").html
    assert "<strong>We are not certain.</strong> The rule for Jersey is not known." in html
    assert "[!" not in html
    assert "blockquote" not in html


def test_links_are_ours_by_name_or_go_out_with_care() -> None:
    html = written("[Safety](page:safety) and [the Act](https://www.legislation.gov.uk/ukpga/1991/48)").html
    assert 'href="/staying-safe"' in html
    assert 'rel="noopener noreferrer"' in html
    assert links("[a](page:safety) [b](guide:paying#fees)") == ["page:safety", "guide:paying#fees"]


@pytest.mark.parametrize(
    "words",
    ["[x](/staying-safe)", "[x](http://example.com)", "[x](mailto:a@b.c)", "> [!HURRY]\n> Now", "# A second title"],
)
def test_what_a_page_does_not_have_is_refused(words: str) -> None:
    with pytest.raises(Unprintable):
        written(words)


def test_headings_are_named_as_they_read() -> None:
    assert anchor("Faint sy’n rhaid ei dalu?") == "faint-syn-rhaid-ei-dalu"
    assert headings("## A\n\n### B\n") == ["h2", "h3"]
