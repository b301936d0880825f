"""The record of processing (UK GDPR article 30): each table and its fields, what for, by which law, how long, from whom, to whom.

Made from the models and from `purposes.toml` and `tables.toml`, so that it says what there is.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.apps import apps

from childmaintenance.foundation import language
from childmaintenance.privacy.purposes import Body, Purpose, register

KEPT_IN = Path(__file__).with_name("tables.toml")
OURS, NOT_OURS = "childmaintenance.", "childmaintenance.demo"


@dataclass(frozen=True)
class Table:
    """One table. `name` is as "cases.Case"; `erased_by` the function that erases it by itself, or empty."""

    name: str
    purpose: Purpose
    fields: tuple[str, ...]
    says: dict[str, str]
    lasts: dict[str, str]
    sources: tuple[Body, ...]
    recipients: tuple[Body, ...]
    erased_by: str

    @property
    def holds(self) -> str:
        return self.says[language.current()]

    @property
    def kept(self) -> str:
        return self.lasts[language.current()]


def stored() -> dict[str, tuple[str, ...]]:
    """Every table of ours with its fields, as the models have them."""
    return {
        model._meta.label: tuple(field.name for field in model._meta.concrete_fields)
        for model in apps.get_models()
        if model.__module__.startswith(OURS) and not model.__module__.startswith(NOT_OURS)
    }


@cache
def tables() -> tuple[Table, ...]:
    """All of them, by purpose. Raises KeyError where one of them is not described."""
    said = tomllib.loads(KEPT_IN.read_text(encoding="utf-8"))
    fields, bodies = stored(), {body.code: body for body in register().bodies}

    def who(way: str, purpose: Purpose, name: str) -> tuple[Body, ...]:
        codes = said[way]["table"].get(name, said[way]["purpose"].get(purpose.code, ()))
        return tuple(bodies[code] for code in codes)

    return tuple(
        Table(
            name=name,
            purpose=purpose,
            fields=fields[name],
            says=said["holds"][name],
            lasts=said["kept"].get(name, purpose.keeps),
            sources=who("from", purpose, name),
            recipients=who("told", purpose, name),
            erased_by=said["erased_by"].get(name, ""),
        )
        for purpose in register().purposes
        for name in purpose.tables
    )


def by_purpose() -> list[tuple[Purpose, list[Table]]]:
    """The tables under their purposes; a purpose that keeps nothing with us has none."""
    return [(purpose, [one for one in tables() if one.purpose == purpose]) for purpose in register().purposes]


COLUMNS = ("table", "field", "holds", "purpose", "law", "special", "kept", "erased by itself", "from", "told")


def lines() -> Iterator[tuple[str, ...]]:
    """A line a field, in the language being read, under COLUMNS."""
    for one in tables():
        purpose = one.purpose
        about = (one.holds, purpose.title, purpose.basis, purpose.condition, one.kept)
        who = ("; ".join(body.title for body in one.sources), "; ".join(body.title for body in one.recipients))
        for field in one.fields:
            yield (one.name, field, *about, "yes" if one.erased_by else "no", *who)
