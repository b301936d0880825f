"""An answer is believed whole or not at all: whatever is changed in it, nothing half-true comes out."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as any_

from childmaintenance.portals.machines.hmrc.reading import POUNDS, read_answer
from childmaintenance.portals.machines.hmrc.stand_in.answers import right_answer, to_bytes
from childmaintenance.portals.machines.hmrc.stand_in.people import Taxpayer
from childmaintenance.portals.machines.hmrc.words import HmrcWrong, IncomeReport, Person

from .conftest import GARETH, ON, PEOPLE

CORRELATION = "6a0a55ac-52f2-4a2a-8a9c-5b0c1c9d6f10"
RIGHT = json.loads(to_bytes(right_answer(Taxpayer.from_json(PEOPLE[0]), "2025-26", CORRELATION)))


def read(answer: Any, person: Person = GARETH, on: date = ON) -> IncomeReport:
    return read_answer(json.dumps(answer).encode(), person=person, requested_on=on, correlation=CORRELATION)


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place in a JSON value."""
    yield path
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from places(inner, (*path, key))
    if isinstance(value, list):
        for number, inner in enumerate(value):
            yield from places(inner, (*path, number))


def with_change(path: tuple[Any, ...], to: Any) -> Any:
    if not path:
        return to
    changed = copy.deepcopy(RIGHT)
    inside = changed
    for step in path[:-1]:
        inside = inside[step]
    inside[path[-1]] = to
    return changed


def test_the_right_answer_is_read() -> None:
    assert read(RIGHT).tax_year == "2025-26"


@pytest.mark.parametrize("path", [path for path in places(RIGHT) if path])
def test_every_field_is_needed(path: tuple[Any, ...]) -> None:
    changed = copy.deepcopy(RIGHT)
    inside = changed
    for step in path[:-1]:
        inside = inside[step]
    del inside[path[-1]]
    with pytest.raises(HmrcWrong):
        read(changed)


@pytest.mark.parametrize("path", list(places(RIGHT)))
@given(
    to=any_.none() | any_.booleans() | any_.integers() | any_.text(max_size=12) | any_.lists(any_.none(), max_size=2)
)
def test_any_other_content_is_refused_or_means_what_it_says(path: tuple[Any, ...], to: Any) -> None:
    assume(not isinstance(to, str) or not POUNDS.fullmatch(to))
    changed = with_change(path, to)
    try:
        report = read(changed)
    except HmrcWrong:
        return
    # What is still believed differs only where a name is spelled otherwise or a part is absent.
    assert path[-1] in {"fullName", "selfAssessment"} or changed == RIGHT
    assert report.paye is not None and report.paye.employment == 26_000_10


@pytest.mark.parametrize(
    "amount",
    [
        "26,000.10",
        "£26000.10",
        " 26000.10",
        "26000.1",
        "26000",
        "2.6e4",
        "-0.01",
        "٢٦٠٠٠.١٠",
        "NaN",
        "1" * 10 + ".00",
        "",
        None,
    ],
)
def test_amounts_are_pounds_and_two_digits(amount: Any) -> None:
    with pytest.raises(HmrcWrong, match="not-an-amount"):
        read(with_change(("matches", 0, "paye", "employmentIncome"), amount))


@pytest.mark.parametrize("body", [b"", b"{", b"[" * 100_000, b"\xff\xfe", b"null", b'"yes"', b"NaN"])
def test_bytes_that_are_no_answer(body: bytes) -> None:
    with pytest.raises(HmrcWrong):
        read_answer(body, person=GARETH, requested_on=ON, correlation=CORRELATION)
