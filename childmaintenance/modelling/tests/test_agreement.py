"""The law and its second implementation agree to the penny; `./run agree` asks the same of a million cases."""

from datetime import date

import numpy as np
import pytest

from childmaintenance.law.liability import Benefit, Child, Facts, NilReason, ReceivingParent
from childmaintenance.law.provision import Row, Scenario
from childmaintenance.law.tests.published import facts_of, rows
from childmaintenance.modelling.agreement import as_line, disagreements, first_disagreement, smallest_disagreement
from childmaintenance.modelling.assess import assess
from childmaintenance.modelling.columns import Columns
from childmaintenance.modelling.edges import PARTS, edge_cases
from childmaintenance.modelling.figures import editions
from childmaintenance.modelling.terms import RATES, TERRITORIES
from childmaintenance.values import Money

CASES = 6_000


def scenario(room: str, name: str, of: object, starts: date = date(2013, 1, 1)) -> Scenario:
    return Scenario(f"{room} {name}", {(room, name): (Row(starts=starts, of=of),)})


@pytest.mark.parametrize("seed", [11, 12])
def test_the_two_agree_on_random_cases_at_the_edges(seed: int) -> None:
    found = first_disagreement(seed, CASES)
    assert found is None, f"The smallest case in which they differ:\n{found}"


@pytest.mark.parametrize("parts", PARTS)
def test_the_random_cases_reach_every_rate_edition_and_code(parts: int) -> None:
    columns, days = edge_cases(4_000, 5, parts)
    assert set(np.unique(assess(columns, on=days).rate)) == set(range(len(RATES)))
    found = editions(parts)
    assert set(np.unique(found.of(days, columns.territory))) == set(range(len(found.starts) * len(TERRITORIES)))
    assert set(np.unique(columns.benefit)) == set(range(len(Benefit)))
    assert set(np.unique(columns.nil_reason)) == set(range(len(NilReason)))


@pytest.mark.parametrize("row", rows("assessments"), ids=lambda row: row["id"])
def test_an_assessment_comes_out_as_published(row: dict[str, str]) -> None:
    facts, on = facts_of(row), date.fromisoformat(row["date"])
    income = facts.gross_weekly_income
    parts = (income.exact * 100).denominator if isinstance(income, Money) else 1
    assert list(disagreements(Columns.of([facts], parts), np.array([on], dtype="datetime64[D]"))) == []


@pytest.mark.parametrize(
    ("room", "name", "of"),
    [
        ("liability/flat_rate", "amount", "8.125"),
        ("liability/basic_rate", "percent_of_income", ["12.5", 17, 20, 25]),
        ("liability/reduced_rate", "percent_of_the_rest", [["50/3"]]),
        ("liability/income_cap", "most", 5000),
        ("liability/shared_care", "share_by_nights", [{"nights": 30, "share": "1/5"}, {"nights": 182, "share": "1/2"}]),
        ("liability/default_decision", "amount", ["40.005", 60]),
    ],
)
def test_the_two_agree_under_other_figures(room: str, name: str, of: object) -> None:
    other = scenario(room, name, of)
    columns, days = edge_cases(600, 21, 1)
    days = np.maximum(days, np.datetime64("2013-01-01"))
    assert list(disagreements(columns, days, scenario=other, law_under=other)) == []


def test_a_disagreement_is_shown_by_its_smallest_case() -> None:
    one_night_early = scenario("liability/local_authority_care", "nothing_from", 262)
    columns, days = edge_cases(3_000, 3, 365)
    found = next(disagreements(columns, days, scenario=one_night_early))
    least = smallest_disagreement(found, 365, one_night_early)
    assert least.facts.receiving_parents[0].children == (Child(0, 262),)
    assert len(least.facts.receiving_parents) == 1
    plain = least.facts
    assert (plain.benefit, plain.nil_reason, plain.relevant_other_children) == (Benefit.NONE, NilReason.NONE, 0)
    assert as_line(plain, least.on)["receiving_parents"][0]["children"] == [
        {"nights": 0, "local_authority_nights": 262}
    ]
    assert "law:" in str(least)
    assert "modelling:" in str(least)


def test_a_yearly_income_is_exact_as_a_weekly_one() -> None:
    """£26,000 a year is 498.630136... a week; 12 % of it is 59.8356..., and one rounding makes 59.84."""
    yearly_pence = 2_600_000
    facts = Facts((ReceivingParent("A", (Child(),)),), gross_weekly_income=Money(yearly_pence * 7, 36500))
    assert assess(Columns.of([facts], parts=365), on=date(2026, 4, 1)).weekly.tolist() == [5984]
