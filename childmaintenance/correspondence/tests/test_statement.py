"""A statement of account: the sums, the paper, and the spreadsheet that runs nothing."""

import csv
import datetime as dt
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from childmaintenance.correspondence.statement import Line, Statement, statement_pdf
from childmaintenance.correspondence.statement_csv import decimal, harmless, statement_csv
from childmaintenance.correspondence.tests.reading_pdf import letters_of, opened, structure, words_of
from childmaintenance.correspondence.wording import Reader


def account(language: str = "en", reader: Reader = Reader.PAYING, words: str = "Maintenance and fee due") -> Statement:
    return Statement(
        language=language,
        reader=reader,
        name="Gareth Owen Pryce",
        case="C-7K3F-92QX-M",
        made_on=dt.date(2027, 3, 1),
        since=dt.date(2027, 1, 12),
        upto=dt.date(2027, 2, 28),
        opening_pence=1200,
        lines=(
            Line(on=dt.date(2027, 1, 14), words=words, due_pence=31735),
            Line(on=dt.date(2027, 1, 15), words="Payment received", paid_pence=31735),
            Line(on=dt.date(2027, 1, 20), words="Payment sent back by the bank", paid_pence=-31735),
            Line(on=dt.date(2027, 2, 1), words="Payment received", paid_pence=40000),
        ),
    )


def rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_the_balance_runs_from_line_to_line() -> None:
    assert account().balances == [32935, 1200, 32935, -7065]
    assert account().closing_pence == -7065


def test_a_statement_without_lines_ends_where_it_began() -> None:
    empty = Statement(**{**vars(account()), "lines": ()})
    assert empty.closing_pence == 1200
    assert len(rows(statement_csv(empty))) == 2
    assert "£12.00" in words_of(statement_pdf([empty]))


def test_the_paper_shows_every_line_and_the_total() -> None:
    pdf = statement_pdf([account()])
    words = words_of(pdf)
    for text in ("14 January 2027", "£317.35", "-£317.35", "-£70.65", "Paid ahead", "£400.00", "Gareth Owen Pryce"):
        assert text in words
    assert opened(pdf).metadata.title == "Statement of 1 March 2027, C-7K3F-92QX-M"
    tags = [tag for tag, _ in structure(pdf)]
    assert tags.count("TR") == 1 + 1 + 4 + 1
    assert tags.count("TH") == 5


@pytest.mark.parametrize("large_print", [False, True])
@pytest.mark.parametrize("reader", Reader)
def test_both_parents_get_it_in_both_languages_in_one_document(reader: Reader, large_print: bool) -> None:
    pdf = statement_pdf([account("cy", reader), account("en", reader)], large_print=large_print)
    headings = [language for tag, language in structure(pdf) if tag == "H1"]
    assert headings == ["cy-GB", "en-GB"]
    both = letters_of(pdf)
    assert "Cyfriflen" in both
    assert "Statementofaccount" in both
    assert ("Youpaid" in both) == (reader == Reader.PAYING)
    assert ("Paidtoyou" in both) == (reader == Reader.RECEIVING)


def test_the_spreadsheet_has_plain_dates_and_amounts() -> None:
    table = rows(statement_csv(account()))
    assert table[0] == ["Date", "What happened", "Due", "You paid", "Left to pay"]
    assert table[1] == ["2027-01-12", "Balance brought forward", "", "", "12.00"]
    assert table[2] == ["2027-01-14", "Maintenance and fee due", "317.35", "", "329.35"]
    assert table[4] == ["2027-01-20", "Payment sent back by the bank", "", "-317.35", "329.35"]
    assert table[-1][-1] == "-70.65"


def test_welsh_letters_are_marked_as_utf_8() -> None:
    data = statement_csv(account("cy", words="Cynhaliaeth i Ŵyn a Llŷr"))
    assert data.startswith(b"\xef\xbb\xbf")
    assert rows(data)[0][0] == "Dyddiad"
    assert rows(data)[2][1] == "Cynhaliaeth i Ŵyn a Llŷr"


@pytest.mark.parametrize(
    "words",
    [
        "=1+1",
        "+44",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r\n=1",
        "  =1",
        "＝1+1",
        "＋1",
        "＠x",
        "|cmd",
        "%0A",
        "\ufeff=1",
        "\u200e=1",
    ],
)
def test_nothing_in_a_spreadsheet_is_run(words: str) -> None:
    cell = rows(statement_csv(account(words=words)))[2][1]
    assert cell.startswith("'") or cell.lstrip("\ufeff")[0] not in "=+-@\t\r"


@given(st.text())
def test_no_words_begin_a_formula_whatever_they_are(words: str) -> None:
    cell = harmless(words)
    assert not cell.startswith(tuple("=+-@|%\t\r\n＝＋－＠"))
    assert "\n" not in cell


@given(st.text(), st.text())
def test_commas_quotes_and_breaks_stay_inside_their_cell(first: str, second: str) -> None:
    table = rows(statement_csv(account(words=f'{first}","\r\n"{second}')))
    assert len(table) == 6
    assert all(len(row) == 5 for row in table)


@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_an_amount_is_read_back_to_the_penny(pence: int) -> None:
    whole, _, rest = decimal(abs(pence)).partition(".")
    assert (-1 if decimal(pence).startswith("-") else 1) * int(whole + rest) == pence


def test_markup_in_a_line_comes_out_as_it_went_in() -> None:
    assert "#panic(1)$x$*b*<i>" in letters_of(statement_pdf([account(words="#panic(1) $x$ *b* <i>")]))


def test_a_thousand_lines_fit_on_pages_with_headings() -> None:
    line = account().lines[0]
    long = Statement(**{**vars(account()), "lines": (line,) * 1000})
    pages = opened(statement_pdf([long])).pages
    assert len(pages) > 20
    assert all("What happened" in page.extract_text() for page in pages[1:-1])
