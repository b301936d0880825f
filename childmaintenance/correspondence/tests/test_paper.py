"""Letters on paper: what a screen reader finds in the file, and that text stays text whatever it holds."""

import os
import re
import threading
from typing import Any

import pypdf
import pytest

from childmaintenance.correspondence.composing import compose
from childmaintenance.correspondence.paper import compiler
from childmaintenance.correspondence.paper.letter import LONGEST_WORD, print_letter
from childmaintenance.correspondence.terms import Part
from childmaintenance.correspondence.tests.reading_pdf import letters_of, opened, structure, without_spaces, words_of
from childmaintenance.correspondence.tests.samples import every_letter, sending

LETTERS = every_letter()
ADDRESS = ["14 Heol y Bont", "Aberystwyth", "SY23 1AA"]


def printed(name: str, *languages: str, large_print: bool = False, **changes: Any) -> bytes:
    kind, facts = LETTERS[name]
    parts = compose(kind, {**facts, **changes}, sending(), languages or ("en",))
    return print_letter(sending(), ADDRESS, parts, large_print=large_print).pdf


def texts(part: Part) -> list[str]:
    """Every text of a part that must be found on the paper."""
    found = [part.heading, part.greeting, part.written_on]
    for block in part.blocks:
        match block["type"]:
            case "table":
                found += [block["caption"], *(column["text"] for column in block["columns"])]
                found += [cell for row in block["rows"] for cell in row]
            case "reasons":
                found += [step[key] for step in block["steps"] for key in ("text", "provision")]
            case "list":
                found += block["items"]
            case "callout":
                found += [block["title"], *block["lines"]]
            case _:
                found += [value for key, value in block.items() if key != "type" and isinstance(value, str)]
    return found


@pytest.mark.parametrize(
    ("languages", "large_print"), [(("en",), False), (("cy",), False), (("cy", "en"), False), (("cy", "en"), True)]
)
@pytest.mark.parametrize("name", LETTERS)
def test_every_letter_is_a_tagged_file_that_says_all_it_should(
    name: str, languages: tuple[str, ...], large_print: bool
) -> None:
    parts = compose(*LETTERS[name], sending(), languages)
    paper = print_letter(sending(), ADDRESS, parts, large_print=large_print)
    file = opened(paper.pdf)
    root = file.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"].value
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value
    assert root["/Lang"] == f"{languages[0]}-GB"
    assert file.metadata.title == parts[0].labels["document_title"]
    assert b"pdfuaid:part>1<" in root["/Metadata"].get_data()
    on_paper = letters_of(paper.pdf)
    missing = [text for part in parts for text in texts(part) if without_spaces(text) not in on_paper]
    assert missing == []
    assert paper.is_whole


def test_the_structure_is_that_of_the_letter() -> None:
    tags = [tag for tag, _ in structure(printed("decision"))]
    assert tags.count("H1") == 1
    assert tags.count("Table") == 1
    assert tags.count("TH") == 3
    assert {"H2", "H3", "L", "LI", "P", "TD"} <= set(tags)
    assert tags.index("H1") < tags.index("H2") < tags.index("H3")


def test_each_part_is_in_its_own_language() -> None:
    found = structure(printed("decision", "cy", "en"))
    headings = [language for tag, language in found if tag == "H1"]
    assert headings == ["cy-GB", "en-GB"]
    second = next(place for place, one in enumerate(found) if one == ("H1", "en-GB"))
    assert {language for tag, language in found[second:] if tag in ("P", "H2", "H3", "L", "LI", "Table", "TD")} == {
        "en-GB"
    }


def test_the_name_of_the_service_is_spoken_in_both_languages() -> None:
    found = structure(printed("review", "en"))
    assert [language for _, language in found[:5] if language == "cy-GB"]


def test_what_a_screen_or_a_download_shows_is_neutral() -> None:
    for name in LETTERS:
        title = opened(printed(name)).metadata.title
        assert title == "Letter of 5 January 2027, L-8M4T-06WD-9"


def test_a_plan_of_a_whole_year_repeats_its_header_on_every_page() -> None:
    one = LETTERS["plan"][1]["instalments"][0]
    pdf = printed("plan", instalments=[one] * 52, frequency="W")
    pages = [page.extract_text() for page in opened(pdf).pages if "£317.35" in page.extract_text()]
    assert len(pages) > 2
    assert all("Our fee" in page for page in pages[1:])
    assert "£16,502.20" in words_of(pdf)


@pytest.mark.parametrize("name", ["decision", "plan", "told"])
def test_nothing_in_large_print_is_smaller_than_16_points(name: str) -> None:
    sizes: set[float] = set()

    def visit(text: str, _cm: Any, matrix: list[float], _font: Any, size: float) -> None:
        if text.strip():
            sizes.add(round(abs(size * matrix[3]), 1))

    for page in opened(printed(name, large_print=True)).pages:
        page.extract_text(visitor_text=visit)
    assert min(sizes) >= 16
    assert max(sizes) < 40


HOSTILE = [
    "#panic(1)",
    "$ x^2 $",
    "*bold* _it_ `raw`",
    "= Heading",
    "<b>hi</b>",
    "</script><script>alert(1)</script>",
    '#import "look.typ"; #read("/etc/passwd")',
    '"); #sys.inputs //',
    "{{ 7 * 7 }} {% raw %}",
    "\\u{41} \\n %(name)s {page}",
    "@label <part> ~ -- --- ...",
    "O’Brien-D’Arcy & Sons",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_markup_in_a_name_comes_out_as_it_went_in(name: str) -> None:
    pdf = printed("told", "cy", "en", applicant=name)
    assert letters_of(pdf).count("".join(name.split())) == 2
    parts = compose(*LETTERS["review"], sending(to_name=name), ("en",))
    again = print_letter(sending(to_name=name), [name], parts, large_print=False).pdf
    assert letters_of(again).count("".join(name.split())) == 3


@pytest.mark.parametrize("large_print", [False, True])
def test_a_very_long_name_stays_on_the_page(large_print: bool) -> None:
    pdf = printed("told", applicant="Wolfeschlegelsteinhausen" * 60, children=["x" * 3000], large_print=large_print)
    without_feet = re.sub(
        r"OurreferenceL-8M4T-06WD-9Page\d+of\d+Independent,andnotagovernmentservice\.", "", letters_of(pdf)
    )
    assert ("Wolfeschlegelsteinhausen" * 60) in without_feet
    assert "x" * 3000 in without_feet
    for page in opened(pdf).pages:
        width = float(page.mediabox.width)
        page.extract_text(visitor_text=_within(width))


def _within(width: float) -> Any:
    def visit(text: str, cm: list[float], matrix: list[float], _font: Any, size: float) -> None:
        if text.strip():
            assert matrix[4] * cm[0] + cm[4] < width - 40

    return visit


def test_a_word_that_fits_is_never_cut() -> None:
    word = "x" * LONGEST_WORD
    assert "\u200b" not in "".join(page.extract_text() for page in opened(printed("told", applicant=word)).pages)


@pytest.mark.parametrize(
    "name",
    ["שרה לוי", "فاطمة الزهراء", "Zoë Ŵ̂ẏn", "é́̂̃̈ê̄", "Ἀγάπη Ὀδυσσέως", "Дарья", "Nguyễn Thị Ánh", "a\u200db", "ŵŷŶâêîôû"],
)
def test_names_in_other_alphabets_and_with_marks_are_printed(name: str) -> None:
    parts = compose(*LETTERS["review"], sending(to_name=name), ("en",))
    paper = print_letter(sending(to_name=name), [], parts, large_print=False)
    assert paper.is_whole
    # The words after the name are where they were: a name from right to left does not turn the line round.
    assert "We work out child maintenance for Cadi and Macsen again every year" in words_of(paper.pdf)


@pytest.mark.parametrize("name", ["李小龍", "😀 Sam", "สมชาย", "김민수", "\U00013000"])
def test_a_name_that_no_font_has_is_printed_as_boxes_and_the_letter_says_so(name: str) -> None:
    parts = compose(*LETTERS["review"], sending(to_name=name), ("cy", "en"))
    paper = print_letter(sending(to_name=name), [], parts, large_print=False)
    assert not paper.is_whole
    words = words_of(paper.pdf)
    assert "□" in words
    assert "stands for a letter that could not be printed here" in words
    assert "yn sefyll yn lle llythyren" in words
    # On the page on the web the name is whole.
    assert name in parts[1].greeting


def test_the_other_letters_of_such_a_name_are_printed() -> None:
    parts = compose(*LETTERS["review"], sending(to_name="Sam 李 Jones"), ("en",))
    assert "Dear Sam □ Jones" in words_of(print_letter(sending(), [], parts, large_print=False).pdf)


def test_the_same_letter_is_the_same_file() -> None:
    assert printed("decision", "cy", "en") == printed("decision", "cy", "en")


def test_many_threads_take_turns() -> None:
    expected = printed("review")
    made: list[bytes] = []
    failed: list[BaseException] = []

    def work() -> None:
        try:
            for _ in range(5):
                made.append(printed("review"))
        except BaseException as problem:
            failed.append(problem)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert made == [expected] * 40


def test_a_process_forked_after_printing_says_so_instead_of_waiting_for_ever() -> None:
    printed("review")
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            printed("review")
        except compiler.CannotPrint as refused:
            os.write(writing, str(refused).encode())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as answer:
        assert b"start workers afresh" in answer.read()
    os.waitpid(child, 0)


def test_a_mistake_in_a_template_says_so_without_the_letter() -> None:
    with pytest.raises(compiler.CannotPrint, match=r"letter\.typ") as refused:
        compiler.print_paper("letter.typ", {"parts": [{"heading": "Catrin"}]})
    assert "Catrin" not in str(refused.value)


def test_a_letter_is_valid_for_pypdf_in_strict_reading() -> None:
    import io

    file = pypdf.PdfReader(io.BytesIO(printed("decision", "cy", "en")), strict=True)
    assert len(file.pages) >= 4
