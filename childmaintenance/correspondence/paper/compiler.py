"""Makes PDF files that a screen reader can read (PDF/UA-1) with Typst, which runs in this process.

One compiler is kept: it holds the fonts and what it has already worked out of the templates. Data goes in as one JSON
string and is placed as text, so nothing that somebody wrote can be markup. No system fonts are used: a letter looks the same
everywhere.
"""

import json
import os
import re
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import typst
from django.conf import settings

TEMPLATES = Path(__file__).parent

# Shown where no font has a letter that somebody's name needs. The page on the web shows the name as it is.
UNPRINTABLE = "□"

_NOT_IN_ANY_FONT = re.compile(r'the text `"(.+?)"` could not be displayed')

# Typst lends its compiler to one caller at a time, and refuses the second instead of letting it wait.
_one_at_a_time = threading.Lock()


@dataclass(frozen=True)
class Paper:
    """A PDF file, and whether every letter of every name could be printed."""

    pdf: bytes
    is_whole: bool


class CannotPrint(Exception):
    """No paper could be made: a mistake in a template or in how the service is run. No text of a person's can cause it."""


def print_paper(template: str, data: Mapping[str, Any]) -> Paper:
    """The paper made from a template and its data. Safe to call from several threads; they take turns."""
    if _waits_for_ever:
        raise CannotPrint("this process was forked from one that had printed: start workers afresh (spawn) instead")
    text = json.dumps(data, ensure_ascii=False)
    missing: set[str] = set()
    for _attempt in range(MOST_MISSING):
        try:
            return Paper(pdf=_compile(template, text, missing), is_whole=not missing)
        except typst.TypstError as problem:
            found = _NOT_IN_ANY_FONT.search(str(problem))
            if found is None:
                raise CannotPrint(f"{template}: {_without_data(problem)}") from None
            missing |= _letters(found.group(1))
    raise CannotPrint(f"{template}: more than {MOST_MISSING} different letters are in no font")


MOST_MISSING = 500


def _compile(template: str, text: str, missing: set[str]) -> bytes:
    if missing:
        text = json.dumps(_replaced(json.loads(text) | {"is_whole": False}, missing), ensure_ascii=False)
    with _one_at_a_time:
        made = _compiler().compile(
            str(TEMPLATES / template), format="pdf", pdf_standards="ua-1", sys_inputs={"data": text}
        )
    if not isinstance(made, bytes):
        raise CannotPrint(f"{template}: Typst made something else than one file")
    return made


@cache
def _compiler() -> typst.Compiler:
    return typst.Compiler(root=str(TEMPLATES), font_paths=fonts())


def fonts() -> typst.Fonts:
    """The fonts of every paper: Source Sans Pro from its own package, those Typst brings, and a deployment's own folder."""
    found = find_spec("font_source_sans_pro")
    if found is None or found.submodule_search_locations is None:
        raise CannotPrint("the package font-source-sans-pro is not installed: run ./run setup")
    folders = [str(Path(found.submodule_search_locations[0]) / "files")]
    if settings.LETTERS_FONTS:
        folders.append(settings.LETTERS_FONTS)
    return typst.Fonts(include_system_fonts=False, font_paths=folders)


# A process made by fork has the compiler but not the threads that Typst works with, and would wait for them for ever.
_waits_for_ever = False


def _in_a_child() -> None:
    global _waits_for_ever, _one_at_a_time
    _waits_for_ever = _compiler.cache_info().currsize > 0
    _one_at_a_time = threading.Lock()  # the copy may be held by a thread that is not here


os.register_at_fork(after_in_child=_in_a_child)


def _letters(named: str) -> set[str]:
    """What Typst names in its complaint, which it writes as a Rust string: \\u{1f600} for what it would not show."""
    plain = re.sub(r"\\u\{([0-9a-f]+)\}", lambda found: chr(int(found.group(1), 16)), named)
    return set(plain.replace('\\"', '"').replace("\\\\", "\\"))


def _replaced(value: Any, missing: set[str]) -> Any:
    if isinstance(value, str):
        return "".join(UNPRINTABLE if letter in missing else letter for letter in value)
    if isinstance(value, list):
        return [_replaced(item, missing) for item in value]
    if isinstance(value, dict):
        return {name: _replaced(item, missing) for name, item in value.items()}
    return value


def _without_data(problem: typst.TypstError) -> str:
    """The first line of the complaint: further lines may quote the letter."""
    return str(problem).partition("\n")[0]
