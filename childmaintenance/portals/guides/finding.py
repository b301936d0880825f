"""How what was found is shown: with its address, the beginning of its words, and the day it was checked."""

import datetime as dt
import re
from dataclasses import dataclass

from django.http import HttpRequest
from markupsafe import Markup

from childmaintenance.foundation.language import in_language
from childmaintenance.guidance.searching.answers import MOST_CHARACTERS, NEEDS_BOTH
from childmaintenance.guidance.searching.index import Found
from childmaintenance.guidance.searching.passages import content_of
from childmaintenance.guidance.terms import Source
from childmaintenance.portals.guides.onward import Link, address_of, onward

FIELD = "question"
OWN_HEADING = re.compile(r"^<h\d[^>]*>.*?</h\d>\s*", re.DOTALL)
SHORT = 180
TOGETHER = NEEDS_BOTH | {"arrangement:start"}
"""The ways on that are about doing it with the other parent, by the names that guides use."""


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One thing that was found, as a reader sees it. `as_of` is None for a page of ours that holds no facts."""

    title: str
    heading: str
    href: str
    beginning: str
    html: Markup
    as_of: dt.date | None
    sources: tuple[Source, ...]
    leads_to: tuple[Link, ...]


def shown(found: Found, code: str, *, urgent: bool = False) -> Shown:
    """What was found in a language, with its addresses in that language. Who may not be safe is led to nothing together."""
    passage, content = found.passage, content_of(found.passage.page)
    with in_language(code):
        names = content.more.get("leads_to", []) if content else []
        return Shown(
            title=passage.title,
            heading=passage.heading,
            href=address_of(passage.page, passage.anchor),
            beginning=beginning(passage.summary if begins_with_a_table(passage.html) else passage.text),
            html=Markup(OWN_HEADING.sub("", passage.html)),  # noqa: S704 -- our own page, less its heading
            as_of=content.as_of if content else None,
            sources=content.sources if content else (),
            leads_to=tuple(onward(name) for name in names if not (urgent and name in TOGETHER)),
        )


def begins_with_a_table(html: str) -> bool:
    """Whether the words would be no sentence: the cells of a table."""
    return "<table" in html and "<p" not in html.partition("<table")[0]


def beginning(text: str) -> str:
    """The first words of a passage, to the end of a word."""
    return text if len(text) <= SHORT else f"{text[:SHORT].rpartition(' ')[0]}…"


def asked(request: HttpRequest) -> str:
    """What somebody typed, as far as we read it; nothing of it is kept."""
    return " ".join(request.POST.get(FIELD, "").split())[:MOST_CHARACTERS]
