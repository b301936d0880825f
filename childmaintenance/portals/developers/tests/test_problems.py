"""Whatever is wrong comes back as a problem in JSON that says what, in English or in Welsh."""

import json
from typing import Any

import pytest
from django.test import Client

from childmaintenance.portals.developers.interface.examples import ASSESS, REQUESTS, TIMELINE
from childmaintenance.portals.developers.interface.limits import LONGEST_REQUEST, MOST
from childmaintenance.portals.developers.interface.rules import TAKES

PREFIX = "/api/v1/"


def posted(name: str, body: Any, **headers: str) -> Any:
    data = body if isinstance(body, bytes) else json.dumps(body)
    return Client().post(PREFIX + name, data, content_type="application/json", headers=headers)


def problem_of(found: Any, status: int) -> dict[str, Any]:
    assert (found.status_code, found["Content-Type"]) == (status, "application/problem+json")
    told: dict[str, Any] = found.json()
    assert (told["status"], told["type"]) == (status, "about:blank")
    assert told["title"] and told["detail"]
    return told


@pytest.mark.parametrize(
    ("body", "status", "field"),
    [
        (b" ", 400, "body"),
        (b"{", 400, "body"),
        (b"\xff", 400, "body"),
        (b"[]", 400, "body"),
        (b"[" * 60_000, 400, "body"),
        (b'{"id": NaN}', 400, "body"),
        ({}, 422, "id"),
        ({"id": 1}, 422, "on"),
        ({**ASSESS, "on": "2012-12-09"}, 422, "on"),
        ({**ASSESS, "gross_weekly_income": 500}, 422, "gross_weekly_income"),
        ({**ASSESS, "name": "Catrin"}, 422, "name"),
        (b'{"id": 1, "id": 2}', 422, "id"),
        ({**ASSESS, "receiving_parents": []}, 422, "receiving_parents"),
        (
            {**ASSESS, "receiving_parents": [{"ref": "A", "children": [{"nights": 367}]}]},
            422,
            "receiving_parents[0].children[0].nights",
        ),
    ],
)
def test_the_field_is_named(body: Any, status: int, field: str) -> None:
    told = problem_of(posted("assess", body), status)
    assert told["field"] == field
    assert told["detail"] == f"{field}: {told['message']}"


def test_the_id_comes_back_with_the_problem_where_it_could_be_read() -> None:
    assert problem_of(posted("assess", {"id": "mine"}), 422)["id"] == "mine"
    assert "id" not in problem_of(posted("assess", {"id": True}), 422)


def test_a_problem_is_told_in_welsh_to_whoever_asks_for_welsh() -> None:
    found = posted("assess", {"id": 1}, **{"accept-language": "cy-GB, en;q=0.5"})
    told = problem_of(found, 422)
    assert (told["title"], told["message"]) == ("Ni ellir defnyddio'r ffeithiau", "mae ar goll")
    assert found["Content-Language"] == "cy"
    assert "Accept-Language" in found["Vary"]
    assert problem_of(posted("assess", {"id": 1}, **{"accept-language": "fr"}), 422)["message"] == "is missing"


@pytest.mark.parametrize("name", sorted(TAKES))
@pytest.mark.parametrize(
    "content_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]
)
def test_only_json_is_read(name: str, content_type: str) -> None:
    problem_of(Client().post(PREFIX + name, "{}", content_type=content_type), 415)


@pytest.mark.parametrize("name", sorted(TAKES))
@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "PATCH", "DELETE", "TRACE"])
def test_a_command_answers_post_alone(name: str, method: str) -> None:
    found = Client().generic(method, PREFIX + name)
    assert (found.status_code, found["Allow"]) == (405, "POST, OPTIONS")
    assert found["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("address", ["/api/v2/assess", "/api/v1/", "/api/v1/assess/", "/api/v1/rm"])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_an_address_that_is_not_there_says_so_in_json(address: str, method: str) -> None:
    problem_of(Client().generic(method, address), 404)


def test_a_request_that_is_too_long_is_refused_before_it_is_read() -> None:
    body = json.dumps({**ASSESS, "id": "x" * LONGEST_REQUEST}).encode()
    problem_of(posted("assess", body), 413)
    fits = json.dumps({**ASSESS, "id": ""}).encode()
    assert (
        posted("assess", json.dumps({**ASSESS, "id": "x" * (LONGEST_REQUEST - len(fits))}).encode()).status_code == 200
    )


@pytest.mark.parametrize(
    ("name", "body", "field"),
    [
        (
            "assess",
            {**ASSESS, "receiving_parents": [{"ref": str(n), "children": [{}]} for n in range(21)]},
            "receiving_parents",
        ),
        (
            "assess",
            {**ASSESS, "receiving_parents": [{"ref": "A", "children": [{}] * 21}]},
            "receiving_parents[0].children",
        ),
        ("timeline", {**TIMELINE, "changes": [{}] * 101}, "changes"),
        (
            "receipt",
            {"id": 1, "command": "timeline", "given": {**TIMELINE, "changes": [{}] * 101}},
            "given.changes",
        ),
    ],
)
def test_a_list_that_would_take_long_is_refused_by_name(name: str, body: dict[str, Any], field: str) -> None:
    told = problem_of(posted(name, body), 422)
    assert told["field"] == field
    assert told["message"] == f"must hold at most {MOST[field.rpartition('.')[2]]} here"
    welsh = problem_of(posted(name, body, **{"accept-language": "cy"}), 422)
    assert welsh["message"].startswith("rhaid iddo gynnwys")


def test_data_nested_without_end_is_refused() -> None:
    deep: dict[str, Any] = {}
    for _ in range(400):
        deep = {"a": deep}
    told = problem_of(posted("receipt", {"id": 1, "command": "assess", "given": deep}), 422)
    assert told["message"] == "is nested too deeply"
    assert told["field"].startswith("given.a.a.")


@pytest.mark.parametrize("name", sorted(REQUESTS))
def test_the_slowest_that_is_allowed_is_answered(name: str) -> None:
    """The longest lists at once; the time is what one caller can take of one process."""
    parents = [{"ref": str(n), "children": [{"nights": 60}] * 20} for n in range(MOST["receiving_parents"])]
    if name == "timeline":
        changes = [
            {
                "cause": "application",
                "applied": f"20{25 + n // 12}-{n % 12 + 1:02}-01",
                "facts": {"relevant_other_children": n % 3},
            }
            for n in range(MOST["changes"])
        ]
        body = {
            **TIMELINE,
            "from": "2024-06-01",
            "until": "2040-01-01",
            "receiving_parents": parents,
            "changes": changes,
        }
    elif name == "assess":
        body = {**ASSESS, "receiving_parents": parents}
    else:
        body = REQUESTS[name]
    assert posted(name, body).status_code == 200
