"""Who a visitor may sign in as, in the visitor's language."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from childmaintenance.demo.letterbox import code_for
from childmaintenance.demo.models import Resident, Town
from childmaintenance.demo.people import Everybody, Townsperson, everybody
from childmaintenance.foundation import language
from childmaintenance.parties import queries as parties

FILE = Path(__file__).with_name("personas.toml")


@dataclass(frozen=True, kw_only=True)
class Persona:
    """One card. `code` is the one in the letter of somebody who has not used it yet."""

    who: str
    name: str
    finds: str
    speaks: str
    code: str


@dataclass(frozen=True, kw_only=True)
class Group:
    """The cards under one heading."""

    heading: str
    personas: tuple[Persona, ...]


@cache
def cards() -> list[dict[str, Any]]:
    """The file as it is written."""
    return list(tomllib.loads(FILE.read_text(encoding="utf-8"))["group"])


def groups() -> list[Group]:
    """Everybody one may be, in the language of the page; somebody who is not in this town is left out."""
    town = Town.objects.filter(built_at__isnull=False).first()
    if town is None:
        return []
    people = everybody(town.first_day, town.last_day, town.seed)
    here = {
        resident.key: resident
        for resident in Resident.objects.exclude(account=None).only("key", "account_id", "party_id")
    }
    spoken = language.current()
    made = []
    for group in cards():
        personas = tuple(
            _persona(card, people, here[card["who"]], spoken) for card in group["persona"] if card["who"] in here
        )
        if personas:
            made.append(Group(heading=group[spoken], personas=personas))
    return made


def account_of(who: str) -> tuple[str, str] | None:
    """The account behind a card and the language its person chose, or None for a card that is not here."""
    if who not in {card["who"] for group in cards() for card in group["persona"]}:
        return None
    town = Town.objects.filter(built_at__isnull=False).first()
    account = Resident.objects.filter(key=who).exclude(account=None).values_list("account_id", flat=True).first()
    if town is None or account is None:
        return None
    return account, speaks(people=everybody(town.first_day, town.last_day, town.seed), who=who)


def speaks(*, people: Everybody, who: str) -> str:
    """The language of somebody's pages: Welsh for those who chose it, English for the rest."""
    return language.WELSH if _known(people, who)[1] == language.WELSH else language.ENGLISH


def _known(people: Everybody, who: str) -> tuple[str, str]:
    """Name and language of a persona."""
    kind, key = who.split(".")
    if kind == "staff":
        colleague = next(one for one in people.staff if one.key == key)
        return colleague.name, colleague.language
    person: Townsperson
    if kind == "halfway":
        person = next(one.person for one in people.halfway if one.person.key == key)
    else:
        person = getattr(people.by_key[kind], key)
    return person.name, person.language


def _persona(card: dict[str, Any], people: Everybody, resident: Resident, spoken: str) -> Persona:
    name, chosen = _known(people, card["who"])
    return Persona(who=card["who"], name=name, finds=card[spoken], speaks=chosen, code=_unused_code(resident))


def _unused_code(resident: Resident) -> str:
    """The code in the newest letter of somebody whose account is not tied to them yet: they hold it in their hand."""
    if resident.party_id is None or parties.party(resident.party_id).has_account:
        return ""
    return code_for(resident.party_id)
