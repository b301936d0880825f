"""The tutorial is true: its blocks run from top to bottom and print what stands below them."""

import contextlib
import io
import re
from pathlib import Path
from typing import Any

import pytest

from childmaintenance.config.places import ROOT

TUTORIALS = sorted((ROOT / "docs" / "tutorial").glob("*.md"))
PACKAGE = ROOT / "packages" / "rules" / "README.md"
BLOCK = re.compile(r"^```(python|text)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def blocks(page: Path) -> list[tuple[str, str]]:
    """Each block of Python with what is said to come out of it."""
    found = [(match[1], match[2]) for match in BLOCK.finditer(page.read_text(encoding="utf-8"))]
    pairs: list[tuple[str, str]] = []
    for kind, text in found:
        if kind == "python":
            pairs.append((text, ""))
        else:
            pairs[-1] = (pairs[-1][0], text)
    return pairs


def printed(code: str, names: dict[str, Any]) -> str:
    """What a block prints, with everything the blocks before it made."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(code, "the tutorial", "exec"), names)  # noqa: S102 - our own page, which is what is tested
    return out.getvalue()


@pytest.mark.parametrize("page", TUTORIALS, ids=lambda page: page.stem)
def test_every_block_prints_what_stands_below_it(page: Path) -> None:
    names: dict[str, Any] = {}
    pairs = blocks(page)
    assert len(pairs) > 10
    for code, expected in pairs:
        assert printed(code, names) == expected, code


def test_there_is_a_tutorial() -> None:
    assert TUTORIALS


def test_the_package_says_what_it_does() -> None:
    ((code, _),) = blocks(PACKAGE)
    assert printed(code, {}).strip() == re.search(r"print\(.*\)  # (.*)", code)[1]  # type: ignore[index]
