"""Worked examples kept beside each rule as data, for the tests and for the book.

An example says what is asked (a command such as `assess`, or a function of the law), with what, and what comes out. It names the
figures it shows and either where it was published or the arithmetic that leads to it.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from importlib import import_module
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from childmaintenance.law.command_line import COMMANDS
from childmaintenance.law.commands.reading import with_id
from childmaintenance.law.provision import LAW, InForce, Scenario, in_force
from childmaintenance.law.reasons import Reason, Reasons
from childmaintenance.values import Money, Territory


@dataclass(frozen=True)
class Example:
    """One worked example of one rule in one territory."""

    room: str
    title: str
    ask: str
    on: date
    territory: Territory
    given: Mapping[str, Any]
    answer: Any
    shows: tuple[str, ...]
    because: str


def examples() -> list[Example]:
    """Every example, once for each territory it holds in."""
    found = []
    for path in sorted(LAW.rglob("*.examples.toml")):
        room = path.relative_to(LAW).as_posix().removesuffix(".examples.toml")
        for table in tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Fraction)["example"]:
            found += [_example(room, table, Territory(name)) for name in table.get("in", ("GB", "NI"))]
    return found


def _example(room: str, table: dict[str, Any], territory: Territory) -> Example:
    known = {"title", "ask", "on", "in", "with", "answer", "shows", "arithmetic", "source"}
    if set(table) - known:
        raise ValueError(f"{room}: an example cannot say {sorted(set(table) - known)}.")
    because = table.get("source") or table["arithmetic"]
    shows = tuple(table.get("shows", ()))
    return Example(
        room, table["title"], table["ask"], table["on"], territory, table["with"], table["answer"], shows, because
    )


def outcome(example: Example, scenario: Scenario | None = None) -> Any:
    """What the law says to an example, as plain data with only the parts that the example speaks of."""
    if example.ask in COMMANDS:
        found = _answer(example, scenario)
    else:
        found = plain(_call(example, scenario, Reasons()))
    return only(found, example.answer)


def reasons_of(example: Example) -> tuple[Reason, ...]:
    """The steps that lead to an example's answer; none where what it asks keeps no reasons."""
    if example.ask in COMMANDS:
        return tuple(Reason.from_json(stored) for stored in _answer(example, None)["reasons"])
    reasons = Reasons()
    _call(example, None, reasons)
    return tuple(reasons.kept)


def _answer(example: Example, scenario: Scenario | None) -> dict[str, Any]:
    """What a command answers."""
    line = {"id": "example", "on": example.on.isoformat(), "territory": example.territory.value, **example.given}
    if example.ask != "assess":
        line.pop("territory")
    answer: dict[str, Any] = import_module(COMMANDS[example.ask]).answer(with_id(line), scenario)
    return answer


def _call(example: Example, scenario: Scenario | None, reasons: Reasons) -> Any:
    module, _, name = example.ask.rpartition(".")
    function = getattr(import_module(f"childmaintenance.{module}"), name)
    hints = get_type_hints(function)
    law = in_force(example.on, example.territory, scenario)
    around = {"on": example.on, "territory": example.territory, "scenario": scenario}
    given: dict[str, Any] = {}
    for key, hint in hints.items():
        if hint is InForce:
            given[key] = law
        elif hint is Reasons:
            given[key] = reasons
        elif key in around and key not in example.given:
            given[key] = around[key]
        elif key in example.given:
            given[key] = typed(example.given[key], hint)
    return function(**given)


def typed(value: Any, hint: Any) -> Any:
    """A value of a data file as the type that a function asks for."""
    if get_origin(hint) in (Union, UnionType):
        return _first_that_fits(value, get_args(hint))
    if get_origin(hint) is tuple:
        return tuple(typed(part, get_args(hint)[0]) for part in value)
    if hint is Money:
        return Money.of(value)
    if hint is Fraction:
        return Fraction(value)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(value)
    if isinstance(hint, type) and is_dataclass(hint):
        hints = get_type_hints(hint)
        return hint(**{key: typed(part, hints[key]) for key, part in value.items()})
    return value


def _first_that_fits(value: Any, hints: tuple[Any, ...]) -> Any:
    if value == "none" and type(None) in hints:
        return None
    return typed(value, next(hint for hint in hints if hint is not type(None)))


def plain(value: Any) -> Any:
    """A result of the law as plain data."""
    if isinstance(value, Money):
        return str(value) if value.is_whole_pence else str(value.exact)
    if isinstance(value, Fraction):
        return str(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value
    if isinstance(value, (list, tuple)):
        return [plain(part) for part in value]
    if isinstance(value, Mapping):
        return {key: plain(part) for key, part in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    return value


def only(found: Any, wanted: Any) -> Any:
    """The parts of a result that an example speaks of."""
    if isinstance(wanted, Mapping) and isinstance(found, Mapping):
        return {key: only(found[key], part) for key, part in wanted.items()}
    return found
