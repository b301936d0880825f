"""Every field wrong in every way gives an error that names it, and never a number."""

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from childmaintenance.law.command_line import run
from childmaintenance.law.tests.families import unhurried

ASSESS: dict[str, Any] = {
    "id": "x1",
    "territory": "GB",
    "on": "2026-04-01",
    "gross_weekly_income": "500.00",
    "benefit": "none",
    "nil_reason": "",
    "receiving_parents": [{"ref": "A", "children": [{"nights": 0, "local_authority_nights": 0}]}],
    "relevant_other_children": 0,
    "other_arrangement_children": 0,
    "special_expenses_weekly": "0.00",
    "additional_income_weekly": "0.00",
}
SPLIT: dict[str, Any] = {
    "id": "s1",
    "on": "2026-04-30",
    "received": "240.00",
    "collection_fee": True,
    "receiving_parents": [{"ref": "A", "due": "120.00", "arrears": "0.00", "arrears_instalment": "0.00"}],
    "enforcement_fees_due": "0.00",
}
DEDUCT: dict[str, Any] = {
    "id": "d1",
    "on": "2026-04-30",
    "frequency": "M",
    "normal_deduction_rate": "150.00",
    "periods": "1",
    "net_earnings": "1200.00",
    "shortfall_brought_forward": "0.00",
    "carry": "CARRY",
    "admin_charge": "1.00",
}
BAD_MONEY = [
    "1e3",
    "١٢",
    "-1",
    "NaN",
    "Infinity",
    "",
    " 1",
    "1.",
    ".5",
    "1,000",
    "£1",
    "+1",
    "0x1",
    "1" * 20,
    5,
    5.0,
    True,
    [],
    {},
]
BAD_PENCE = [*BAD_MONEY, "1.005", None]
BAD_COUNT = [-1, 100, 1.0, "1", True, None, [], {}, 10**30]
BAD_NIGHTS = [-1, 367, 1.5, "1", True, None, []]
BAD_DAY = [
    "2026-02-30",
    "20260401",
    "2026-W14-3",
    "1 April 2026",
    "2012-12-09",
    "0001-01-01",
    "",
    20260401,
    None,
    True,
    "2026-04-01T00:00",
]
BAD_CHOICE: list[Any] = ["XX", "gb", None, 1, True, [], {}]
BAD_TEXT = ["", "  ", 5, None, True, [], {}]
BAD_LIST: list[Any] = [[], {}, None, "A", 5, [None], ["A"], [5]]

CASES: list[tuple[str, tuple[Any, ...], list[Any]]] = [
    ("assess", ("id",), [None, True, 1.5, [], {}]),
    ("assess", ("territory",), BAD_CHOICE),
    ("assess", ("on",), BAD_DAY),
    ("assess", ("gross_weekly_income",), [*BAD_MONEY, "Unknown"]),
    ("assess", ("benefit",), [*BAD_CHOICE, "44"]),
    ("assess", ("nil_reason",), [*BAD_CHOICE, "student"]),
    ("assess", ("receiving_parents",), BAD_LIST),
    ("assess", ("receiving_parents", 0, "ref"), BAD_TEXT),
    ("assess", ("receiving_parents", 0, "children"), BAD_LIST),
    ("assess", ("receiving_parents", 0, "children", 0, "nights"), BAD_NIGHTS),
    ("assess", ("receiving_parents", 0, "children", 0, "local_authority_nights"), BAD_NIGHTS),
    ("assess", ("relevant_other_children",), BAD_COUNT),
    ("assess", ("other_arrangement_children",), BAD_COUNT),
    ("assess", ("special_expenses_weekly",), BAD_PENCE),
    ("assess", ("additional_income_weekly",), BAD_PENCE),
    ("split", ("id",), [None, False, []]),
    ("split", ("on",), [*BAD_DAY, "2014-08-10"]),
    ("split", ("received",), BAD_PENCE),
    ("split", ("collection_fee",), [0, 1, "true", None, []]),
    ("split", ("receiving_parents",), BAD_LIST),
    ("split", ("receiving_parents", 0, "ref"), BAD_TEXT),
    ("split", ("receiving_parents", 0, "due"), BAD_PENCE),
    ("split", ("receiving_parents", 0, "arrears"), BAD_PENCE),
    ("split", ("receiving_parents", 0, "arrears_instalment"), BAD_PENCE),
    ("split", ("enforcement_fees_due",), BAD_PENCE),
    ("deduct", ("on",), BAD_DAY),
    ("deduct", ("frequency",), [*BAD_CHOICE, "1W", "Q"]),
    ("deduct", ("normal_deduction_rate",), BAD_PENCE),
    ("deduct", ("periods",), [*BAD_MONEY, "61", "1/2"]),
    ("deduct", ("net_earnings",), BAD_PENCE),
    ("deduct", ("shortfall_brought_forward",), BAD_PENCE),
    ("deduct", ("carry",), [*BAD_CHOICE, "carry"]),
    ("deduct", ("admin_charge",), BAD_PENCE),
    ("deduct", ("protected_earnings",), BAD_PENCE),
]
LINES = {"assess": ASSESS, "split": SPLIT, "deduct": DEDUCT}


def answers(command: str, *lines: bytes) -> tuple[list[dict[str, Any]], int]:
    out = io.StringIO()
    status = run(command, io.BytesIO(b"\n".join(lines) + b"\n"), out)
    return [json.loads(line) for line in out.getvalue().splitlines()], status


def one(command: str, line: Any) -> dict[str, Any]:
    found, status = answers(command, json.dumps(line).encode())
    assert len(found) == 1
    assert status == (1 if "error" in found[0] else 0)
    return found[0]


def changed(line: dict[str, Any], path: tuple[Any, ...], value: Any) -> dict[str, Any]:
    copy = json.loads(json.dumps(line))
    inner = copy
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    return dict(copy)


def name_of(path: tuple[Any, ...]) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).lstrip(".")


@pytest.mark.parametrize(
    ("command", "path", "value"), [(command, path, value) for command, path, values in CASES for value in values]
)
def test_a_wrong_value_is_named(command: str, path: tuple[Any, ...], value: Any) -> None:
    found = one(command, changed(LINES[command], path, value))
    assert set(found) == {"id", "error"}, found
    assert found["error"]["field"].startswith(name_of(path))
    assert found["error"]["message"]


@pytest.mark.parametrize("command", sorted(LINES))
def test_the_line_itself_is_right(command: str) -> None:
    assert "error" not in one(command, LINES[command])


@pytest.mark.parametrize(
    ("command", "name"), [("assess", "id"), ("assess", "on"), ("assess", "receiving_parents"), ("split", "received")]
)
def test_a_missing_field_is_named(command: str, name: str) -> None:
    line = {key: value for key, value in LINES[command].items() if key != name}
    assert one(command, line)["error"] == {"field": name, "message": "is missing"}


@pytest.mark.parametrize(
    "path", [("extra",), ("receiving_parents", 0, "extra"), ("receiving_parents", 0, "children", 0, "extra")]
)
def test_an_unknown_field_is_named(path: tuple[Any, ...]) -> None:
    assert one("assess", changed(ASSESS, path, 1))["error"]["field"] == name_of(path)


def test_income_that_matters_and_is_missing_is_named() -> None:
    for line in (
        changed(ASSESS, ("gross_weekly_income",), None),
        {k: v for k, v in ASSESS.items() if k != "gross_weekly_income"},
    ):
        assert one("assess", line)["error"]["field"] == "gross_weekly_income"


def test_facts_that_contradict_each_other_are_named() -> None:
    both = changed(ASSESS, ("receiving_parents", 0, "children", 0), {"nights": 200, "local_authority_nights": 200})
    assert one("assess", both)["error"]["field"] == "receiving_parents[0].children[0].local_authority_nights"
    twice = changed(ASSESS, ("receiving_parents",), ASSESS["receiving_parents"] * 2)
    assert one("assess", twice)["error"]["field"] == "receiving_parents"


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"not json",
        b"[]",
        b"5",
        b"null",
        b'"x"',
        b"{",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"id": "x", "on": NaN}',
        b"{}" * 2,
        b'{"id":' + b"9" * 5000 + b"}",
    ],
)
def test_a_line_that_is_not_an_object_is_an_error_in_its_place(line: bytes) -> None:
    good = json.dumps(ASSESS).encode()
    found, status = answers("assess", good, line, good)
    assert status == 1
    assert [("error" in answer) for answer in found] == [False, True, False]
    assert found[1]["error"]["field"] in ("line", "on", "id")


def test_a_field_given_twice_is_named() -> None:
    found, _ = answers("assess", b'{"id": "x", "id": "y"}')
    assert found[0]["error"] == {"field": "id", "message": "is given twice"}


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@unhurried
@given(st.sampled_from(sorted(LINES)), st.data(), json_values)
def test_any_value_anywhere_gives_an_answer_or_a_named_error(command: str, data: st.DataObject, value: Any) -> None:
    path = data.draw(st.sampled_from([path for name, path, _ in CASES if name == command]))
    found = one(command, changed(LINES[command], path, value))
    assert "error" not in found or (found["error"]["field"] and found["error"]["message"])


@unhurried
@given(st.binary())
def test_any_bytes_give_one_line_for_each_line(data: bytes) -> None:
    lines = data.split(b"\n")
    out = io.StringIO()
    run("assess", io.BytesIO(data), out)
    assert len(out.getvalue().splitlines()) == len(lines) - (1 if lines[-1] == b"" else 0)
