"""The interface and the command line answer alike, for every published example and for any line at all."""

import io
import json
from typing import Any

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from childmaintenance import law
from childmaintenance.law.command_line import run
from childmaintenance.law.tests.published import rows
from childmaintenance.portals.developers.interface.examples import ASSESS, REQUESTS
from childmaintenance.portals.developers.interface.limits import everybody

ADDRESS = "/api/v1/"


# The commands take variations in whole pence; the rows with a yearly figure divided by 52 are for the function alone.
PUBLISHED = [row for row in rows("assessments") if len(row["special_expenses_weekly"].partition(".")[2]) <= 2]


def by_the_interface(name: str, line: Any) -> Any:
    """The answer of the interface; a problem as the command line would say it."""
    found = Client(raise_request_exception=True).post(ADDRESS + name, json.dumps(line), content_type="application/json")
    told = found.json()
    if found.status_code == 200:
        assert found["Rulebook"] == law.RULEBOOK
        return told
    assert found.status_code == 422, told
    return {"id": told.get("id"), "error": {"field": told["field"], "message": told["message"]}}


def by_the_command(name: str, line: Any) -> Any:
    out = io.StringIO()
    run(name, io.BytesIO(json.dumps(line).encode()), out)
    return json.loads(out.getvalue())


def assessments() -> list[dict[str, Any]]:
    return [
        {
            "id": row["id"],
            "territory": row["jurisdiction"],
            "on": row["date"],
            "gross_weekly_income": row["gross_weekly_income"] or None,
            "benefit": row["on_flat_rate_benefit"],
            "nil_reason": row["nil_rate_reason"],
            "receiving_parents": [
                {
                    "ref": parent["rp"],
                    "children": [
                        {"nights": child["nights"], "local_authority_nights": child.get("la_nights", 0)}
                        for child in parent["children"]
                    ],
                }
                for parent in json.loads(row["qualifying_children"])
            ],
            "relevant_other_children": int(row["relevant_other_children"]),
            "other_arrangement_children": int(row["other_maintenance_children"]),
            "special_expenses_weekly": row["special_expenses_weekly"],
            "additional_income_weekly": row["additional_income_weekly"],
        }
        for row in PUBLISHED
    ]


def deductions() -> list[dict[str, Any]]:
    return [
        {
            "id": row["id"],
            "on": "2026-04-30",
            "frequency": row["pay_frequency"] if row["pay_frequency"] in ("W", "2W", "4W", "M") else "M",
            "normal_deduction_rate": row["ndr"],
            "periods": row["k"] or "1",
            "net_earnings": row["net_earnings"],
            "shortfall_brought_forward": row["shortfall_bf"] or "0.00",
            "carry": "REPORT" if row["mode"] == "REPORT" else "CARRY",
            "admin_charge": row["admin_requested"] or "0.00",
        }
        for row in rows("deductions")
        if row["net_earnings"]
    ]


def splits() -> list[dict[str, Any]]:
    return [
        {
            "id": row["id"],
            "on": "2026-04-30",
            "received": row["gross_received"],
            "collection_fee": row["policy"] == "FEES",
            "receiving_parents": [{"ref": "A", "due": row["to_ongoing_maintenance"] or "0.00"}],
        }
        for row in rows("allocations")
        if row["gross_received"]
    ]


@pytest.mark.parametrize(
    ("name", "lines"), [("assess", assessments()), ("deduct", deductions()), ("split", splits())], ids=lambda part: ""
)
def test_every_published_example_gets_the_same_answer_at_both_doors(name: str, lines: list[dict[str, Any]]) -> None:
    for line in lines:
        everybody.clear()
        here = by_the_interface(name, line)
        assert "error" not in here, here
        assert here == by_the_command(name, line)


def test_a_published_assessment_comes_out_as_published() -> None:
    for line, row in zip(assessments(), PUBLISHED, strict=True):
        everybody.clear()
        assert by_the_interface("assess", line)["weekly"] == json.loads(row["expected_weekly_per_receiving_parent"])


@pytest.mark.parametrize("name", sorted(REQUESTS))
def test_the_examples_that_we_show_are_answered_alike(name: str) -> None:
    here = by_the_interface(name, REQUESTS[name])
    assert "error" not in here
    assert here == by_the_command(name, REQUESTS[name])


def test_a_receipt_is_made_and_checked() -> None:
    receipt = by_the_interface("receipt", REQUESTS["receipt"])["receipt"]
    found = by_the_interface("check", {"id": 1, "receipt": receipt})
    assert found == {"id": 1, "matches": True, "made_by": law.RULEBOOK, "checked_by": law.RULEBOOK}
    receipt["answer"]["total"] = "1.00"
    found = by_the_interface("check", {"id": 1, "receipt": receipt})
    assert (found["matches"], found["first_difference"]["where"]) == (False, "seal")


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=10,
)


@settings(max_examples=60, deadline=None)
@given(name=st.sampled_from(sorted(REQUESTS)), data=st.data(), value=json_values)
def test_a_wrong_value_anywhere_is_named_alike_at_both_doors(name: str, data: st.DataObject, value: Any) -> None:
    everybody.clear()
    line = json.loads(json.dumps(REQUESTS[name]))
    line[data.draw(st.sampled_from([*sorted(line), "extra"]))] = value
    assert by_the_interface(name, line) == by_the_command(name, line)


def test_the_edition_is_told() -> None:
    found = Client().get(ADDRESS + "rulebook")
    assert found.json()["rulebook"] == law.RULEBOOK
    assert "public" in found["Cache-Control"]


def test_the_description_is_kept_by_caches_and_not_sent_twice() -> None:
    found = Client().get(ADDRESS + "openapi.json")
    assert found.json()["openapi"].startswith("3.1")
    assert "public" in found["Cache-Control"]
    again = Client().get(ADDRESS + "openapi.json", headers={"if-none-match": found["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("status", ["400", "404", "405", "413", "415", "422", "429"])
def test_every_command_declares_its_problems(status: str) -> None:
    told = Client().get(ADDRESS + "openapi.json").json()
    for name in ("assess", "deduct", "split", "timeline", "receipt", "check"):
        assert "application/problem+json" in told["paths"][f"{ADDRESS}{name}"]["post"]["responses"][status]["content"]


def test_nothing_of_a_request_is_kept_set_or_logged(caplog: pytest.LogCaptureFixture) -> None:
    """No database is allowed in this test, so a query would fail it."""
    for body in ({**ASSESS, "id": "Catrin"}, {"id": "Catrin", "on": "Catrin"}):
        found = Client().post(ADDRESS + "assess", json.dumps(body), content_type="application/json")
        assert not found.cookies
        assert found["Cache-Control"] == "no-store"
    assert "Catrin" not in caplog.text


def test_any_site_may_ask_and_never_with_cookies() -> None:
    asked = Client().options(
        ADDRESS + "assess",
        headers={
            "origin": "https://adviser.example",
            "access-control-request-method": "POST",
            "access-control-request-headers": "content-type",
        },
    )
    assert asked.status_code == 204
    assert asked["Access-Control-Allow-Methods"] == "POST"
    answered = Client(enforce_csrf_checks=True).post(
        ADDRESS + "assess",
        json.dumps(ASSESS),
        content_type="application/json",
        headers={"origin": "https://adviser.example"},
    )
    assert answered.status_code == 200
    for found in (asked, answered):
        assert found["Access-Control-Allow-Origin"] == "*"
        assert "Access-Control-Allow-Credentials" not in found


@pytest.mark.parametrize("address", ["rulebook", "openapi.json"])
def test_what_may_be_got_may_be_asked_about(address: str) -> None:
    found = Client().head(ADDRESS + address)
    assert (found.status_code, found.content) == (200, b"")
    assert Client().post(ADDRESS + address).status_code == 405
