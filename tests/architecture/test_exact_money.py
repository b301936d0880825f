"""No float in the values, the law or the ledger: not a literal, not a call, not an annotation."""

import ast
from pathlib import Path

import pytest

from childmaintenance.config.places import ROOT

EXACT = ("values", "law", "ledger")


def floats(source: str) -> list[int]:
    """The lines where a float is made or named."""
    return sorted(
        node.lineno
        for node in ast.walk(ast.parse(source))
        if (isinstance(node, ast.Constant) and isinstance(node.value, float))
        or (isinstance(node, ast.Name) and node.id == "float")
        or (isinstance(node, ast.Attribute) and node.attr in ("fsum", "FloatField"))
    )


def sources() -> list[Path]:
    found = [file for room in EXACT for file in sorted((ROOT / "childmaintenance" / room).rglob("*.py"))]
    return [file for file in found if "tests" not in file.parts]


@pytest.mark.parametrize("file", sources(), ids=lambda file: file.relative_to(ROOT).as_posix())
def test_there_is_no_float(file: Path) -> None:
    assert floats(file.read_text()) == []


def test_the_check_sees_a_float() -> None:
    assert floats("x = 1\ny = 0.12\nz: float = x\nw = float(x)") == [2, 3, 4]
