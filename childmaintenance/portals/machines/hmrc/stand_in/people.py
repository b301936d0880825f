"""The people a stand-in for HMRC knows, with what they earned in each tax year."""

from __future__ import annotations

import hashlib
import json
import threading
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

YEARS_LOOKED_BACK = 6  # Child Support Maintenance Calculation Regulations 2012, regulation 4

Json = dict[str, Any]


@dataclass(frozen=True)
class Taxpayer:
    """One person on HMRC's books; amounts in `years` are pounds as text, for example `"26000.00"`."""

    nino: str
    full_name: str
    date_of_birth: str
    years: dict[str, Json]
    mischief: Json = field(default_factory=dict)

    @classmethod
    def from_json(cls, row: Json) -> Taxpayer:
        """Read one row of a people file; a missing name, number or date of birth raises KeyError."""
        return cls(
            nino=tidy(row["nino"]),
            full_name=row["full_name"],
            date_of_birth=row["date_of_birth"],
            years=dict(row.get("years", {})),
            mischief=dict(row.get("mischief", {})),
        )

    def latest_year(self, requested_on: date) -> str | None:
        """The most recent of the six ended tax years before the request for which there is a figure (regulation 4)."""
        for name in ended_tax_years(requested_on):
            year = self.years.get(name)
            if year and (year.get("paye") or year.get("self_assessment")):
                return name
        return None


def tidy(nino: str) -> str:
    """A national insurance number in capitals without spaces."""
    return "".join(str(nino).split()).upper()


def ended_tax_years(on: date) -> list[str]:
    """The names of the six tax years that ended before this day, the latest first, for example `2025-26`."""
    ended = on.year if (on.month, on.day) > (4, 5) else on.year - 1
    return [f"{year - 1}-{year % 100:02d}" for year in range(ended, ended - YEARS_LOOKED_BACK, -1)]


def same_name(one: str, other: str) -> bool:
    """Whether two names are one person's as HMRC matches them: the last word and the first letter, in any case."""
    first, second = one.casefold().split(), other.casefold().split()
    return bool(first and second) and first[-1] == second[-1] and first[0][0] == second[0][0]


class People:
    """Everybody the stand-in knows; safe to ask from several threads."""

    def __init__(self, rows: list[Json], *, invent_strangers: bool = False) -> None:
        self._lock = threading.Lock()
        self._invent_strangers = invent_strangers
        self._by_nino: dict[str, Taxpayer] = {}
        self.add(rows)

    @classmethod
    def from_file(cls, path: Path, *, invent_strangers: bool = False) -> People:
        """Read a people file: `{"people": [...]}`."""
        return cls(json.loads(path.read_text(encoding="utf-8"))["people"], invent_strangers=invent_strangers)

    def add(self, rows: list[Json]) -> None:
        """Add people, or replace the ones with the same number."""
        with self._lock:
            for row in rows:
                person = Taxpayer.from_json(row)
                self._by_nino[person.nino] = person

    def find(self, *, nino: str, full_name: str, date_of_birth: str) -> Taxpayer | None:
        """The one person whom number, name and date of birth all fit, else nobody."""
        with self._lock:
            person = self._by_nino.get(tidy(nino))
        if person is None:
            return self._stranger(nino, full_name, date_of_birth) if self._invent_strangers else None
        fits = person.date_of_birth == date_of_birth and same_name(person.full_name, full_name)
        return person if fits else None

    def _stranger(self, nino: str, full_name: str, date_of_birth: str) -> Taxpayer:
        # The demo lets visitors type any never-issued number; the same number always earns the same.
        number = int.from_bytes(hashlib.sha256(tidy(nino).encode()).digest()[:4], "big")
        pay = f"{14_000 + number % 46_000}.00"
        years = {f"{start}-{(start + 1) % 100:02d}": {"paye": {"employmentIncome": pay}} for start in range(2012, 2099)}
        return Taxpayer(tidy(nino), full_name, date_of_birth, years)
