"""Reads the facts for a letter, given as JSON, into the record that the letter's definition lists. Strict on purpose.

The record's fields are the whole list of what may appear in that kind of letter. Anything else is refused, so a new fact reaches
somebody's letter only when a person writes it into the definition.
"""

import datetime as dt
import enum
import types
import typing
import unicodedata
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from typing import Any, NewType, TypeVar

from childmaintenance.correspondence.terms import MissingFact, UnknownFact, UnusableFact

Pence = NewType("Pence", int)
"""Whole pence, nought or more."""

Record = TypeVar("Record")

# Of what cannot be seen only these two belong in names: they join letters, or keep them apart, in several alphabets. The
# others include the marks that turn a line round, which can make a letter read as something else.
_JOINERS = "\u200c\u200d"


def read_facts(record: type[Record], given: Mapping[str, Any], path: str = "") -> Record:
    """The record with these facts. Raises MissingFact, UnknownFact or UnusableFact, each naming the fact and never its value."""
    if not isinstance(given, Mapping):
        raise UnusableFact(f"{path or record.__qualname__} should be named facts")
    wanted = {field.name: field for field in fields(record)}  # type: ignore[arg-type]
    if unknown := sorted(set(given) - wanted.keys()):
        raise UnknownFact(f"there is no place for {', '.join(_at(path, name) for name in unknown)}")
    kinds = typing.get_type_hints(record)
    values = {}
    for name, field in wanted.items():
        optional = field.default is not MISSING or field.default_factory is not MISSING
        if given.get(name) is None:
            if not optional:
                raise MissingFact(f"{_at(path, name)} was not given")
            continue
        values[name] = _read(kinds[name], given[name], _at(path, name), blank=optional)
    return record(**values)


def clean(text: str) -> str:
    """Text as it may stand in a letter: composed, on one line, and without what cannot be seen."""
    composed = unicodedata.normalize("NFC", text)
    spaced = "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in composed)
    kept = "".join(c for c in spaced if c in _JOINERS or unicodedata.category(c) not in ("Cf", "Cs", "Co", "Cn"))
    return " ".join(kept.split())


def isolated(text: str) -> str:
    """The same text; where it is written from right to left, kept from turning the words around it (Unicode FSI and PDI)."""
    if any(unicodedata.bidirectional(letter) in ("R", "AL", "AN") for letter in text):
        return f"\u2068{text}\u2069"
    return text


def _read(kind: Any, value: Any, path: str, *, blank: bool = False) -> Any:
    if typing.get_origin(kind) in (types.UnionType, typing.Union):
        kind = next(choice for choice in typing.get_args(kind) if choice is not types.NoneType)
    if typing.get_origin(kind) is tuple:
        return _read_several(typing.get_args(kind)[0], value, path, blank=blank)
    if kind is Pence:
        return _whole(value, path, least=0)
    if kind is int:
        return _whole(value, path, least=0)
    if kind is bool:
        if isinstance(value, bool):
            return value
        raise UnusableFact(f"{path} should be true or false")
    if kind is str:
        return _text(value, path, blank=blank)
    if kind is dt.date:
        return _day(value, path)
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return _choice(kind, value, path)
    if hasattr(kind, "from_json"):
        return kind.from_json(value, path)
    if is_dataclass(kind):
        return read_facts(kind, value, path)  # type: ignore[arg-type]
    if kind is Any or kind == dict[str, Any]:
        return value
    raise TypeError(f"{path} is declared as {kind!r}, which no letter can hold")


def _read_several(kind: Any, value: Any, path: str, *, blank: bool) -> tuple[Any, ...]:
    if not isinstance(value, list | tuple):
        raise UnusableFact(f"{path} should be a list")
    if not value and not blank:
        raise MissingFact(f"{path} has nothing in it")
    return tuple(_read(kind, item, f"{path}[{place}]") for place, item in enumerate(value))


def _whole(value: Any, path: str, *, least: int) -> int:
    # True is an int to Python; a letter that says £0.01 for "yes" must not be possible.
    if isinstance(value, bool) or not isinstance(value, int) or value < least:
        raise UnusableFact(f"{path} should be a whole number, {least} or more")
    return int(value)


def _text(value: Any, path: str, *, blank: bool) -> str:
    if not isinstance(value, str):
        raise UnusableFact(f"{path} should be text")
    text = clean(value)
    if not text and not blank:
        raise MissingFact(f"{path} is empty")
    return isolated(text)


def _day(value: Any, path: str) -> dt.date:
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value
    if isinstance(value, str):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            pass
    raise UnusableFact(f"{path} should be a date like 2027-01-31")


def _choice(kind: type[enum.Enum], value: Any, path: str) -> enum.Enum:
    try:
        return kind(value)
    except ValueError:
        raise UnusableFact(f"{path} should be one of {', '.join(str(one.value) for one in kind)}") from None


def _at(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
