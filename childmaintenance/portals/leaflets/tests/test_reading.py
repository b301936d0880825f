"""Every leaflet, in both languages, as a page, as paper, in large print and as words to read aloud."""

import re

import pytest
from django.test import Client

from childmaintenance.correspondence.tests.reading_pdf import (
    letters_of,
    opened,
    smallest_type,
    structure,
    without_spaces,
)
from childmaintenance.foundation.language import in_language, long_date
from childmaintenance.guidance.leaflets import LEAFLETS
from childmaintenance.guidance.shelf import as_written
from childmaintenance.portals.leaflets.paper import terms_of, to_read_aloud

pytestmark = pytest.mark.django_db
EVERY = pytest.mark.parametrize("leaflet", LEAFLETS.pages(), ids=lambda one: one.slug)
BOTH = pytest.mark.parametrize("prefix", ["", "/cy"])
CODES = {"DG1", "DG2", "DG3", "DG4", "DG5", "DG6", "SG1", "SG2", "SG3", "SG4", "SG5", "CG1"}


def test_the_twelve_are_there_and_the_index_leads_to_each(client: Client) -> None:
    assert {one.more["code"] for one in LEAFLETS.pages()} == CODES
    page = client.get("/leaflets").content.decode()
    for one in LEAFLETS.pages():
        assert f'href="/leaflets/{one.slug}"' in page


@EVERY
@BOTH
def test_it_can_be_read_here(client: Client, leaflet, prefix: str) -> None:
    answer = client.get(f"{prefix}/leaflets/{leaflet.slug}")
    page = answer.content.decode()
    assert answer.status_code == 200 and not answer.cookies
    assert page.count("<h1") == 1 and "govuk-exit-this-page" in page
    assert "{{" not in page and "[!" not in page
    assert f"{leaflet.more['code']}, " in page and "2026" in page
    with in_language(prefix.strip("/") or "en"):
        assert long_date(leaflet.review_by) in page and "MIT" in page
    title = re.search(r"<title>([^<]*)", page)[1]
    assert title.split(" – ")[0] in (f"Leaflet {leaflet.more['code']}", f"Taflen {leaflet.more['code']}")


@EVERY
@BOTH
@pytest.mark.parametrize(("form", "ending"), [("paper", ".pdf"), ("large-print", "-large.pdf")])
def test_it_can_be_printed(client: Client, leaflet, prefix: str, form: str, ending: str) -> None:
    code, language = leaflet.more["code"], prefix.strip("/") or "en"
    answer = client.get(f"{prefix}/leaflets/{leaflet.slug}/{form}")
    assert answer["Content-Disposition"] == f'attachment; filename="ocm-{code.lower()}-{language}{ending}"'
    printed, root = letters_of(answer.content), opened(answer.content).trailer["/Root"]
    assert str(root["/Lang"]).split("-")[0] == language
    assert leaflet.slug not in str(opened(answer.content).metadata)
    kinds = {kind for kind, _language in structure(answer.content)}
    assert {"H1", "H2", "TOC", "TOCI"} <= kinds, "headings and contents are tagged"
    with in_language(language):
        for part in as_written(leaflet).contents:
            assert printed.count(without_spaces(part.heading)) >= 2, "in the contents and where it stands"
    assert f"{code},version1" in printed or f"{code},fersiwn1" in printed
    assert "[!" not in printed and "{{" not in printed
    with in_language(language):
        assert without_spaces(terms_of(leaflet)) in printed, "until when it holds, and that it may be copied"


def test_large_print_is_large(client: Client) -> None:
    large, ordinary = (client.get(f"/leaflets/staying-safe/{form}").content for form in ("large-print", "paper"))
    assert smallest_type(large) >= 16 > smallest_type(ordinary)


def test_the_law_s_figures_stand_on_the_paper(client: Client) -> None:
    printed = letters_of(client.get("/leaflets/choices-living-apart/paper").content)
    assert "20%" in printed and "£7" in printed


@EVERY
@pytest.mark.parametrize("language", ["en", "cy"])
def test_words_to_read_aloud_hold_nothing_but_words(leaflet, language: str) -> None:
    with in_language(language):
        said = to_read_aloud(leaflet)
    assert said.startswith(leaflet.titles[language])
    assert not re.search(r"[_☐*|#\[\]{}]|https?:", said)


def test_a_leaflet_that_is_not_there_is_not_found(client: Client) -> None:
    for form in ("", "/paper", "/large-print", "/to-read-aloud"):
        assert client.get(f"/leaflets/no-such-leaflet{form}").status_code == 404
