"""The rules as data: every module that a receipt needs as a tree of syntax, and the figures beside it."""

import ast
import tomllib
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from childmaintenance import law
from childmaintenance.law.provision import LAW

HOUSE = LAW.parent
START = (
    "childmaintenance.law.receipt",
    *(f"childmaintenance.law.commands.{name}" for name in ("assess", "deduct", "split", "timeline")),
    "childmaintenance.law.sentences.errors",
)
# What a check never reaches: the printed book, and the naming of the edition, which the page is told.
LEFT_OUT = ("childmaintenance.law.rulebook", "childmaintenance.law.book")
IGNORED = frozenset({
    "lineno", "col_offset", "end_lineno", "end_col_offset", "ctx", "type_comment", "type_params", "returns",
    "kind",
})  # fmt: skip
KNOWN = frozenset({
    "Module", "FunctionDef", "ClassDef", "Return", "Assign", "AugAssign", "AnnAssign", "For", "While", "If", "Raise",
    "Try", "ExceptHandler", "Assert", "Import", "ImportFrom", "alias", "Expr", "Pass", "Break", "Continue",
    "BoolOp", "And", "Or", "NamedExpr", "BinOp", "Add", "Sub", "Mult", "Div", "FloorDiv", "Mod", "Pow", "BitOr",
    "BitAnd", "UnaryOp", "Not", "USub", "Lambda", "arguments", "arg", "IfExp", "Compare", "Eq", "NotEq", "Lt", "LtE",
    "Gt", "GtE", "Is", "IsNot", "In", "NotIn",
    "Dict", "Set", "List", "Tuple", "ListComp", "SetComp", "DictComp", "GeneratorExp", "comprehension", "Yield",
    "YieldFrom", "Call", "keyword", "FormattedValue", "JoinedStr", "Constant", "Attribute", "Subscript", "Slice",
    "Starred", "Name",
})  # fmt: skip


class NotInterpreted(ValueError):
    """A rule uses something of Python that the page's interpreter does not know; the message says where."""


def rules() -> dict[str, Any]:
    """The edition, the modules by name and the figures by path."""
    modules = dict(sorted(_modules()))
    tables = {
        f"/{path.relative_to(HOUSE).as_posix()}": _plain(
            tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Fraction)
        )
        for path in sorted(LAW.rglob("*.toml"))
        if path.parent.name == "sentences" or path == LAW / "notes.toml" or _name_of(path.with_suffix(".py")) in modules
    }
    return {"edition": law.RULEBOOK, "modules": modules, "tables": tables}


def _modules() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every module that is reached from the start, each once."""
    waiting, seen = list(START), set(START)
    while waiting:
        name = waiting.pop()
        path = _path_of(name)
        tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
        yield (
            name,
            {
                "file": f"/{path.relative_to(HOUSE).as_posix()}",
                "package": path.stem == "__init__",
                "tree": _node(tree, path),
            },
        )
        for wanted in (*_imported(tree), *_packages_of(name)):
            if wanted not in seen and not wanted.startswith(LEFT_OUT):
                seen.add(wanted)
                waiting.append(wanted)


def _imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("childmaintenance"):
            yield node.module
            for alias in node.names:
                name = f"{node.module}.{alias.name}"
                if _is_module(name):
                    yield name


def _packages_of(name: str) -> Iterator[str]:
    parts = name.split(".")
    return (".".join(parts[:length]) for length in range(1, len(parts)))


def _is_module(name: str) -> bool:
    place = HOUSE.parent.joinpath(*name.split("."))
    return place.with_suffix(".py").exists() or (place / "__init__.py").exists()


def _path_of(name: str) -> Path:
    place = HOUSE.parent.joinpath(*name.split("."))
    return place / "__init__.py" if place.is_dir() else place.with_suffix(".py")


def _name_of(path: Path) -> str:
    return ".".join(path.relative_to(HOUSE.parent).with_suffix("").parts)


def _node(value: Any, path: Path) -> Any:
    """A piece of syntax as plain data: "_" is its kind; what does not change a result is left out."""
    if isinstance(value, list):
        return [_node(part, path) for part in value if not _is_left_out(part)]
    if not isinstance(value, ast.AST):
        return value
    kind = type(value).__name__
    if kind not in KNOWN:
        raise NotInterpreted(f"{path}:{getattr(value, 'lineno', '?')}: {kind} is not known to the offline interpreter.")
    if isinstance(value, ast.Constant):
        return _constant(value.value, path)
    fields = {
        name: _node(part, path)
        for name, part in ast.iter_fields(value)
        if name not in IGNORED and part not in (None, [])
    }
    if isinstance(value, ast.arg):
        return value.arg
    if isinstance(value, (ast.operator, ast.unaryop, ast.cmpop, ast.boolop)):
        return kind
    if isinstance(value, ast.FunctionDef):
        fields["generator"] = any(isinstance(part, (ast.Yield, ast.YieldFrom)) for part in _own(value))
    return {"_": kind, **fields}


def _own(function: ast.FunctionDef) -> Iterator[ast.AST]:
    """The nodes of a function without those of the functions inside it."""
    waiting: list[ast.AST] = list(function.body)
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node, (ast.FunctionDef, ast.Lambda)):
            waiting.extend(ast.iter_child_nodes(node))


def _constant(value: Any, path: Path) -> dict[str, Any]:
    if value is ...:
        return {"_": "Ellipsis"}
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return {"_": "Constant", "value": value}
    if isinstance(value, int):
        return {"_": "Int", "value": str(value)}
    if isinstance(value, bytes):
        return {"_": "Constant", "value": value.decode("latin-1")}
    raise NotInterpreted(f"{path}: a constant {value!r} is not known to the offline interpreter.")


def _is_left_out(part: Any) -> bool:
    """Docstrings, and what is only for type checkers."""
    if isinstance(part, ast.Expr):
        return isinstance(part.value, ast.Constant)
    return isinstance(part, ast.If) and isinstance(part.test, ast.Name) and part.test.id == "TYPE_CHECKING"


def _plain(value: Any) -> Any:
    """A table of figures as data; whole numbers, fractions and days are marked, for JSON has none of them."""
    if isinstance(value, dict):
        return {"_": "table", "of": [[key, _plain(part)] for key, part in value.items()]}
    if isinstance(value, list):
        return [_plain(part) for part in value]
    if isinstance(value, (bool, str)):
        return value
    if isinstance(value, Fraction):
        return {"_": "fraction", "of": str(value)}
    if isinstance(value, int):
        return {"_": "int", "of": str(value)}
    if isinstance(value, date):
        return {"_": "date", "of": value.isoformat()}
    raise NotInterpreted(f"A figure {value!r} is not known to the offline interpreter.")
