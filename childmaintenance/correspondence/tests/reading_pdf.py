"""Looks into a PDF file the way a screen reader does: its title, its language, its structure and its words."""

import io
import re
import unicodedata
from typing import Any

import pypdf


def opened(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf))


def words_of(pdf: bytes) -> str:
    """Everything printed, as one line: spaces and breaks made one, and ligatures undone."""
    text = " ".join(page.extract_text() for page in opened(pdf).pages)
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text).replace("\u200b", ""))


def letters_of(pdf: bytes) -> str:
    """Everything printed, without any space: for what a line break may have cut."""
    return words_of(pdf).replace(" ", "")


def without_spaces(text: str) -> str:
    """A text in the form that `letters_of` gives."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def smallest_type(pdf: bytes) -> float:
    """The size of the smallest letter printed, in points."""
    found: list[float] = []

    def note(text: str, _around: object, matrix: list[float], _font: object, size: float) -> None:
        if text.strip():
            found.append(size * abs(matrix[3]))

    for page in opened(pdf).pages:
        page.extract_text(visitor_text=note)
    return min(found)


def structure(pdf: bytes) -> list[tuple[str, str]]:
    """Each element of the structure tree in reading order, with the language it is in: its own, or that around it."""
    root = opened(pdf).trailer["/Root"]
    found: list[tuple[str, str]] = []
    _walk(root["/StructTreeRoot"], str(root["/Lang"]), found)
    return found


def _walk(node: Any, language: str, found: list[tuple[str, str]]) -> None:
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for child in node:
            _walk(child, language, found)
    elif isinstance(node, dict):
        language = str(node.get("/Lang", language))
        if "/S" in node:
            found.append((str(node["/S"])[1:], language))
        if "/K" in node:
            _walk(node["/K"], language, found)
