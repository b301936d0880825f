"""From each provision of each instrument to the rules that carry it out, or to why none does."""

import re
import tomllib
from pathlib import Path
from typing import Any

from childmaintenance.law.book.contents import Book, in_order, provisions
from childmaintenance.values import Territory

INSTRUMENTS: dict[str, dict[str, dict[str, str]]] = tomllib.loads(
    Path(__file__).with_name("instruments.toml").read_text(encoding="utf-8")
)
ELSEWHERE = "Elsewhere"


def indexed(book: Book, territory: Territory, titles: dict[str, str]) -> list[dict[str, Any]]:
    """The provisions of a territory under their instruments, modelled or not."""
    modelled = book.index(territory)
    without: dict[str, list[dict[str, str]]] = {}
    for place, one in enumerate(book.not_modelled, start=1):
        for provision in provisions(one.says.in_(territory)):
            without.setdefault(provision, []).append({"id": f"not-modelled-{place}", "what": one.what})
    known = INSTRUMENTS[territory.value]
    found: dict[str, dict[str, Any]] = {
        short: {"short": short, "id": f"instrument-{provision_id(territory, short)}", **known[short], "rows": []}
        for short in known
    }
    elsewhere = {
        "short": "",
        "id": f"instrument-{provision_id(territory, ELSEWHERE)}",
        "title": ELSEWHERE,
        "source": "",
        "rows": [],
    }
    for provision in sorted({*modelled, *without}, key=in_order):
        short = instrument(provision, territory)
        found.get(short, elsewhere)["rows"].append(
            {
                "id": provision_id(territory, provision),
                "provision": provision.removeprefix(short).lstrip(" ,") or "the whole",
                "rules": [link(room, titles) for room in modelled.get(provision, ())],
                "not_modelled": without.get(provision, []),
            }
        )
    return [one for one in (*found.values(), elsewhere) if one["rows"]]


def instrument(provision: str, territory: Territory) -> str:
    """The short name of the instrument that a provision is of; empty where the book gives none."""
    return next((short for short in INSTRUMENTS[territory.value] if re.match(rf"{re.escape(short)}\b", provision)), "")


def provision_id(territory: Territory, provision: str) -> str:
    """What a provision is called in a link."""
    return f"{territory.value}-{re.sub(r'[^A-Za-z0-9]+', '-', provision)}".strip("-").lower()


def rule_id(room: str) -> str:
    """What a rule is called in a link."""
    return room.replace("/", "-")


def link(room: str, titles: dict[str, str]) -> dict[str, str]:
    """A rule by its title."""
    return {"id": rule_id(room), "room": room, "title": titles[room]}
