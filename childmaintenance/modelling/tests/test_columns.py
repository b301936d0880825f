"""Columns that cannot be true are refused by name, and pieces of them come to the same as the whole."""

from dataclasses import fields, replace
from datetime import date
from typing import Any

import numpy as np
import pytest

from childmaintenance.law.liability import Child, Facts, ReceivingParent
from childmaintenance.law.provision import UNKNOWN, BadFact, MissingFact, NoRateInForce, Row, Scenario
from childmaintenance.modelling.assess import assess, assess_by_dask, together
from childmaintenance.modelling.columns import KINDS, Columns
from childmaintenance.modelling.door import TooFine
from childmaintenance.modelling.edges import edge_cases
from childmaintenance.modelling.terms import NO_INCOME_GIVEN
from childmaintenance.values import Money

DAY = date(2026, 4, 1)
TWO_CHILDREN = Facts((ReceivingParent("A", (Child(60), Child())),), gross_weekly_income=Money.of("500.00"))


def with_entry(name: str, value: int, place: int = 0) -> Columns:
    columns = Columns.of([TWO_CHILDREN, TWO_CHILDREN])
    changed = getattr(columns, name).copy()
    changed[place] = value
    return replace(columns, **{name: changed})


@pytest.mark.parametrize(
    ("name", "value", "named"),
    [
        ("income", -3, "income"),
        ("income", 10**15, "income"),
        ("additional", -1, "additional"),
        ("expenses", -1, "expenses"),
        ("benefit", 4, "benefit"),
        ("benefit", -1, "benefit"),
        ("nil_reason", 6, "nil_reason"),
        ("others", 100, "others"),
        ("arrangements", -1, "arrangements"),
        ("nights", -1, "nights"),
        ("nights", 367, "nights"),
        ("care_nights", 307, "care_nights"),
        ("territory", 2, "territory"),
        ("receivers", 1, "receivers"),
        ("children", 1, "children"),
    ],
)
def test_what_cannot_be_true_is_refused_by_name(name: str, value: int, named: str) -> None:
    with pytest.raises(BadFact, match=named):
        assess(with_entry(name, value), on=DAY)


@pytest.mark.parametrize(
    ("name", "value", "place", "case"),
    [
        ("income", -3, 1, 1),
        ("others", 100, 1, 1),
        ("nights", 367, 1, 0),
        ("nights", 32_767, 2, 1),
        ("care_nights", -1, 3, 1),
    ],
)
def test_the_case_in_which_something_is_wrong_is_named(name: str, value: int, place: int, case: int) -> None:
    with pytest.raises(BadFact, match=rf"\(case {case}\)"):
        assess(with_entry(name, value, place), on=DAY)


def test_nights_that_would_wrap_around_together_are_refused() -> None:
    columns = with_entry("nights", 20_000, 2)
    with pytest.raises(BadFact, match=r"nights.*\(case 1\)"):
        assess(replace(columns, care_nights=columns.nights), on=DAY)


def test_a_place_far_outside_is_refused_and_never_read() -> None:
    with pytest.raises(BadFact, match="receivers"):
        assess(with_entry("receivers", 10**12, place=1), on=DAY)
    with pytest.raises(BadFact, match="children"):
        assess(with_entry("children", 10**12, place=1), on=DAY)


def test_somebody_with_nobody_to_pay_is_refused() -> None:
    with pytest.raises(BadFact, match="receivers"):
        assess(with_entry("receivers", 2, place=1), on=DAY)
    with pytest.raises(BadFact, match="children"):
        assess(with_entry("children", 0, place=1), on=DAY)


@pytest.mark.parametrize("name", [field.name for field in fields(Columns) if field.name in KINDS])
def test_columns_of_different_lengths_are_refused(name: str) -> None:
    columns = Columns.of([TWO_CHILDREN, TWO_CHILDREN])
    with pytest.raises(BadFact):
        assess(replace(columns, **{name: getattr(columns, name)[:-1]}), on=DAY)


@pytest.mark.parametrize(("values", "kind"), [(np.array([1.5]), TypeError), (np.array([300]), OverflowError)])
def test_parts_and_numbers_too_large_are_refused(values: Any, kind: type[Exception]) -> None:
    with pytest.raises(kind):
        replace(Columns.of([TWO_CHILDREN]), others=values)


def test_an_income_that_is_needed_and_not_given_is_missing() -> None:
    with pytest.raises(MissingFact, match="income"):
        assess(with_entry("income", NO_INCOME_GIVEN), on=DAY)


def test_a_day_before_the_scheme_has_no_rate() -> None:
    with pytest.raises(NoRateInForce):
        assess(Columns.of([TWO_CHILDREN]), on=date(2012, 12, 9))


def test_fractions_too_fine_for_whole_numbers_are_refused_and_never_rounded() -> None:
    fine = Scenario("fine", {("liability/basic_rate", "percent_of_income"): (Row(date(2020, 1, 1), ["12.123456789"]),)})
    with pytest.raises(TooFine):
        assess(Columns.of([TWO_CHILDREN]), on=DAY, scenario=fine)


def test_nobody_at_all_pays_nothing() -> None:
    nobody = assess(Columns.of([]), on=DAY)
    assert (len(nobody.weekly), len(nobody.rate)) == (0, 0)


def test_an_unknown_income_is_a_default_decision() -> None:
    found = assess(Columns.of([replace(TWO_CHILDREN, gross_weekly_income=UNKNOWN)]), on=DAY)
    assert found.weekly.tolist() == [5100]


def test_pieces_threads_and_processes_come_to_the_same() -> None:
    columns, _ = edge_cases(150_000, 2, 365)
    whole = assess(columns, on=DAY, threads=1)
    others = {
        "threads": assess(columns, on=DAY, threads=3),
        "pieces": together(assess(piece, on=DAY) for piece in columns.cut(40_001)),
        "processes": assess_by_dask(columns, on=DAY, processes=2),
    }
    for name, found in others.items():
        assert (found.weekly == whole.weekly).all(), name
        assert (found.rate == whole.rate).all(), name
    assert whole.totals(columns).sum() == whole.weekly.sum()
