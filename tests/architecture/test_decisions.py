"""A decision names the check that holds it, and no two have one number."""

from pathlib import Path

import pytest

from childmaintenance.config.places import ROOT

RECORDS = sorted((ROOT / "docs" / "decisions").glob("*.md"))


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.stem)
def test_the_record_names_its_check(record: Path) -> None:
    lines = record.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith(f"# {int(record.name.split('-')[0])}. ")
    assert [line for line in lines if line.startswith("*Check:*") and len(line) > 20]


def test_no_two_records_have_one_number() -> None:
    numbers = [record.name.split("-")[0] for record in RECORDS]
    assert len(numbers) == len(set(numbers))
