"""A rule's source cut where its paragraphs begin, so that the words of the law stand beside what carries them out."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

# A comment that begins a paragraph, such as "# (1) A percentage of the income", "# 4(1)(b):" or "# Reg 73(1):".
PARAGRAPH = re.compile(r"^    # ")
COMMENT = re.compile(r"^\s*#+ ?")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some lines of a file, and the words that its author put over them."""

    says: str
    code: str


def pieces(source: str) -> tuple[Piece, ...]:
    """The whole file after its opening words and its imports; every line of code is in exactly one piece."""
    lines = source.splitlines()
    found: list[Piece] = []
    before = 0
    for node in ast.parse(source).body:
        end = node.end_lineno or node.lineno
        if not _is_words(node) and not isinstance(node, (ast.Import, ast.ImportFrom)):
            found += _of_node(node, lines, before, end)
        before = end
    return tuple(_joined(found))


def _of_node(node: ast.stmt, lines: list[str], before: int, end: int) -> Iterator[Piece]:
    """One statement of the file with the comment over it; a function in as many pieces as it has paragraphs."""
    first = min([node.lineno, *(one.lineno for one in getattr(node, "decorator_list", []))])
    over = " ".join(COMMENT.sub("", line) for line in lines[before : first - 1] if line.strip())
    kept = list(range(first - 1, end))
    if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
        words = node.body[0]
        if _is_words(words):
            over = " ".join(part for part in (over, ast.get_docstring(node) or "") if part)
            kept = [place for place in kept if not words.lineno - 1 <= place <= (words.end_lineno or 0) - 1]
    if not isinstance(node, ast.FunctionDef):
        yield _piece(over, [lines[place] for place in kept])
        return
    code: list[str] = []
    says, in_words = over, False
    for line in (lines[place] for place in kept):
        begins = bool(PARAGRAPH.match(line))
        if begins and not in_words:
            yield _piece(says, code)
            says, code = "", []
        if begins:
            says = f"{says} {COMMENT.sub('', line)}".strip()
        else:
            code.append(line)
        in_words = begins
    yield _piece(says, code)


def _piece(says: str, code: list[str]) -> Piece:
    while code and not code[0].strip():
        code = code[1:]
    return Piece(says, "\n".join(code).rstrip())


def _joined(found: list[Piece]) -> Iterator[Piece]:
    """Statements without words of their own go with those before them."""
    waiting: Piece | None = None
    for piece in found:
        if waiting and not piece.says:
            waiting = Piece(waiting.says, f"{waiting.code}\n\n{piece.code}")
            continue
        if waiting:
            yield waiting
        waiting = piece
    if waiting:
        yield waiting


def _is_words(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
