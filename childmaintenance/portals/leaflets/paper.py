"""A leaflet's words as blocks for the printer, and as plain text to read aloud."""

import re
from collections.abc import Iterator

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from markdown_it import MarkdownIt
from markdown_it.token import Token

from childmaintenance.correspondence.blocks import Block, bullets, callout, heading, paragraph, steps, table, words
from childmaintenance.correspondence.leaflets import Leaflet
from childmaintenance.foundation.language import long_date
from childmaintenance.guidance.shelf import as_written
from childmaintenance.guidance.terms import Page
from childmaintenance.guidance.writing import MARK, NOTES, OURS

TO_FILL_IN = re.compile(r"_{3,}|☐ ?")
_parser = MarkdownIt("commonmark", {"html": False}).enable("table")


def on_paper(page: Page) -> Leaflet:
    """The leaflet as the printer takes it, in the reader's language, with today's figures."""
    return Leaflet(
        code=page.more["code"],
        version=page.more["version"],
        as_of=page.as_of,
        heading=page.title,
        summary=page.summary,
        blocks=(*_blocks(_parser.parse(as_written(page).markdown)), paragraph(terms_of(page))),
    )


def terms_of(page: Page) -> str:
    """Until when the words may be trusted, and that they may be copied."""
    until = _("To be checked again by %(day)s.") % {"day": long_date(page.review_by)}
    return until + " " + _("The words are our own: anybody may copy them, under the MIT licence.")


def to_read_aloud(page: Page) -> str:
    """Nothing but words and full stops, a heading to a line: for a reader, a telephone or a machine that speaks."""
    lines = [f"{page.title}.", page.summary, ""]
    for part in as_written(page).sections:
        lines += [f"{part.heading.rstrip('.?!')}." if part.heading else "", TO_FILL_IN.sub("", part.text).strip(), ""]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


def _blocks(tokens: list[Token]) -> Iterator[Block]:
    place, told = 0, set[str]()
    while place < len(tokens):
        token = tokens[place]
        end = _end(tokens, place)
        said = [_words(one, told) for one in tokens[place:end] if one.type == "inline"]
        match token.type:
            case "heading_open":
                yield heading(said[0], int(token.tag[1]))
            case "paragraph_open":
                yield paragraph(said[0])
            case "bullet_list_open":
                yield bullets(said)
            case "ordered_list_open":
                yield steps(said)
            case "blockquote_open":
                kind, _found, first = _kind(said[0])
                yield callout(kind, [line for line in (first, *said[1:]) if line])
            case "table_open":
                wide = sum(one.type == "th_open" for one in tokens[place:end])
                rows = [said[row : row + wide] for row in range(wide, len(said), wide)]
                yield table([words(head) for head in said[:wide]], rows, caption="")
        place = end + 1


def _end(tokens: list[Token], place: int) -> int:
    """Where the element that begins here is closed."""
    level = tokens[place].level
    return next(i for i in range(place + 1, len(tokens)) if tokens[i].level == level and tokens[i].nesting == -1)


def _kind(first: str) -> tuple[str, str, str]:
    """The name of a note's kind, and the rest of its first line."""
    found = MARK.match(first)
    return (str(NOTES[found[1]]), found[1], first[found.end() :]) if found else ("", "", first)


def _words(inline: Token, told: set[str]) -> str:
    """The words of a line; a link is followed by its address, the first time in a leaflet."""
    parts, href = [], ""
    for child in inline.children or []:
        if child.type in ("text", "code_inline"):
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif child.type == "link_open":
            href = _address(str(child.attrGet("href")))
        elif child.type == "link_close" and href not in told:
            told.add(href)
            parts.append(f" ({href})")
    return "".join(parts)


def _address(href: str) -> str:
    """An address as people type it."""
    if found := OURS.match(href):
        path = reverse("guides:guide", kwargs={"slug": found[2]}) if found[1] == "guide" else reverse(found[2])
        href = f"{settings.SITE_ADDRESS}{path}"
    return re.sub(r"^https?://", "", href)
