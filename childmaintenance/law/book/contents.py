"""Reading the rulebook out of its own files, so that the book cannot say anything else than the rules do."""

import ast
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, get_args

from childmaintenance import law
from childmaintenance.law.book.pieces import Piece, pieces
from childmaintenance.law.examples import Example, examples
from childmaintenance.law.provision import LAW, Figures, History
from childmaintenance.law.readings import Readings
from childmaintenance.law.sentences.catalogue import catalogue, notes
from childmaintenance.values import Citation, Territory

ORDER: dict[str, dict[str, Any]] = tomllib.loads(Path(__file__).with_name("order.toml").read_text(encoding="utf-8"))
PARTS: dict[str, str] = {part: table["title"] for part, table in ORDER.items()}
SEVERAL = re.compile(r"\b(s|reg|art|para)s ")
NOTED = re.compile(r"reasons\.note\(\s*\"(\w+)\"")


@dataclass(frozen=True, slots=True)
class Rule:
    """One file of the law: what it is, where it is written, how it is computed, its figures and its examples."""

    room: str
    part: str
    title: str
    text: str
    says: tuple[Citation, ...]
    code: str
    figures: tuple[History, ...]
    examples: tuple[Example, ...]
    pieces: tuple[Piece, ...]
    leans_on: tuple[str, ...]  # the rules whose words or figures it takes in
    workings: str  # why it is no rule but serves the rules; empty where it is one
    no_figure: str  # why a rule has no figure of its own
    notes: tuple[str, ...]  # the notes that it may put on a result


@dataclass(frozen=True, slots=True)
class NotModelled:
    """A provision that no rule carries out, and why."""

    says: Citation
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Doubted:
    """A note that a result may carry: the provision, why, and the choices where it is a named reading."""

    key: str
    says: Citation
    why: str
    reading: str
    choices: tuple[str, ...]
    rooms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """The whole of it."""

    edition: str
    rules: tuple[Rule, ...]
    not_modelled: tuple[NotModelled, ...]
    doubted: tuple[Doubted, ...]

    def index(self, territory: Territory) -> dict[str, tuple[str, ...]]:
        """From each provision of a territory to the rules that carry it out."""
        found: dict[str, set[str]] = {}
        for rule in self.rules:
            for citation in rule.says:
                for provision in provisions(citation.in_(territory)):
                    found.setdefault(provision, set()).add(rule.room)
        return {provision: tuple(sorted(found[provision])) for provision in sorted(found, key=in_order)}


def read_book() -> Book:
    """The book of this edition."""
    shown = examples()
    rules = [_rule(part, LAW / part / f"{name}.py", shown) for part in ORDER for name in ORDER[part]["rules"]]
    return Book(law.RULEBOOK, tuple(rules), tuple(_not_modelled()), tuple(_doubted(rules)))


def provisions(reference: str) -> list[str]:
    """The single provisions that a reference names, each with its instrument."""
    return [piece.strip() for piece in reference.split(";") if piece.strip()]


def in_order(provision: str) -> list[tuple[int, str]]:
    """Regulation 9 before regulation 10, several regulations with their first, and Schedules after sections."""
    plain = SEVERAL.sub(r"\1 ", provision).replace("Sch", "\uffff")
    return [(int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"([0-9]+)", plain)]


def _rule(part: str, path: Path, shown: list[Example]) -> Rule:
    room = f"{part}/{path.stem}"
    module = import_module(f"childmaintenance.law.{part}.{path.stem}")
    source = path.read_text(encoding="utf-8")
    title, _, text = (ast.get_docstring(ast.parse(source)) or "").partition("\n")
    figures = Figures.register.get(room)
    histories = tuple(figures.histories.values()) if figures else ()
    says = {citation: None for history in histories for citation in (history.says,)}
    says.update(dict.fromkeys(_citations(module)))
    own = tuple(
        example for example in shown if example.room == room and example.territory is _first_territory(example, shown)
    )
    apart = _apart()
    return Rule(
        room=room,
        part=part,
        title=title,
        text=text.strip(),
        says=tuple(says),
        code=source,
        figures=histories,
        examples=own,
        pieces=pieces(source),
        leans_on=tuple(_leans_on(source)),
        workings=apart["workings"].get(room, ""),
        no_figure=apart["no_figure"].get(room, ""),
        notes=tuple(dict.fromkeys(NOTED.findall(source))),
    )


def _leans_on(source: str) -> Iterator[str]:
    """The rules that a file takes something from, once each."""
    rooms = {f"childmaintenance.law.{part}.{name}": f"{part}/{name}" for part in ORDER for name in ORDER[part]["rules"]}
    found: dict[str, None] = {}
    for node in ast.parse(source).body:
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
            found.update((rooms[name], None) for name in names if name in rooms)
    yield from found


def _apart() -> dict[str, dict[str, str]]:
    return tomllib.loads((Path(__file__).parent / "apart.toml").read_text(encoding="utf-8"))


def _doubted(rules: list[Rule]) -> Iterator[Doubted]:
    choices = {field.name: get_args(field.type) for field in fields(Readings)}
    for key, note in notes().items():
        says = Citation(gb=note["says"]["GB"], ni=note["says"]["NI"])
        rooms = tuple(rule.room for rule in rules if key in rule.notes)
        why = str(catalogue("en")["notes"][key])
        yield Doubted(key, says, why, note["reading"], choices.get(note["reading"], ()), rooms)


def _first_territory(example: Example, shown: list[Example]) -> Territory:
    """An example that holds in both territories is printed once."""
    return next(other.territory for other in shown if (other.room, other.title) == (example.room, example.title))


def _citations(module: ModuleType) -> Iterator[Citation]:
    """The references that a rule keeps by name, alone or in a table."""
    for name, value in vars(module).items():
        if name.isupper():
            yield from _inside(value)


def _inside(value: Any) -> Iterator[Citation]:
    if isinstance(value, Citation):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _inside(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from _inside(part)


def _not_modelled() -> Iterator[NotModelled]:
    tables = tomllib.loads((Path(__file__).parent / "not_modelled.toml").read_text(encoding="utf-8"))
    for row in tables["provision"]:
        yield NotModelled(Citation(gb=row["GB"], ni=row["NI"]), row["what"], row["why"])
