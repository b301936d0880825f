"""Every figure is dated, cited in both territories and traced to its instrument; and no other room keeps figures."""

import ast
from datetime import date

import pytest

from childmaintenance.law.liability import Facts, assess, flat_rate, reduced_rate
from childmaintenance.law.liability.facts import Child, ReceivingParent
from childmaintenance.law.provision import Figures, InForce, NoRateInForce, in_force, read_row
from childmaintenance.law.tests.rooms import load_every_rule, rule_paths
from childmaintenance.values import Money, Territory

load_every_rule()
HISTORIES = [history for figures in Figures.register.values() for history in figures.histories.values()]


@pytest.mark.parametrize("history", HISTORIES, ids=lambda history: f"{history.room}-{history.name}")
def test_a_figure_is_dated_and_cited(history: object) -> None:
    from childmaintenance.law.provision import History

    assert isinstance(history, History)
    assert history.says.gb
    assert history.says.ni
    assert history.unit
    assert history.rows
    for row in history.rows:
        assert isinstance(row.starts, date)
        assert row.by, f"{history.room} {history.name} from {row.starts} does not name its instrument"
        assert row.source.startswith("https://"), f"{history.room} {history.name} from {row.starts} has no source"


@pytest.mark.parametrize("history", HISTORIES, ids=lambda history: f"{history.room}-{history.name}")
def test_no_two_rows_begin_together_in_one_territory(history: object) -> None:
    from childmaintenance.law.provision import History

    assert isinstance(history, History)
    for territory in Territory:
        starts = [row.starts for row in history.rows if row.is_for(territory)]
        assert len(set(starts)) == len(starts)


def test_a_toml_beside_a_rule_is_read_by_it() -> None:
    from childmaintenance.law.provision import LAW

    apart = {
        "notes.toml",
        "sentences/en.toml",
        "sentences/cy.toml",
        "sentences/errors_cy.toml",
        "days/bank_holidays.toml",
        "book/apart.toml",
        "book/front.toml",
        "book/instruments.toml",
        "book/not_modelled.toml",
        "book/order.toml",
    }
    rates = {
        path.relative_to(LAW).as_posix() for path in LAW.rglob("*.toml") if not path.name.endswith(".examples.toml")
    }
    assert {path.removesuffix(".toml") for path in rates - apart} == set(Figures.register)


def test_there_is_no_nearest_row() -> None:
    with pytest.raises(NoRateInForce, match="2012-12-09"):
        _ = flat_rate.FIGURES.under(in_force(date(2012, 12, 9), Territory.GB)).amount.of
    assert flat_rate.FIGURES.under(in_force(date(2012, 12, 10), Territory.NI)).amount.of == Money.of("5")


def test_the_reduced_table_changed_with_the_flat_rate() -> None:
    """Web copies of the table as made are still about; it has not applied since 25 November 2013."""
    before, after = (
        reduced_rate.FIGURES.under(InForce(day, Territory.GB)) for day in (date(2013, 11, 24), date(2013, 11, 25))
    )
    assert before.percent_of_the_rest.for_(1, 0) == 19
    assert after.percent_of_the_rest.for_(1, 0) == 17


def test_a_day_before_the_scheme_is_refused_and_the_first_day_is_not() -> None:
    facts = Facts((ReceivingParent("A", (Child(),)),), gross_weekly_income=Money.of("500"))
    with pytest.raises(NoRateInForce):
        assess(facts, on=date(2012, 12, 9))
    assert str(assess(facts, on=date(2012, 12, 10)).total) == "60.00"


def test_a_row_cannot_carry_what_nobody_reads() -> None:
    with pytest.raises(ValueError, match="until"):
        read_row({"from": date(2026, 1, 1), "of": 1, "until": date(2027, 1, 1)})


@pytest.mark.parametrize("path", rule_paths(), ids=lambda path: path.name)
def test_a_rule_holds_no_float(path: object) -> None:
    from pathlib import Path

    assert isinstance(path, Path)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        assert not (isinstance(node, ast.Constant) and isinstance(node.value, float)), (
            f"{path.name}:{getattr(node, 'lineno', 0)}"
        )
        assert not (isinstance(node, ast.Name) and node.id == "float"), f"{path.name}:{getattr(node, 'lineno', 0)}"
