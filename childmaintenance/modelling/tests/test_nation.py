"""The invented nation comes out as published, the same each time, and back from its file unchanged."""

from pathlib import Path

import numpy as np
import pytest

from childmaintenance.modelling.columns import KINDS
from childmaintenance.modelling.nation.marginals import marginals
from childmaintenance.modelling.nation.parquet import about, columns_of, draw, everything, make_nation, read_nation
from childmaintenance.modelling.nation.report import write_report

SCALE, SEED = 0.1, 4


@pytest.fixture(scope="module")
def nation(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("nation") / "nation.parquet"
    assert make_nation(path, scale=SCALE, seed=SEED) == 67_500
    return path


def test_the_published_figures_come_out(nation: Path) -> None:
    found = marginals(everything(nation))
    print("\n".join(f"{one.group}, {one.name}: {one.achieved:.2f} for {one.target:g} {one.unit}" for one in found))  # noqa: T201
    assert [one for one in found if not one.is_met] == []
    assert {one.status for one in found} == {"published", "derived", "assumed"}


def test_the_same_seed_writes_the_same_bytes_and_another_does_not(nation: Path, tmp_path: Path) -> None:
    again, other = tmp_path / "again.parquet", tmp_path / "other.parquet"
    make_nation(again, scale=SCALE, seed=SEED)
    make_nation(other, scale=SCALE, seed=SEED + 1)
    assert again.read_bytes() == nation.read_bytes()
    assert other.read_bytes() != nation.read_bytes()


def test_what_is_read_is_what_was_drawn(nation: Path) -> None:
    drawn = columns_of(draw(67_500, SEED))
    (columns, _), *more = read_nation(nation)
    assert not more
    for name in KINDS:
        assert (getattr(columns, name) == getattr(drawn, name)).all(), name


def test_nobody_in_it_has_a_name_or_a_number(nation: Path) -> None:
    found = everything(nation)
    assert all(values.dtype.kind in "iub" for values in found.values())
    assert not {"name", "nino", "phone", "postcode", "email"} & set(found)


def test_the_report_says_every_figure_in_words(nation: Path, tmp_path: Path) -> None:
    found = marginals(everything(nation))
    write_report(tmp_path / "report.html", found, about(nation), 67_500)
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert page.count("<h1>") == 1
    assert page.count("<svg") == page.count('role="img"') >= len({one.group for one in found})
    for one in found:
        assert one.name in page
    assert "<script" not in page
    assert "http" not in page


def test_nights_are_never_more_than_a_year() -> None:
    drawn = draw(20_000, 9)
    assert int(np.max(drawn["nights"] + drawn["care_nights"])) <= 366
