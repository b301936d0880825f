"""The only machinery of the law: the figures in force on a day, and what may be missing.

A rule keeps its figures in a `.toml` of dated rows beside it and says their shape in a small frozen dataclass. `Figures` reads
the one through the other. A date before the first row raises `NoRateInForce`: there is no nearest row. A fact that nobody has
given is `UNKNOWN` or None and raises `MissingFact`: it is never nought.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

from childmaintenance.law.figures import Figure
from childmaintenance.values import Citation, Territory

LAW: Final = Path(__file__).parent


class NoRateInForce(LookupError):
    """Nobody has told us the figure for that day and territory."""

    def __init__(self, figure: str, on: date, territory: Territory) -> None:
        super().__init__(f"There is no figure for {figure} in {territory.value} on {on.isoformat()}.")
        self.figure, self.on, self.territory = figure, on, territory


class MissingFact(LookupError):
    """The rule cannot be applied without a fact that nobody has given."""

    def __init__(self, field: str) -> None:
        super().__init__(f"The law needs {field} here, and it is not known.")
        self.field = field


class BadFact(ValueError):
    """A fact that cannot be true; `field` names it and `message` says why."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(f"{field}: {message}")
        self.field, self.message = field, message


class Unknown:
    """A fact that has been asked for and is not known; the service decides without it or not at all."""

    def __repr__(self) -> str:
        return "UNKNOWN"

    def __bool__(self) -> bool:
        raise MissingFact("a fact that is not known")


UNKNOWN: Final = Unknown()


@dataclass(frozen=True)
class Row:
    """One figure from one day, and the instrument that made it."""

    starts: date
    of: Any
    by: str = ""
    territory: Territory | None = None
    source: str = ""
    doubt: str = ""

    def is_for(self, territory: Territory) -> bool:
        return self.territory in (None, territory)


@dataclass(frozen=True)
class History:
    """Everything known of one figure: where it is written and its rows through time."""

    room: str
    name: str
    says: Citation
    unit: str
    rows: tuple[Row, ...]

    def row_on(self, on: date, territory: Territory) -> Row:
        """The newest row that has begun, the last of them where two begin together; raises NoRateInForce where none has."""
        begun = [row for row in self.rows if row.starts <= on and row.is_for(territory)]
        if not begun:
            raise NoRateInForce(f"{self.room} {self.name}", on, territory)
        return sorted(begun, key=lambda row: row.starts)[-1]


@dataclass(frozen=True, eq=False)
class Scenario:
    """Rows laid over the law, to ask what a change would do; never itself the law."""

    name: str
    rows: Mapping[tuple[str, str], tuple[Row, ...]]


class NotYet:
    """Stands where a figure had not begun; whatever is asked of it raises NoRateInForce."""

    __slots__ = ("_none",)

    def __init__(self, none: NoRateInForce) -> None:
        self._none = none

    def __getattr__(self, name: str) -> Any:
        raise self._none


class InForce:
    """The law of one territory on one day, with the figures already looked up."""

    __slots__ = ("on", "resolved", "scenario", "territory")

    def __init__(self, on: date, territory: Territory, scenario: Scenario | None = None) -> None:
        self.on, self.territory, self.scenario = on, territory, scenario
        self.resolved: dict[str, Any] = {}

    def cite(self, citation: Citation) -> str:
        """The reference in this territory."""
        return citation.in_(self.territory)


@lru_cache(maxsize=4096)
def in_force(on: date, territory: Territory, scenario: Scenario | None = None) -> InForce:
    """The law on a day; asked for the same day again, the same object with its figures ready."""
    return InForce(on, territory, scenario)


Shape = TypeVar("Shape")


class Figures(Generic[Shape]):
    """The dated figures beside one rule, read into the shape the rule declares."""

    register: "dict[str, Figures[Any]]" = {}

    def __init__(self, shape: type[Shape], beside: str) -> None:
        self.path = Path(beside).with_suffix(".toml")
        self.room = self.path.relative_to(LAW).with_suffix("").as_posix()
        self.shape = shape
        self._histories: dict[str, History] | None = None
        Figures.register[self.room] = self

    @property
    def histories(self) -> dict[str, History]:
        """Each figure's rows, read once from the file."""
        if self._histories is None:
            self._histories = read_histories(self.path, self.room, {field.name for field in fields(self.shape)})  # type: ignore[arg-type]
        return self._histories

    def under(self, law: InForce) -> Shape:
        """The figures in force; using one that is not known for that day raises NoRateInForce."""
        ready: Shape | None = law.resolved.get(self.room)
        if ready is None:
            ready = law.resolved[self.room] = self._resolve(law)
        return ready

    def _resolve(self, law: InForce) -> Shape:
        """Every figure that has begun; one that has not says so when the rule reaches for it."""
        found: dict[str, Figure | NotYet] = {}
        for field in fields(self.shape):  # type: ignore[arg-type]
            history = self.histories[field.name]
            if law.scenario is not None:
                laid_over = law.scenario.rows.get((self.room, field.name), ())
                history = replace(history, rows=(*history.rows, *laid_over))
            kind: type[Figure] = field.type  # type: ignore[assignment]
            try:
                found[field.name] = kind.read(law.cite(history.says), history.row_on(law.on, law.territory).of)
            except NoRateInForce as none:
                found[field.name] = NotYet(none)
        return self.shape(**found)


def read_histories(path: Path, room: str, names: set[str]) -> dict[str, History]:
    """The figures of one file; it must hold exactly the names its rule declares."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Fraction)
    if set(tables) != names:
        raise ValueError(f"{room}: the rule declares {sorted(names)}, the file holds {sorted(tables)}.")
    return {name: _history(room, name, table) for name, table in tables.items()}


def _history(room: str, name: str, table: dict[str, Any]) -> History:
    rows = tuple(sorted((read_row(row) for row in table["rows"]), key=lambda row: row.starts))
    return History(room, name, Citation(gb=table["says"]["GB"], ni=table["says"]["NI"]), table["unit"], rows)


def read_row(row: dict[str, Any]) -> Row:
    """One dated row as it stands in a file."""
    extra = {key: row[key] for key in ("by", "source", "doubt") if key in row}
    where = Territory(row["in"]) if "in" in row else None
    unknown = set(row) - {"from", "of", "in", *extra}
    if unknown:
        raise ValueError(f"A dated row cannot say {sorted(unknown)}.")
    return Row(starts=row["from"], of=row["of"], territory=where, **extra)
