"""The published and worked examples kept as rows, and the facts that each row states."""

import csv
import json
from pathlib import Path

from childmaintenance.law.liability import Benefit, Child, Facts, NilReason, ReceivingParent
from childmaintenance.law.provision import UNKNOWN, Unknown
from childmaintenance.values import Money, Territory

EXAMPLES = Path(__file__).parent / "examples"
Row = dict[str, str]


def rows(name: str) -> list[Row]:
    """One file of examples."""
    with (EXAMPLES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def facts_of(row: Row) -> Facts:
    """The facts of an assessment row."""
    return Facts(
        receiving_parents=tuple(
            ReceivingParent(
                parent["rp"], tuple(Child(child["nights"], child.get("la_nights", 0)) for child in parent["children"])
            )
            for parent in json.loads(row["qualifying_children"])
        ),
        territory=Territory(row["jurisdiction"]),
        gross_weekly_income=_income(row["gross_weekly_income"]),
        benefit=Benefit(row["on_flat_rate_benefit"]),
        nil_reason=NilReason(row["nil_rate_reason"]),
        relevant_other_children=int(row["relevant_other_children"]),
        other_arrangement_children=int(row["other_maintenance_children"]),
        special_expenses_weekly=Money.of(row["special_expenses_weekly"]),
        additional_income_weekly=Money.of(row["additional_income_weekly"]),
    )


def _income(text: str) -> Money | Unknown | None:
    if text == "unknown":
        return UNKNOWN
    return Money.of(text) if text else None
