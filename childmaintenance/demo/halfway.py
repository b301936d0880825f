"""Somebody of the town begins an application in the evening, answers the first questions and stops."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from childmaintenance.demo.people import Halfway
from childmaintenance.demo.residents import Register
from childmaintenance.journeys import actions as journeys
from childmaintenance.portals.parents.journeys.apply import apply


def begin(book: Register, on: dt.date, tell: Callable[[str], None]) -> None:
    """Keep the first pages of everybody whose evening this is, as typed in a browser."""
    for one in book.people.halfway:
        if on == one.on:
            _answer_first_pages(book, one)
            tell(f"{one.person.name} began an application and stopped halfway.")


def _answer_first_pages(book: Register, one: Halfway) -> None:
    person, key = one.person, f"halfway.{one.person.key}"
    book.open_account(key, person)
    draft = journeys.begin(journey=apply, about="", again=False, by=book.actor(key, person))
    pages: dict[str, dict[str, list[str]]] = {
        "safety": {"worries": ["none"]},
        "side": {"side": ["R"]},
        "your-name": {"full_name": [person.name], "known_as": [""]},
        "your-birth": {
            "date_of_birth-day": [str(person.born.day)],
            "date_of_birth-month": [str(person.born.month)],
            "date_of_birth-year": [str(person.born.year)],
        },
        "your-nino": {"nino": [""]},
        "letters": {"language": [person.language], "large_print": ["no"]},
    }
    for question, typed in pages.items():
        journeys.keep(draft=draft, question=question, typed=typed, kept=apply.kept)
