"""Every published or worked assessment, to the penny."""

import json
from datetime import date

import pytest

from childmaintenance.law.liability import assess
from childmaintenance.law.tests.published import Row, facts_of, rows


@pytest.mark.parametrize("row", rows("assessments"), ids=lambda row: row["id"])
def test_an_assessment_comes_out_as_published(row: Row) -> None:
    found = assess(facts_of(row), on=date.fromisoformat(row["date"]))
    assert {ref: str(amount) for ref, amount in found.weekly.items()} == json.loads(
        row["expected_weekly_per_receiving_parent"]
    )
    assert found.rate.value == row["expected_rate"]
