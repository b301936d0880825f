"""The table of who may see what, and the question it answers."""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from django.apps import apps

FILE = Path(__file__).with_name("fields.toml")
RELATIONS = frozenset(
    {"self", "speaker", "parents", "other_parent", "same_payer", "caseworker", "payments_officer", "team_leader"}
)


@cache
def table() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


@cache
def who_may() -> dict[str, frozenset[str]]:
    """For each field, or `Model.*`, who may see it. A field in two rules is a mistake: KeyError."""
    found: dict[str, frozenset[str]] = {}
    for rule in table()["rule"]:
        for field in rule["fields"]:
            if field in found:
                raise KeyError(f"{field} stands in two rules")
            found[field] = frozenset(rule["who"])
    return found


def may_see(field: str, stands: frozenset[str]) -> bool:
    """Whether somebody who stands so towards what the field is about may see it. Raises KeyError for a field of no rule."""
    return bool(rule_for(field) & stands)


def rule_for(field: str) -> frozenset[str]:
    """A field's own rule, or its model's."""
    rules = who_may()
    return rules[field] if field in rules else rules[f"{field.rpartition('.')[0]}.*"]


def stored_fields() -> Iterator[str]:
    """Every stored field of the table's rooms that is not a key to another row."""
    for model in apps.get_models():
        meta = model._meta
        if meta.app_label in table()["rooms"] and model.__module__.startswith("childmaintenance."):
            for field in meta.concrete_fields:
                if not field.primary_key and not field.is_relation:
                    yield f"{meta.app_label}.{model.__name__}.{field.name}"
