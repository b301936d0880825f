"""The book says what the files say: every rule, every row, every example, and an index both ways."""

import ast
import json
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from html import unescape
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from childmaintenance import law
from childmaintenance.law.book import Book, Rule, data, page, printable, read_book
from childmaintenance.law.book.chart import chart, strip
from childmaintenance.law.book.contents import ORDER, in_order
from childmaintenance.law.book.gaps import gaps
from childmaintenance.law.book.glance import glance
from childmaintenance.law.book.indexed import indexed, provision_id
from childmaintenance.law.book.pieces import pieces
from childmaintenance.law.book.printable import heading
from childmaintenance.law.book.words import PAPER, folded, given, named, said, through_time, value
from childmaintenance.law.provision import LAW, Figures, History, Row
from childmaintenance.law.rulebook import read_through
from childmaintenance.values import Citation, Territory

BOOK = read_book()
PAGE = page(BOOK)
PRINTED = printable(BOOK)
RULES = {rule["room"]: rule for part in PRINTED["parts"] for rule in part["rules"]}
EMPTY = {"meta", "br", "path", "line", "circle", "rect"}


class Tags(HTMLParser):
    """Which elements open and close, which ids there are and where links go."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.headings: list[int] = []
        self.ids: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in EMPTY:
            self.open.append(tag)
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        known = dict(attrs)
        if known.get("id"):
            self.ids.append(str(known["id"]))
        if tag == "a":
            self.links.append(str(known["href"]))

    def handle_endtag(self, tag: str) -> None:
        if tag not in EMPTY:
            assert self.open.pop() == tag


def read() -> Tags:
    tags = Tags()
    tags.feed(PAGE)
    return tags


def shown(text: str) -> str:
    """Words as the page shows them, without the marks around names."""
    return text.replace("`", "")


TEXT = unescape(re.sub(r"<[^>]+>", "", PAGE))


def test_nothing_is_missing() -> None:
    """A figure without a date, a reference or an example fails the build; `book/apart.toml` says what needs none."""
    assert gaps(BOOK) == []


def without(what: str, book: Book) -> Book:
    """The book with one thing missing from the rule of the flat rate."""
    rule = next(rule for rule in book.rules if rule.room == "liability/flat_rate")
    amount = next(history for history in rule.figures if history.name == "amount")
    shorn = {
        "date": replace(amount.rows[0], starts=None),  # type: ignore[arg-type]
        "instrument": replace(amount.rows[0], by=""),
        "source": replace(amount.rows[0], source="recalled"),
    }
    lesser = rule
    if what in shorn:
        figures = (replace(amount, rows=(shorn[what], *amount.rows[1:])), *rule.figures[1:])
        lesser = replace(rule, figures=figures)
    elif what == "example":
        lesser = replace(rule, examples=tuple(one for one in rule.examples if "amount" not in one.shows))
    elif what == "old example":
        old = [row.starts for row in amount.rows][-1]
        lesser = replace(rule, examples=tuple(one for one in rule.examples if one.on >= old))
    elif what == "citation":
        lesser = replace(rule, says=())
    elif what == "twin":
        lesser = replace(rule, says=(Citation(gb="CSA 1991 Sch 1 para 4", ni=""),))
    elif what == "figures":
        lesser = replace(rule, figures=())
    elif what == "unit":
        lesser = replace(rule, figures=(replace(amount, unit=""), *rule.figures[1:]))
    elif what == "rows":
        lesser = replace(rule, figures=(replace(amount, rows=()), *rule.figures[1:]))
    return replace(book, rules=tuple(lesser if one is rule else one for one in book.rules))


@pytest.mark.parametrize(
    ("what", "says"),
    {
        "date": "liability/flat_rate amount has a row without a date.",
        "instrument": "liability/flat_rate amount from 2012-12-10 does not name its instrument or its source.",
        "source": "liability/flat_rate amount from 2012-12-10 does not name its instrument or its source.",
        "example": "liability/flat_rate amount from 2013-11-25 has no example.",
        "old example": "liability/flat_rate amount from 2012-12-10 has no example.",
        "citation": "liability/flat_rate does not say where it is written in both territories.",
        "twin": "liability/flat_rate does not say where it is written in both territories.",
        "figures": "liability/flat_rate has no figure and no word about it, or both.",
        "unit": "liability/flat_rate amount has no unit.",
        "rows": "liability/flat_rate amount has no row.",
    }.items(),
)
def test_a_book_with_something_missing_is_refused(what: str, says: str) -> None:
    assert says in gaps(without(what, BOOK))


@pytest.mark.parametrize("rule", [rule for rule in BOOK.rules if not rule.workings], ids=lambda rule: rule.room)
def test_a_rule_is_found_from_its_provision(rule: Rule) -> None:
    for territory in Territory:
        assert any(rule.room in rooms for rooms in BOOK.index(territory).values())


def test_the_exceptions_are_of_files_that_are_there() -> None:
    rooms = {rule.room for rule in BOOK.rules}
    assert {rule.room for rule in BOOK.rules if rule.workings or rule.no_figure} <= rooms
    assert rooms >= set(Figures.register)


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.room)
def test_everything_of_a_rule_is_on_the_page(rule: Rule) -> None:
    assert shown(heading(rule)) in TEXT
    for history in rule.figures:
        assert through_time(history) in TEXT
        for row in history.rows:
            assert row.by in TEXT
            assert f'href="{row.source}"' in unescape(PAGE)
            assert shown(row.doubt) in TEXT
    for example in rule.examples:
        assert example.title in TEXT
        assert shown(example.because) in TEXT
    for piece in rule.pieces:
        assert piece.code in TEXT


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.room)
def test_no_line_of_code_is_lost_or_changed(rule: Rule) -> None:
    """The pieces together are the file, but for words and imports; folding for paper moves nothing but white space."""
    printed = "\n".join(piece.code for piece in rule.pieces)
    assert computing(printed) == computing(rule.code)
    assert folded(printed).split() == printed.split()
    too_long = [line for line in folded(printed).splitlines() if len(line) > PAPER]
    assert not any(" " in line.lstrip()[: PAPER - 16] for line in too_long)


def computing(code: str) -> str:
    """What a file computes: the file without words, imports and comments."""
    tree = ast.parse(code)
    for node in ast.walk(tree):
        body = getattr(node, "body", [])
        if isinstance(body, list):
            kept = [one for one in body if not isinstance(one, (ast.Import, ast.ImportFrom)) and not is_words(one)]
            node.body = kept or [ast.Pass()]  # type: ignore[attr-defined]
    return ast.unparse(tree)


def is_words(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


@pytest.mark.parametrize("part", ORDER)
def test_every_file_of_a_part_has_its_place_in_the_order(part: str) -> None:
    files = {path.stem for path in (LAW / part).glob("*.py")} - {"__init__"}
    assert sorted(ORDER[part]["rules"]) == sorted(files)


def test_a_rule_says_what_it_leans_on() -> None:
    leans = {rule["room"]: [one["room"] for one in rule["leans_on"]] for rule in RULES.values()}
    assert "liability/flat_rate" in leans["liability/reduced_rate"]
    assert all(room not in rooms for room, rooms in leans.items())


def test_the_words_of_a_paragraph_stand_beside_its_lines() -> None:
    found = {
        piece.says: piece.code
        for piece in next(rule for rule in BOOK.rules if rule.room == "liability/basic_rate").pieces
    }
    assert "cut_for_other_children" in found["(3) Other children the paying parent supports reduce the income first."]
    assert "percent_above_line" in found["(2) Above that line, a lower percentage of the remainder is added."]


def test_a_piece_keeps_decorators_and_comments_inside_a_line() -> None:
    source = (
        '"""Words."""\n\nimport os\n\nX = 1  # why\n\n\n'
        '# Over it.\n@wrap\ndef f(a):\n    """What."""\n    # (1) One.\n    b = a\n    return b\n'
    )
    says = [(piece.says, piece.code) for piece in pieces(source)]
    assert says == [
        ("", "X = 1  # why"),
        ("Over it. What.", "@wrap\ndef f(a):"),
        ("(1) One.", "    b = a\n    return b"),
    ]


def test_what_is_not_modelled_has_its_reason() -> None:
    assert len(BOOK.not_modelled) >= 10
    assert all(one.says.gb and one.says.ni and one.what and one.why for one in BOOK.not_modelled)
    assert all(one.what in TEXT and shown(one.why) in TEXT for one in BOOK.not_modelled)


def test_every_note_and_reading_is_in_the_book_with_its_reason_and_its_rule() -> None:
    assert {one.reading for one in BOOK.doubted if one.reading} == set(law.readings.USUAL.__dataclass_fields__)
    for one in BOOK.doubted:
        assert one.why in TEXT
        assert bool(one.choices) == bool(one.reading)
        assert one.rooms, f"{one.key} is put on a result by no rule that the book knows"


def test_every_doubt_is_gathered() -> None:
    rows = [row for rule in BOOK.rules for history in rule.figures for row in history.rows if row.doubt]
    assert {one["doubt"] for one in PRINTED["doubts"]} == {row.doubt for row in rows}
    assert sum(len(one["figures"]) for one in PRINTED["doubts"]) == len(rows) > 10


def test_the_page_is_whole_and_its_links_go_somewhere() -> None:
    tags = read()
    assert tags.open == []
    assert tags.headings.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(tags.headings, tags.headings[1:], strict=False))
    assert len(set(tags.ids)) == len(tags.ids)
    broken = [link for link in tags.links if not link.startswith("https://") and link[1:] not in tags.ids]
    assert broken == []
    assert law.RULEBOOK in PAGE
    assert "<script" not in PAGE
    assert not re.search(r'(src|href)="(?!https://|#)', PAGE)


def test_the_index_goes_in_the_order_of_the_numbers() -> None:
    numbers = "s 3, s 9, s 12(2), ss 33 to 40B, s 34, Sch 1 para 2(1), Sch 1 paras 4(1) and 8, Sch 1 para 10"
    places = numbers.split(", ")
    assert sorted(set(places), key=in_order) == places
    provisions = list(BOOK.index(Territory.GB))
    assert provisions.index("SI 2012/2677 reg 6") < provisions.index("SI 2012/2677 reg 43")


@pytest.mark.parametrize("territory", Territory)
def test_the_index_has_every_provision_modelled_or_not(territory: Territory) -> None:
    instruments = indexed(BOOK, territory, {rule.room: rule.title for rule in BOOK.rules})
    lines = {line["id"]: line for one in instruments for line in one["rows"]}
    for provision, rooms in BOOK.index(territory).items():
        assert {rule["room"] for rule in lines[provision_id(territory, provision)]["rules"]} == set(rooms)
    reasons = {one["id"] for line in lines.values() for one in line["not_modelled"]}
    assert reasons == {one["id"] for one in PRINTED["not_modelled"]}
    assert all(line["rules"] or line["not_modelled"] for line in lines.values())
    assert [one["title"] for one in instruments if not one["short"]] in ([], ["Elsewhere"])
    assert all(len(one["rows"]) <= 3 for one in instruments if not one["short"]), (
        "name the instrument in instruments.toml"
    )


def test_the_picture_at_the_beginning_follows_the_rules() -> None:
    seen = glance(read_through())
    assert ("£500", "£60.00", "£80.00", "£95.00") in seen.rows
    drawn = ElementTree.fromstring(seen.drawn)  # noqa: S314 - drawn here
    places = [part.attrib["d"] for part in drawn.iter() if part.tag.endswith("path")]
    assert len(places) == 3
    for path in places:
        heights = [int(point.partition(",")[2]) for point in path.removeprefix("M").split("L")]
        assert heights == sorted(heights, reverse=True)  # never less for more income
        assert heights[-1] == heights[-2]  # the cap


@pytest.mark.parametrize(
    "history",
    [history for rule in BOOK.rules for history in rule.figures],
    ids=lambda history: f"{history.room}-{history.name}",
)
def test_every_figure_has_a_picture_and_the_same_in_words(history: History) -> None:
    drawn = ElementTree.fromstring(chart(history, date(2026, 3, 15)))  # noqa: S314 - drawn here
    width, height = (int(drawn.attrib[name]) for name in ("width", "height"))
    for part in drawn.iter():
        for name in ("x", "x1", "x2", "cx"):
            assert 0 <= int(part.attrib.get(name, 0)) <= width
        for name in ("y", "y1", "y2", "cy"):
            assert 0 <= int(part.attrib.get(name, 0)) <= height
    words = through_time(history)
    for row in history.rows:
        assert value(row.of, history.unit) in words


def test_a_picture_has_a_dot_where_the_figure_changed_and_a_lane_where_territories_differ() -> None:
    flat = chart(Figures.register["liability/flat_rate"].histories["amount"], date(2026, 3, 15))
    assert flat.count("<circle") == 1
    assert "£5" in flat
    assert "£7" in flat
    lists = chart(Figures.register["liability/benefit_lists"].histories["bereavement_allowance"], date(2026, 3, 15))
    assert lists.count("<rect") == 3
    assert ">GB<" in lists
    assert ">NI<" in lists
    thin = strip(Figures.register["liability/benefit_lists"].histories["bereavement_allowance"], date(2026, 3, 15))
    assert thin.count("<rect") == 3


def test_figures_are_written_in_their_units() -> None:
    says = Citation(gb="a", ni="b")
    history = History("a", "b", says, "pounds a week", (Row(date(2013, 1, 2), 5), Row(date(2014, 3, 4), "7.50")))
    assert (
        through_time(history)
        == "Great Britain and Northern Ireland: £5 from 2 January 2013; then £7.50 from 4 March 2014."
    )
    assert value([12, "141/10"], "percent of income") == "12%, 14.1%"
    assert value("44(2)", "list") == "second list"
    assert value(True, "whether") == "yes"
    assert value([{"nights": 52, "share": "1/7"}], "share") == "1/7 from 52 nights"
    assert given({"weekly": "60.00", "on": date(2026, 4, 1)}) == [("Weekly", "£60.00"), ("On", "1 April 2026")]
    assert given({"tax_year": 2019, "known": [{"tax_year": 2018}]}) == [
        ("Tax year", "2019"),
        ("Known", "tax year 2018"),
    ]
    assert named("category_c_or_d_pension") == "Category C or D pension"
    assert said([{"ref": "A", "children": [{"nights": 0}, {"nights": 60}]}]) == "A: 2 children with 0 and 60 nights"


def test_it_can_be_written_without_anything_installed() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "childmaintenance.law.book"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=LAW.parent.parent,
    )
    assert done.stdout == PAGE


def test_the_examples_of_the_readme_are_true() -> None:
    """A newcomer's first lines work as they stand."""
    readme = (LAW / "README.md").read_text(encoding="utf-8")
    code = re.search(r"```python\n(.*?)```", readme, re.DOTALL)
    assert code
    names: dict[str, object] = {}
    exec(code.group(1), names)  # noqa: S102 - the readme is ours, and this is the point of the test
    found = names["found"]
    assert str(found.weekly["A"]) == "51.43"  # type: ignore[attr-defined]
    for name in re.findall(r"`law\.[a-z_.]+`", readme):
        path = "childmaintenance." + name.strip("`")
        module, _, last = path.rpartition(".")
        try:
            __import__(path)
        except ModuleNotFoundError:
            assert hasattr(__import__(module, fromlist=[last]), last), name


def test_the_same_book_as_data() -> None:
    found = json.loads(json.dumps(data(BOOK)))
    rules = {rule["room"]: rule for part in found["parts"] for rule in part["rules"]}
    assert list(rules) == [rule.room for rule in BOOK.rules] == list(RULES)
    table = rules["liability/reduced_rate"]["figures"][2]
    assert table["name"] == "percent_of_the_rest"
    assert table["rows"][-1]["of"][0] == [17, "141/10", "66/5", "62/5"]
    assert found["index"]["NI"]["SR 2012/427 reg 42"] == ["liability/reduced_rate"]
    done = subprocess.run(
        [sys.executable, "-m", "childmaintenance.law.command_line", "law", "--json"],
        capture_output=True,
        text=True,
        cwd=LAW.parent.parent,
    )
    assert json.loads(done.stdout) == found
