"""The examples beside the rules: each comes out, and each figure has one that depends on it."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from childmaintenance.law.examples import Example, examples, outcome
from childmaintenance.law.provision import Figures, History, Row, Scenario
from childmaintenance.law.tests.rooms import load_every_rule

load_every_rule()
EXAMPLES = examples()
LISTS = frozenset({"44(1)", "44(2)", "none"})


def name_of(example: Example) -> str:
    return f"{example.room}-{example.territory.value}-{example.title}"


@pytest.mark.parametrize("example", EXAMPLES, ids=name_of)
def test_an_example_comes_out_as_it_says(example: Example) -> None:
    assert outcome(example) == example.answer


@pytest.mark.parametrize("example", [example for example in EXAMPLES if example.shows], ids=name_of)
def test_changing_a_figure_changes_every_example_that_shows_it(example: Example) -> None:
    for figure in example.shows:
        row = Figures.register[example.room].histories[figure].row_on(example.on, example.territory)
        assert any(changed(example, figure, other) for other in variants(row.of)), figure


def changed(example: Example, figure: str, of: Any) -> bool:
    laid_over = Row(starts=example.on, of=of, territory=example.territory)
    scenario = Scenario("a figure changed", {(example.room, figure): (laid_over,)})
    try:
        return bool(outcome(example, scenario) != example.answer)
    except Exception:
        return True


def variants(of: Any) -> Iterator[Any]:
    """The figure with one of its numbers moved, up and down, near and far."""
    if isinstance(of, list):
        for place, part in enumerate(of):
            for other in variants(part):
                yield [*of[:place], other, *of[place + 1 :]]
    elif isinstance(of, dict):
        for key, part in of.items():
            for other in variants(part):
                yield {**of, key: other}
    elif isinstance(of, bool):
        yield not of
    elif isinstance(of, int):
        yield from (of + 1, of - 1, of * 2 + 10, of // 2)
    elif isinstance(of, Fraction):
        yield from (of + 1, of / 2)
    elif of in LISTS:
        yield from LISTS - {of}
    elif isinstance(of, str) and of[:1].isdigit():
        yield str(Fraction(of) / 2)
        yield str(Fraction(of) * 2)


def eras(history: History) -> list[date]:
    return sorted({row.starts for row in history.rows})


@pytest.mark.parametrize("room", sorted(Figures.register))
def test_every_figure_has_an_example_for_each_time_it_changed(room: str) -> None:
    for name, history in Figures.register[room].histories.items():
        starts = eras(history)
        for first, after in zip(starts, [*starts[1:], date.max], strict=True):
            shown = [
                example
                for example in EXAMPLES
                if example.room == room and name in example.shows and first <= example.on < after
            ]
            assert shown, f"{room} {name} from {first} has no example"


def test_every_rule_has_an_example() -> None:
    assert set(Figures.register) <= {example.room for example in EXAMPLES}
