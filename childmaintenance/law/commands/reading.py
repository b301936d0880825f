"""Reading one line strictly: every field of its kind, none unknown, and an error that names the one that is wrong."""

import json
import re
from collections.abc import Callable
from datetime import date
from enum import Enum
from typing import Any, TypeVar

from childmaintenance.law.provision import BadFact, MissingFact, NoRateInForce
from childmaintenance.values import Money

PENCE = re.compile(r"[0-9]{1,12}(\.[0-9]{1,2})?\Z", re.ASCII)
EXACT = re.compile(r"[0-9]{1,12}(\.[0-9]{1,30})?\Z", re.ASCII)
ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z", re.ASCII)
LONGEST_LINE = 1_000_000

Found = TypeVar("Found")
Choice = TypeVar("Choice", bound=Enum)


class Unreadable(Exception):
    """What is wrong with a line: the field, and a message for the person who wrote it."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(f"{field}: {message}")
        self.field, self.message = field, message


class Fields:
    """The fields of one object, taken one by one; `finish` refuses what nobody took."""

    def __init__(self, given: dict[str, Any], within: str = "") -> None:
        self._given, self._within = given, within
        self._taken: set[str] = set()

    @property
    def identity(self) -> Any:
        """The id of the line, which comes back with the answer."""
        return self._given.get("id")

    def path(self, name: str) -> str:
        """The field with the objects it is in, such as receiving_parents[0].ref."""
        return f"{self._within}{name}"

    def has(self, name: str) -> bool:
        return name in self._given

    def take(self, name: str) -> Any:
        """A field that must be there."""
        self._taken.add(name)
        if name not in self._given:
            raise Unreadable(self.path(name), "is missing")
        return self._given[name]

    def text(self, name: str) -> str:
        value = self.take(name)
        if not isinstance(value, str) or not value.strip():
            raise Unreadable(self.path(name), "must be text that is not empty")
        return value

    def money(self, name: str, default: str | None = None, *, exact: bool = False) -> Money:
        """Pounds as text; only an exact amount may have more than two decimals."""
        value = self._or(name, default)
        if not isinstance(value, str) or not (EXACT if exact else PENCE).match(value):
            raise Unreadable(
                self.path(name),
                'must be pounds in text, such as "12.34", with no sign and at most two decimals'
                if not exact
                else 'must be pounds in text, such as "498.63", with no sign',
            )
        return Money.of(value)

    def decimal(self, name: str, default: str | None = None) -> str:
        """A plain decimal number as text, which is no amount of money."""
        value = self._or(name, default)
        if not isinstance(value, str) or not EXACT.match(value):
            raise Unreadable(self.path(name), 'must be a number in text, such as "1" or "0.75", with no sign')
        return value

    def number(self, name: str, default: int | None = None, *, most: int = 99) -> int:
        value = self._or(name, default)
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= most:
            raise Unreadable(self.path(name), f"must be a whole number from 0 to {most}")
        return value

    def day(self, name: str, default: str | None = None) -> date:
        value = self._or(name, default)
        if isinstance(value, str) and ISO_DATE.match(value):
            try:
                return date.fromisoformat(value)
            except ValueError:
                pass
        raise Unreadable(self.path(name), 'must be a date such as "2026-04-01"')

    def flag(self, name: str, default: bool | None = None) -> bool:
        value = self._or(name, default)
        if not isinstance(value, bool):
            raise Unreadable(self.path(name), "must be true or false")
        return value

    def choice(self, name: str, kind: type[Choice], default: str | None = None) -> Choice:
        value = self._or(name, default)
        for member in kind:
            if isinstance(value, str) and member.value == value:
                return member
        raise Unreadable(self.path(name), f"must be one of {', '.join(member.value or '(empty)' for member in kind)}")

    def objects(self, name: str, read: "Callable[[Fields], Found]", *, at_least_one: bool = True) -> tuple[Found, ...]:
        """A list of objects, each read by the same function and finished."""
        value = self.take(name)
        if not isinstance(value, list) or (at_least_one and not value):
            raise Unreadable(self.path(name), "must be a list that is not empty" if at_least_one else "must be a list")
        return tuple(read_object(part, f"{self.path(name)}[{place}]", read) for place, part in enumerate(value))

    def object(self, name: str, read: "Callable[[Fields], Found]") -> Found:
        """One object, read by a function and finished."""
        return read_object(self.take(name), self.path(name), read)

    def finish(self) -> None:
        """Refuse a field that the command does not know."""
        for name in self._given:
            if name not in self._taken:
                raise Unreadable(self.path(name), "is not a field of this command")

    def _or(self, name: str, default: Any) -> Any:
        self._taken.add(name)
        return self.take(name) if default is None else self._given.get(name, default)


def read_object(part: Any, path: str, read: Callable[[Fields], Found]) -> Found:
    """One object inside a line; a fact that cannot be true is named with its place."""
    if not isinstance(part, dict):
        raise Unreadable(path, "must be an object")
    fields = Fields(part, f"{path}.")
    found = checked(lambda: read(fields), f"{path}.")
    fields.finish()
    return found


def checked(make: Callable[[], Found], within: str = "", *, day: str = "on") -> Found:
    """What the law refuses, as an error of the line; `day` is the field that says which day's law is asked for."""
    try:
        return make()
    except BadFact as wrong:
        raise Unreadable(f"{within}{wrong.field}", wrong.message) from wrong
    except MissingFact as wrong:
        raise Unreadable(f"{within}{wrong.field}", "is needed here and is not known") from wrong
    except NoRateInForce as wrong:
        raise Unreadable(f"{within}{day}", str(wrong)) from wrong


def read_line(line: bytes) -> Fields:
    """A line as one JSON object with an id."""
    if len(line) > LONGEST_LINE:
        raise Unreadable("line", "is too long")
    try:
        given = json.loads(line.decode("utf-8"), object_pairs_hook=_once_each, parse_constant=_no_constant)
    except Unreadable:
        raise
    except (ValueError, RecursionError) as wrong:
        raise Unreadable("line", "must be one JSON object in UTF-8") from wrong
    if not isinstance(given, dict):
        raise Unreadable("line", "must be one JSON object in UTF-8")
    return with_id(given)


def with_id(given: dict[str, Any]) -> Fields:
    """The fields of a line whose id has been looked at."""
    fields = Fields(given)
    identity = fields.take("id")
    if isinstance(identity, bool) or not isinstance(identity, (str, int)):
        raise Unreadable("id", "must be text or a whole number")
    return fields


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise Unreadable(name, "is given twice")
        found[name] = value
    return found


def _no_constant(name: str) -> Any:
    raise Unreadable("line", f"{name} is not a number that JSON knows")
