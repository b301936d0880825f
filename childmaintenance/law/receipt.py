"""A receipt that anybody can check at home: what was given, what came out, by which rules; and whether it still does.

A receipt is plain data. `check` runs the same command over what was given and says that it matches, or names the first place
where it does not. The seal shows a receipt that was altered or cut off on its way; it is no signature, since anybody can
compute it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from childmaintenance import law
from childmaintenance.law.provision import BadFact

KIND = "child-maintenance-receipt/1"
PARTS = ("kind", "rulebook", "command", "given", "answer", "seal")
COMMANDS = ("assess", "deduct", "split", "timeline")


@dataclass(frozen=True, slots=True)
class Checked:
    """The outcome of a check; `where` is the first place that differs, such as reasons[2].amount."""

    matches: bool
    made_by: str
    checked_by: str
    where: str = ""
    in_receipt: Any = None
    by_the_rules: Any = None

    def as_json(self) -> dict[str, Any]:
        """The answer of the `check` command, without its id."""
        found = {"matches": self.matches, "made_by": self.made_by, "checked_by": self.checked_by}
        if self.matches:
            return found
        return {
            **found,
            "first_difference": {"where": self.where, "receipt": self.in_receipt, "rules": self.by_the_rules},
        }


def make_receipt(command: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """A receipt for one line of a command, its id left out; raises Unreadable where the line is wrong."""
    body = {
        "kind": KIND,
        "rulebook": law.RULEBOOK,
        "command": command,
        "given": dict(given),
        "answer": _answer(command, given),
    }
    return {**body, "seal": seal_of(body)}


def check_receipt(receipt: Mapping[str, Any]) -> Checked:
    """Compute a receipt again; raises BadFact where it is not a receipt, and Unreadable where what was given is wrong."""
    for part in PARTS:
        if part not in receipt:
            raise BadFact(part, "is missing")
    for part in receipt:
        if part not in PARTS:
            raise BadFact(part, "is not a part of a receipt")
    if receipt["kind"] != KIND:
        raise BadFact("kind", f"must be {KIND}")
    for part, kind in (("rulebook", str), ("seal", str), ("given", dict), ("answer", dict)):
        if not isinstance(receipt[part], kind):
            raise BadFact(part, "must be text" if kind is str else "must be an object")
    made_by = str(receipt["rulebook"])
    seal = seal_of({part: receipt[part] for part in PARTS if part != "seal"})
    if receipt["seal"] != seal:
        return Checked(False, made_by, law.RULEBOOK, "seal", receipt["seal"], seal)
    found = _answer(receipt["command"], receipt["given"])
    different = first_difference(receipt["answer"], found)
    if different is None:
        return Checked(True, made_by, law.RULEBOOK)
    return Checked(False, made_by, law.RULEBOOK, *different)


def seal_of(body: Mapping[str, Any]) -> str:
    """A fingerprint of everything but itself, the same however the file was laid out."""
    text = json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return sha256(text.encode("ascii")).hexdigest()


def first_difference(one: Any, other: Any, where: str = "") -> tuple[str, Any, Any] | None:
    """The first place, in reading order, where two pieces of plain data differ, with both; None if they are alike."""
    if isinstance(one, dict) and isinstance(other, dict):
        for key in [*one, *(key for key in other if key not in one)]:
            path = f"{where}.{key}" if where else key
            if key not in one or key not in other:
                return path, one.get(key), other.get(key)
            if found := first_difference(one[key], other[key], path):
                return found
        return None
    if isinstance(one, list) and isinstance(other, list):
        for place in range(max(len(one), len(other))):
            path = f"{where}[{place}]"
            if place >= len(one) or place >= len(other):
                return path, one[place] if place < len(one) else None, other[place] if place < len(other) else None
            if found := first_difference(one[place], other[place], path):
                return found
        return None
    return None if one == other and type(one) is type(other) else (where, one, other)


def _answer(command: object, given: Mapping[str, Any]) -> dict[str, Any]:
    from importlib import import_module

    from childmaintenance.law.commands.reading import with_id

    if command not in COMMANDS:
        raise BadFact("command", f"must be one of {', '.join(COMMANDS)}")
    if "id" in given:
        raise BadFact("given.id", "does not belong in a receipt")
    module = import_module(f"childmaintenance.law.commands.{command}")
    answer: dict[str, Any] = module.answer(with_id({"id": "receipt", **given}))
    return answer
