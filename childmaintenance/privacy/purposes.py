"""The register of what information is used for, by which law, who may be asked and told: read from `purposes.toml`."""

import datetime as dt
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from childmaintenance.foundation import language

KEPT_IN = Path(__file__).with_name("purposes.toml")


@dataclass(frozen=True)
class Purpose:
    """One use, its lawful basis, its condition for sensitive information, and how long; each in both languages."""

    code: str
    titles: dict[str, str]
    bases: dict[str, str]
    conditions: dict[str, str]
    keeps: dict[str, str]
    tables: tuple[str, ...]

    @property
    def title(self) -> str:
        return self.titles[language.current()]

    @property
    def basis(self) -> str:
        return self.bases[language.current()]

    @property
    def condition(self) -> str:
        return self.conditions[language.current()]

    @property
    def kept(self) -> str:
        return self.keeps[language.current()]


@dataclass(frozen=True)
class Body:
    """Somebody outside who may be asked or told. `laws` is by "GB" and "NI"; where one is missing, they may not be there."""

    code: str
    titles: dict[str, str]
    asked: bool
    told: bool
    used: bool
    laws: dict[str, str]

    @property
    def title(self) -> str:
        return self.titles[language.current()]


@dataclass(frozen=True)
class Register:
    """All of it, and the day it was last looked at."""

    purposes: tuple[Purpose, ...]
    bodies: tuple[Body, ...]
    as_of: dt.date
    review_by: dt.date

    def purpose_of(self, table: str) -> Purpose | None:
        """What a table is for, by its name as "cases.Case"; None where nobody has said."""
        return next((purpose for purpose in self.purposes if table in purpose.tables), None)

    def sources(self, nation: str) -> tuple[Body, ...]:
        """Who may be asked, in "GB" or in "NI"."""
        return tuple(body for body in self.bodies if body.asked and nation in body.laws)

    def recipients(self, nation: str) -> tuple[Body, ...]:
        """Who may be told."""
        return tuple(body for body in self.bodies if body.told and nation in body.laws)


@cache
def register() -> Register:
    """The register, read once. Raises KeyError or ValueError where the file is not as it should be."""
    kept = tomllib.loads(KEPT_IN.read_text(encoding="utf-8"))
    if unknown := set(kept["tables"]) - set(kept["purpose"]):
        raise ValueError(f"tables of no purpose: {', '.join(sorted(unknown))}")
    purposes = tuple(
        Purpose(code, one["title"], one["basis"], one["special"], one["kept"], tuple(kept["tables"].get(code, ())))
        for code, one in kept["purpose"].items()
    )
    bodies = tuple(_body(one) for one in kept["body"])
    return Register(purposes, bodies, kept["as_of"], kept["review_by"])


def _body(one: dict) -> Body:  # type: ignore[type-arg]
    if set(one["law"]) != set(one["nations"]):
        raise ValueError(f"{one['code']}: say by which law in each of {one['nations']}")
    return Body(one["code"], one["title"], one["asked"], one["told"], one["used"], one["law"])
