"""One worked request for each command: the description, the page and the tests show the same ones."""

from typing import Any

ASSESS: dict[str, Any] = {
    "id": "example-1",
    "on": "2026-04-01",
    "gross_weekly_income": "500.00",
    "receiving_parents": [{"ref": "A", "children": [{"nights": 60}]}],
}
DEDUCT: dict[str, Any] = {
    "id": "example-2",
    "on": "2026-04-30",
    "frequency": "M",
    "normal_deduction_rate": "150.00",
    "net_earnings": "1200.00",
    "admin_charge": "1.00",
}
SPLIT: dict[str, Any] = {
    "id": "example-3",
    "on": "2026-04-30",
    "received": "240.00",
    "receiving_parents": [{"ref": "A", "due": "120.00"}, {"ref": "B", "due": "80.00"}],
}
TIMELINE: dict[str, Any] = {
    "id": "example-4",
    "from": "2024-06-01",
    "until": "2026-05-31",
    "gross_weekly_income": "500.00",
    "receiving_parents": [{"ref": "A", "children": [{}, {}]}],
    "changes": [
        {"cause": "application", "applied": "2024-09-01", "current_income": "400.00"},
        {"cause": "application", "applied": "2025-01-10", "facts": {"relevant_other_children": 1}},
        {"cause": "annual_review", "review": "2025-06-01", "historic_income": "600.00"},
    ],
}
RECEIPT: dict[str, Any] = {
    "id": "example-5",
    "command": "assess",
    "given": {name: value for name, value in ASSESS.items() if name != "id"},
}
REQUESTS: dict[str, dict[str, Any]] = {
    "assess": ASSESS,
    "deduct": DEDUCT,
    "split": SPLIT,
    "timeline": TIMELINE,
    "receipt": RECEIPT,
}
