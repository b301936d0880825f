"""What is wrong with a line, in Welsh; the rules themselves say it in English."""

import re
import tomllib
from functools import lru_cache
from pathlib import Path

GAP = "{}"


def in_language(message: str, language: str) -> str:
    """The message in a language; one that nobody has translated stays as it is."""
    if language != "cy":
        return message
    for english, welsh in _welsh():
        if found := english.fullmatch(message):
            return welsh.format(*found.groups())
    return message


def templates() -> dict[str, str]:
    """Every English message with its Welsh."""
    path = Path(__file__).parent / "errors_cy.toml"
    return {english: str(welsh) for english, welsh in tomllib.loads(path.read_text(encoding="utf-8")).items()}


@lru_cache(maxsize=1)
def _welsh() -> list[tuple[re.Pattern[str], str]]:
    """Each message as a pattern, those with fewer gaps first, so that "must be text" is not taken for "must be {}"."""
    pairs = sorted(templates().items(), key=lambda pair: (pair[0].count(GAP), -len(pair[0])))
    return [(re.compile("(.*)".join(map(re.escape, english.split(GAP))), re.DOTALL), welsh) for english, welsh in pairs]
