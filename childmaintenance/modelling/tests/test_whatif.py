"""A reform is read strictly, changes what it says and nothing else, and no reform changes nothing."""

import csv
from datetime import date
from pathlib import Path

import pytest

from childmaintenance.law.provision import Row, Scenario
from childmaintenance.modelling import whatif
from childmaintenance.modelling.commands.whatif import main
from childmaintenance.modelling.nation.parquet import make_nation
from childmaintenance.modelling.whatif.cliffs import cliffs
from childmaintenance.modelling.whatif.difference import FIELDS, compare
from childmaintenance.modelling.whatif.reform import MODELLED, BadReform, Reform, read_reform

REFORMS = Path(whatif.__file__).parent / "reforms"
DAY = date(2026, 4, 1)


@pytest.fixture(scope="module")
def nation(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("nation") / "nation.parquet"
    make_nation(path, scale=0.03, seed=1)
    return path


def test_the_law_as_it_is_changes_nothing(nation: Path) -> None:
    for group in compare(nation, read_reform(REFORMS / "unchanged.toml")):
        assert (group.pay_more, group.pay_less) == (0, 0)
        assert group.paid_after == group.paid_before
        assert group.received_after == group.received_before


def test_every_figure_written_again_as_it_stands_changes_nothing(nation: Path) -> None:
    rows = {
        (room, name): tuple(Row(row.starts, row.of, territory=row.territory) for row in history.rows)
        for room, rule in MODELLED.items()
        for name, history in rule.histories.items()
    }
    again = Reform("again", DAY, Scenario("again", rows))
    assert all(group.paid_after == group.paid_before for group in compare(nation, again))
    assert cliffs(again, again.scenario) == cliffs(again, None)


def test_a_higher_flat_rate_is_paid_by_those_at_it_and_the_groups_add_up(nation: Path) -> None:
    groups = compare(nation, read_reform(REFORMS / "flat-rate-of-ten.toml"))
    everybody = groups[0]
    assert everybody.pay_more > everybody.payers // 10
    assert everybody.paid_after > everybody.paid_before
    for by in dict.fromkeys(group.by for group in groups):
        parts = [group for group in groups if group.by == by]
        for name in FIELDS:
            assert sum(getattr(group, name) for group in parts) == getattr(everybody, name), (by, name)


def test_other_fees_change_what_is_paid_only_where_it_is_collected(nation: Path) -> None:
    groups = {(group.by, group.name): group for group in compare(nation, read_reform(REFORMS / "even-fees.toml"))}
    direct, collected = groups["Service", "Direct Pay"], groups["Service", "Collect and Pay"]
    assert (direct.pay_more, direct.pay_less) == (0, 0)
    assert collected.paid_after < collected.paid_before
    assert collected.received_after > collected.received_before


def test_the_law_has_the_jumps_that_its_readme_lists() -> None:
    found = cliffs(read_reform(REFORMS / "unchanged.toml"), None)
    assert {cliff.income for cliff in found} == {700, 20_000}
    assert {(cliff.below, cliff.there) for cliff in found if cliff.income == 700} == {(0, 700)}
    assert {cliff.others for cliff in found if cliff.income == 20_000} == {1, 2}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("on = 2026-04-01", "needs a name"),
        ('name = "x"', "needs a day"),
        ('name = "x"\non = 2026-04-01\nliability = 3', "must be a table"),
        ('name = "x"\non = 2026-04-01\n[liability.flat]\namount = []', "No amount here depends on"),
        ('name = "x"\non = 2026-04-01\n[deductions.pay_day]\nfee = []', "No amount here depends on"),
        ('name = "x"\non = 2026-04-01\n[liability.flat_rate]\nsize = []', "has no figure"),
        ('name = "x"\non = 2026-04-01\n[liability.flat_rate]\namount = 10', "must be dated rows"),
        ('name = "x"\non = 2026-04-01\n[liability.flat_rate]\namount = [{ of = 10 }]', "from"),
        ('name = "x"\non = 2026-04-01\n[liability.flat_rate]\namount = [{ from = 2026-04-01, of = "ten" }]', "ten"),
        ('name = "x"\non = 2026-04-01\n[liability.flat_rate]\namount = [{ from = "today", of = 10 }]', "day"),
        ("name = ", "Invalid value"),
    ],
)
def test_a_reform_that_cannot_be_read_says_why(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "reform.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadReform, match=says):
        read_reform(path)


def test_the_page_and_the_tables_say_the_same(nation: Path, tmp_path: Path) -> None:
    words = [str(REFORMS / "flat-rate-of-ten.toml"), "--nation", str(nation), "--out", str(tmp_path)]
    assert main(words) == 0
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    with (tmp_path / "groups.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        assert row["name"] in page
        assert f"{int(row['payers']):,}" in page
    assert page.count("<h1>") == 1
    assert page.count("<svg") == page.count('role="img"') == len({row["by"] for row in rows})
    assert "<script" not in page


def test_a_bad_reform_ends_with_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "none.toml")]) == 1
    assert "none.toml" in capsys.readouterr().err
