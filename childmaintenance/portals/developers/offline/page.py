"""The page whole: one file with its style, its words, the rules and what runs them. `python -m` on this folder prints it."""

import json
import re
import tomllib
from base64 import b64encode
from functools import lru_cache
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Any

from childmaintenance.portals.developers.offline.rules import rules

HERE = Path(__file__).parent
SCRIPTS = ("values", "classes", "interpreter", "expressions", "library", "modules", "json", "page")
STRICT = '"use strict";\n'


@lru_cache(maxsize=1)
def page() -> str:
    """The page as text; the same rules give the same page."""
    style = (HERE / "page.css").read_text(encoding="utf-8")
    script = script_of(SCRIPTS)
    parts = {
        "style": style,
        "style_hash": _hash(style),
        "script": script,
        "script_hash": _hash(script),
        "rules": as_data(rules()),
        "words": as_data(words()),
    }
    whole = (HERE / "page.html").read_text(encoding="utf-8")
    # In English first, so that the page says what it is even where its script does not run.
    whole = re.sub(r'(?<=data-say=")(\w+)">', lambda place: place[0] + escape(words()[place[1]]["en"]), whole)
    return re.sub(r"\{(\w+)\}", lambda place: parts[place[1]], whole)


def script_of(names: tuple[str, ...]) -> str:
    """The scripts as one, in a scope of its own and strict from its first line."""
    inside = "".join((HERE / f"{name}.js").read_text(encoding="utf-8").replace(STRICT, "", 1) for name in names)
    return f"(() => {{\n{STRICT}{inside}}})();\n"


def words() -> dict[str, dict[str, str]]:
    """What the page says, in both languages."""
    return tomllib.loads((HERE / "words.toml").read_text(encoding="utf-8"))


def as_data(value: Any) -> str:
    """JSON that cannot end the element it stands in."""
    return json.dumps(value, separators=(",", ":")).replace("<", "\\u003c")


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
