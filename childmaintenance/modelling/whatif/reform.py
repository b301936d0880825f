"""Reading a reform: a name, a day, and dated rows laid over the law's figures."""

import tomllib
from dataclasses import dataclass, fields
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

from childmaintenance.law.fees import collection_fee
from childmaintenance.law.provision import Figures, Row, Scenario, read_row
from childmaintenance.modelling.figures import RULES

MODELLED: Final[dict[str, Figures[Any]]] = {rule.room: rule for rule in (*RULES, collection_fee.FIGURES)}


class BadReform(ValueError):
    """The file cannot be read as a reform; the message says where and why."""


@dataclass(frozen=True)
class Reform:
    """Other figures, and the day whose law they are compared with."""

    name: str
    on: date
    scenario: Scenario


def read_reform(path: Path) -> Reform:
    """The reform of a file; raises BadReform for a figure that no amount here depends on, or that cannot be one."""
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Fraction)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadReform(f"{path}: {error}") from error
    name, on = found.pop("name", None), found.pop("on", None)
    if not isinstance(name, str) or not name.strip():
        raise BadReform("A reform needs a name.")
    if type(on) is not date:
        raise BadReform("A reform needs a day, such as: on = 2026-04-01")
    rows: dict[tuple[str, str], tuple[Row, ...]] = {}
    for folder, rules in found.items():
        for rule, figures in _table(folder, rules).items():
            for figure, written in _table(f"{folder}.{rule}", figures).items():
                rows[f"{folder}/{rule}", figure] = _rows(f"{folder}/{rule}", figure, written)
    return Reform(name.strip(), on, Scenario(name.strip(), rows))


def _table(where: str, found: Any) -> dict[str, Any]:
    if not isinstance(found, dict):
        raise BadReform(f"{where} must be a table, such as [liability.flat_rate].")
    return found


def _rows(room: str, figure: str, written: Any) -> tuple[Row, ...]:
    rule = MODELLED.get(room)
    if rule is None:
        raise BadReform(f"No amount here depends on {room}. Those that do: {', '.join(sorted(MODELLED))}.")
    kinds: dict[str, Any] = {field.name: field.type for field in fields(rule.shape)}
    if figure not in kinds:
        raise BadReform(f"{room} has no figure {figure}. It has {', '.join(kinds)}.")
    if not isinstance(written, list) or not written:
        raise BadReform(f"{room} {figure} must be dated rows, such as [{{ from = 2026-04-01, of = 10 }}].")
    try:
        rows = tuple(read_row(row) for row in written)
        for row in rows:
            kinds[figure].read("", row.of)
            if type(row.starts) is not date:
                raise ValueError("from must be a day")
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise BadReform(f"{room} {figure}: {error}") from error
    return rows
