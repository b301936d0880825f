"""Turning a reason or a note into a sentence of the catalogue, with its provision behind it."""

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from childmaintenance.law.provision import LAW
from childmaintenance.law.reasons import Reason
from childmaintenance.law.sentences import writing
from childmaintenance.values import Territory

LANGUAGES: Final = ("en", "cy")
PLACE = re.compile(r"\{(\w+)(?::(\w+))?\}")


def explain(reason: Reason, language: str, names: Mapping[str, str] | None = None) -> str:
    """A step as a sentence that ends with its provision; `names` writes people in place of their references."""
    inputs = {**reason.inputs, "amount": reason.amount}
    if names and inputs.get("receiving_parent") in names:
        inputs["receiving_parent"] = names[inputs["receiving_parent"]]
    return f"{say('steps', reason.step, language, **inputs)} ({reason.provision})"


def explain_note(note: str, language: str, territory: Territory = Territory.GB) -> str:
    """A note as a sentence that ends with the provision in doubt."""
    return f"{say('notes', note, language)} ({notes()[note]['says'][territory.value]})"


def name_of_rate(rate: str, language: str) -> str:
    """What people call the rate."""
    return str(catalogue(language)["rates"][rate])


def say(section: str, key: str, language: str, **inputs: Any) -> str:
    """One entry of a catalogue with its inputs written in; an unknown entry or input raises KeyError."""
    words = catalogue(language)

    def written(place: re.Match[str]) -> str:
        name, kind = place.group(1), place.group(2) or "plain"
        return writing.written(inputs[name], kind, words["counts"])

    return PLACE.sub(written, words[section][key])


@lru_cache(maxsize=len(LANGUAGES))
def catalogue(language: str) -> dict[str, Any]:
    """All the words of one language."""
    return tomllib.loads((Path(__file__).parent / f"{language}.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def notes() -> dict[str, Any]:
    """Which provision and which reading each note is about."""
    return tomllib.loads((LAW / "notes.toml").read_text(encoding="utf-8"))
