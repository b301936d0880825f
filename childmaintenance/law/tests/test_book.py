"""The book says what the files say: every rule, every row, every example, and an index both ways."""

import json
import re
import subprocess
import sys
from datetime import date
from html import unescape
from html.parser import HTMLParser

import pytest

from childmaintenance import law
from childmaintenance.law.book import Rule, data, page, read_book
from childmaintenance.law.book.chart import chart
from childmaintenance.law.provision import LAW, Figures
from childmaintenance.values import Territory

BOOK = read_book()
PAGE = page(BOOK)


class Tags(HTMLParser):
    """Which elements open and close, which ids there are and where links go."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.headings: list[int] = []
        self.ids: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in {"meta", "br", "path"}:
            self.open.append(tag)
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        known = dict(attrs)
        if known.get("id"):
            self.ids.append(str(known["id"]))
        if tag == "a":
            self.links.append(str(known["href"]))

    def handle_endtag(self, tag: str) -> None:
        if tag != "path":
            assert self.open.pop() == tag


def read() -> Tags:
    tags = Tags()
    tags.feed(PAGE)
    return tags


def test_every_rule_is_in_the_book_with_its_figures_and_examples() -> None:
    assert {rule.room for rule in BOOK.rules} >= set(Figures.register)
    text = unescape(PAGE)
    for rule in BOOK.rules:
        assert rule.title in text
        for history in rule.figures:
            for row in history.rows:
                assert row.by in text
                assert row.source in text
                assert row.doubt in text
        for example in rule.examples:
            assert example.title in text


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.room)
def test_a_rule_with_figures_says_where_it_is_written_and_is_in_the_index(rule: Rule) -> None:
    if rule.figures:
        assert rule.says
        assert rule.examples
    for territory in Territory:
        assert not rule.says or any(rule.room in rooms for rooms in BOOK.index(territory).values())


def test_what_is_not_modelled_has_its_reason() -> None:
    assert len(BOOK.not_modelled) >= 10
    assert all(one.says.gb and one.says.ni and one.what and one.why for one in BOOK.not_modelled)


def test_the_page_is_whole_and_its_links_go_somewhere() -> None:
    tags = read()
    assert tags.open == []
    assert tags.headings.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(tags.headings, tags.headings[1:], strict=False))
    assert len(set(tags.ids)) == len(tags.ids)
    assert all(link.startswith("https://") or link[1:] in tags.ids for link in tags.links)
    assert law.RULEBOOK in PAGE
    assert "<script" not in PAGE


def test_a_figure_that_changed_has_a_picture_and_the_same_in_words() -> None:
    flat = Figures.register["liability/flat_rate"].histories["amount"]
    drawn = chart(flat, date(2026, 3, 15))
    assert 'aria-label="5 from 2012-12-10; 7 from 2013-11-25"' in drawn
    assert chart(Figures.register["liability/basic_rate"].histories["line"], date(2026, 3, 15)) == ""
    assert chart(Figures.register["liability/reduced_rate"].histories["percent_of_the_rest"], date(2026, 3, 15)) == ""


@pytest.mark.parametrize("way", [["childmaintenance.law.book"], ["childmaintenance.law.command_line", "law"]])
def test_it_can_be_written_without_anything_installed(way: list[str]) -> None:
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
    assert list(rules) == [rule.room for rule in BOOK.rules]
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
