"""Everything that an answer tells whoever gets it: its page, its file, its headers, its addresses."""

import io
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import unescape
from typing import Any

from pypdf import PdfReader

from tests.leaks.canaries import Canary, Reader, found_in

OURS = {"Content-Security-Policy"}  # holds a random number for each answer, and nothing of anybody's


def told_by(response: Any) -> Iterator[tuple[str, str]]:
    """The parts of an answer, each with where it stood."""
    for name, value in response.headers.items():
        if name not in OURS:
            yield f"header {name}", value
    for cookie in response.cookies.values():
        yield f"cookie {cookie.key}", cookie.value
    body, kind = response.getvalue(), response.headers.get("Content-Type", "")
    if kind.startswith("application/pdf"):
        yield from paper(body)
    else:
        yield "page" if "html" in kind else kind, body.decode("utf-8", "replace")


@lru_cache(200)
def paper(body: bytes) -> tuple[tuple[str, str], ...]:
    """The words of a PDF, and what else it carries. Taking one apart is slow, and everybody gets the same leaflets."""
    document = PdfReader(io.BytesIO(body))
    return (
        ("pdf", "\n".join(page.extract_text() for page in document.pages)),
        ("pdf metadata", " ".join(str(value) for value in (document.metadata or {}).values())),
        ("pdf attachments", " ".join(document.attachments)),
    )


def addresses_in(page: str) -> list[str]:
    """Where a page's links, forms and pictures lead."""
    return [unescape(found) for found in re.findall(r"""\s(?:href|action|src)=["']([^"']*)["']""", page)]


def leaks(reader: Reader, where: str, parts: Iterable[tuple[str, str]], canaries: list[Canary]) -> list[str]:
    """What stands in these parts that this reader may not see; and in an address nothing of anybody may stand."""
    found = []
    for part, text in parts:
        for canary in found_in(text, canaries):
            if not reader.may_see(canary):
                found.append(f"{reader.name} reads {canary} in {part} of {where}")
        if part == "page":
            for address in addresses_in(text):
                found += [f"an address holds {canary}: on {where}" for canary in found_in(address, canaries)]
        if part == "header Location":
            found += [f"an address holds {canary}: to {where}" for canary in found_in(text, canaries)]
    return found
