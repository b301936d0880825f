"""A receipt computes again anywhere, and shows the first place that was altered."""

import io
import json
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from childmaintenance import law
from childmaintenance.law.command_line import run
from childmaintenance.law.receipt import first_difference, make_receipt, seal_of
from childmaintenance.law.tests.test_bad_input import ASSESS, DEDUCT, SPLIT
from childmaintenance.law.tests.test_timeline import LINE

GIVEN: dict[str, dict[str, Any]] = {
    name: {key: value for key, value in line.items() if key != "id"}
    for name, line in {"assess": ASSESS, "deduct": DEDUCT, "split": SPLIT, "timeline": LINE}.items()
}


def ran(command: str, line: dict[str, Any], language: str | None = None) -> tuple[str, int]:
    out = io.StringIO()
    status = run(command, io.BytesIO(json.dumps(line).encode()), out, language)
    return out.getvalue(), status


def checked(receipt: Any) -> tuple[dict[str, Any], int]:
    text, status = ran("check", {"id": "c", "receipt": receipt})
    return json.loads(text), status


@pytest.mark.parametrize("command", sorted(GIVEN))
def test_a_receipt_of_any_command_matches(command: str) -> None:
    text, status = ran("receipt", {"id": "r", "command": command, "given": GIVEN[command]})
    receipt = json.loads(text)["receipt"]
    assert (status, receipt["rulebook"], receipt["command"]) == (0, law.RULEBOOK, command)
    assert checked(receipt) == ({"id": "c", "matches": True, "made_by": law.RULEBOOK, "checked_by": law.RULEBOOK}, 0)


def sealed(receipt: dict[str, Any]) -> dict[str, Any]:
    body = {part: value for part, value in receipt.items() if part != "seal"}
    return {**body, "seal": seal_of(body)}


def test_an_altered_receipt_breaks_its_seal() -> None:
    receipt = make_receipt("assess", GIVEN["assess"])
    receipt["answer"]["total"] = "59.99"
    found, status = checked(receipt)
    body = {part: value for part, value in receipt.items() if part != "seal"}
    broken = {"where": "seal", "receipt": receipt["seal"], "rules": seal_of(body)}
    assert (found["matches"], found["first_difference"], status) == (False, broken, 1)


def test_a_seal_is_the_same_however_the_file_was_laid_out_and_for_ever() -> None:
    """Receipts are kept for decades: another way of sealing would call each of them altered."""
    canonical = b'{"a":{"x":"\\u00a37","y":[1,2]},"b":null}'
    assert seal_of({"b": None, "a": {"y": [1, 2], "x": "£7"}}) == sha256(canonical).hexdigest()


def test_a_wrong_figure_under_a_new_seal_is_shown_where_it_stands() -> None:
    receipt = make_receipt("assess", GIVEN["assess"])
    receipt["answer"]["reasons"][0]["inputs"]["percent"] = "11"
    found, _ = checked(sealed(receipt))
    assert found["first_difference"] == {"where": "reasons[0].inputs.percent", "receipt": "11", "rules": "12"}
    for language, word in (("en", "does not match"), ("cy", "Nid yw'n cyd-fynd")):
        text, status = ran("check", {"id": "c", "receipt": sealed(receipt)}, language)
        assert (word in text, status) == (True, 1)


def test_a_receipt_of_another_edition_is_computed_by_ours_and_says_so() -> None:
    receipt = make_receipt("assess", GIVEN["assess"])
    receipt["rulebook"] = "2020-01-01.000000000000"
    found, status = checked(sealed(receipt))
    assert (found["matches"], found["made_by"], status) == (True, "2020-01-01.000000000000", 0)


@given(st.data())
@settings(max_examples=60)
def test_any_change_of_an_answer_is_found(data: st.DataObject) -> None:
    receipt = json.loads(json.dumps(make_receipt("split", GIVEN["split"])))
    inner = receipt["answer"]
    path = ""
    while isinstance(inner, (dict, list)) and inner:
        step = data.draw(st.sampled_from(sorted(inner) if isinstance(inner, dict) else list(range(len(inner)))))
        path += f"[{step}]" if isinstance(inner, list) else f".{step}"
        outer, inner = inner, inner[step]
    outer[step] = "altered"
    found, _ = checked(sealed(receipt))
    assert found["first_difference"]["where"] == path.lstrip(".")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"kind": "other"}, "receipt.kind"),
        ({"command": "rm"}, "receipt.command"),
        ({"command": ["assess"]}, "receipt.command"),
        ({"given": None}, "receipt.given"),
        ({"answer": 5}, "receipt.answer"),
        ({"seal": 5}, "receipt.seal"),
        ({"extra": 1}, "receipt.extra"),
    ],
)
def test_what_is_no_receipt_is_named(change: dict[str, Any], field: str) -> None:
    found, status = checked(
        sealed({**make_receipt("assess", GIVEN["assess"]), **change})
        if "seal" not in change
        else {**make_receipt("assess", GIVEN["assess"]), **change}
    )
    assert (found["error"]["field"], status) == (field, 1)


@pytest.mark.parametrize("part", ["kind", "rulebook", "command", "given", "answer", "seal"])
def test_a_missing_part_is_named(part: str) -> None:
    receipt = {key: value for key, value in make_receipt("assess", GIVEN["assess"]).items() if key != part}
    assert checked(receipt)[0]["error"] == {"field": f"receipt.{part}", "message": "is missing"}


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ({"command": "assess", "given": {}}, "on"),
        ({"command": "assess", "given": []}, "given"),
        ({"command": "check", "given": {}}, "command"),
        ({"command": "assess", "given": {"id": "x"}}, "given.id"),
        ({"command": 5, "given": {}}, "command"),
    ],
)
def test_a_receipt_cannot_be_made_of_a_wrong_line(line: dict[str, Any], field: str) -> None:
    text, status = ran("receipt", {"id": "r", **line})
    assert (json.loads(text)["error"]["field"], status) == (field, 1)


def test_the_first_difference_knows_kinds_and_lengths() -> None:
    assert first_difference({"a": 1}, {"a": True}) == ("a", 1, True)
    assert first_difference([1], [1, 2]) == ("[1]", None, 2)
    assert first_difference([1, 2], [1]) == ("[1]", 2, None)
    assert first_difference({"a": 1, "b": 2}, {"a": 1}) == ("b", 2, None)
    assert first_difference({"a": 1}, {"a": 1, "b": {"c": 2}}) == ("b", None, {"c": 2})
    assert first_difference({"a": [{"b": None}]}, {"a": [{"b": None}]}) is None
