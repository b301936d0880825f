"""The one register of everything that is kept on somebody's device: read from `cookies.toml`."""

import datetime as dt
import hashlib
import json
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from django.conf import settings

from childmaintenance.foundation import language

KEPT_IN = Path(__file__).with_name("cookies.toml")
SECURE_PREFIX = "__Host-"


class Kind(StrEnum):
    """Where on the device it is."""

    COOKIE = "cookie"
    LOCAL_STORAGE = "local storage"
    SESSION_STORAGE = "session storage"


class Category(StrEnum):
    """Why it may be there. Privacy and Electronic Communications Regulations 2003, regulation 6 and Schedule A1."""

    TRANSMISSION = "transmission"  # needed to carry the page at all; nobody is asked
    NEEDED = "needed"  # strictly necessary for what the person asked for; nobody is asked
    STATISTICS = "statistics"  # our own counts, to improve the service: notice, and a free and simple objection
    TAILORED = "tailored"  # content fitted to the person: only with consent

    @property
    def is_optional(self) -> bool:
        """Whether a person can say no to it."""
        return self in (Category.STATISTICS, Category.TAILORED)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One thing kept. `seconds` is 0 for what ends with the browser."""

    name: str
    kind: Kind
    category: Category
    seconds: int
    purposes: dict[str, str]
    lives: dict[str, str]
    secure_prefix: bool = False

    @property
    def name_on_device(self) -> str:
        """The name as a browser shows it: over https a cookie is bound to this host by its prefix."""
        return f"{SECURE_PREFIX}{self.name}" if self.secure_prefix and settings.SESSION_COOKIE_SECURE else self.name

    @property
    def purpose(self) -> str:
        return self.purposes[language.current()]

    @property
    def lasts(self) -> str:
        return self.lives[language.current()]


@dataclass(frozen=True)
class Version:
    """The register as people were told of it. A choice made about an earlier version is asked for again."""

    number: int
    since: dt.date
    optional: str


@dataclass(frozen=True)
class Register:
    """All entries, and the versions, oldest first."""

    entries: tuple[Entry, ...]
    versions: tuple[Version, ...]

    @property
    def version(self) -> Version:
        return self.versions[-1]

    def of(self, *categories: Category) -> tuple[Entry, ...]:
        """The entries of these categories."""
        return tuple(entry for entry in self.entries if entry.category in categories)

    def named(self, name: str, kind: Kind = Kind.COOKIE) -> Entry | None:
        """The entry with that name, with or without the prefix; None when nobody registered it."""
        bare = name.removeprefix(SECURE_PREFIX)
        return next((entry for entry in self.entries if entry.name == bare and entry.kind is kind), None)

    def optional_digest(self) -> str:
        """Changes when anything changes that a person could say no to, except its wording in one language only."""
        told = [
            [entry.name, entry.kind, entry.category, entry.seconds, entry.purposes["en"]]
            for entry in self.entries
            if entry.category.is_optional
        ]
        return hashlib.sha256(json.dumps(sorted(told)).encode()).hexdigest()[:16]


@cache
def register() -> Register:
    """The register, read once. Raises KeyError or ValueError where the file is not as it should be."""
    kept = tomllib.loads(KEPT_IN.read_text(encoding="utf-8"))
    entries = tuple(
        Entry(
            name=one["name"],
            kind=Kind(one["kind"]),
            category=Category(one["category"]),
            seconds=one["seconds"],
            purposes=dict(one["purpose"]),
            lives=dict(one["lasts"]),
            secure_prefix=one.get("secure_prefix", False),
        )
        for one in kept["entry"]
    )
    return Register(entries, tuple(Version(one["number"], one["from"], one["optional"]) for one in kept["version"]))


def entry(name: str) -> Entry:
    """The registered cookie of that name. Raises NotRegistered."""
    found = register().named(name)
    if found is None:
        raise NotRegistered(name)
    return found


class NotRegistered(LookupError):
    """Something was about to be kept on a device that the register does not name."""
