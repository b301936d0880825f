"""Markdown as we print it: our classes, a name for every heading, notes that say what kind they are, no HTML of the writer's.

A quotation is a note. Its first line may say which: [!DOUBT] what we are not certain of, [!DANGER] what may hurt, [!LAW] the
provision. A link to `guide:SLUG` or `page:NAME` is to a page of ours by its name, in the reader's language.
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape

from childmaintenance.guidance.terms import Section, Written

CLASSES: Final = {
    "paragraph_open": "govuk-body",
    "bullet_list_open": "govuk-list govuk-list--bullet",
    "ordered_list_open": "govuk-list govuk-list--number",
    "table_open": "govuk-table",
    "thead_open": "govuk-table__head",
    "tbody_open": "govuk-table__body",
    "tr_open": "govuk-table__row",
    "th_open": "govuk-table__header",
    "td_open": "govuk-table__cell",
    "link_open": "govuk-link",
}
HEADINGS: Final = {"h2": "govuk-heading-m", "h3": "govuk-heading-s", "h4": "govuk-heading-s"}
NOTES: Final = {"DOUBT": _("We are not certain"), "DANGER": _("Important"), "LAW": _("Where this is in the law")}
MARK: Final = re.compile(r"\[!(\w+)\]\s*")
SPACES: Final = re.compile(r"\s+")
NOT_A_NAME: Final = re.compile(r"[^\w\s-]")
OURS: Final = re.compile(r"(guide|page):([\w:-]+)(#[\w-]+)?\Z")

_parser = MarkdownIt("commonmark", {"html": False}).enable("table")


class Unprintable(ValueError):
    """The words ask for something that a page does not have."""


def written(markdown: str) -> Written:
    """Words with their figures filled in, as a page and section by section."""
    tokens = _parser.parse(markdown)
    dress(tokens)
    parts = tuple(_sections(tokens))
    return Written(
        html=Markup("").join(part.html for part in parts),
        sections=parts,
        markdown=markdown,
    )


def dress(tokens: list[Token]) -> None:
    """Give each element its class and each link its address, in place."""
    for place, token in enumerate(tokens):
        if (name := CLASSES.get(token.type)) is not None and not token.attrGet("class"):
            token.attrSet("class", name)
        if token.type == "heading_open":
            if token.tag not in HEADINGS:
                raise Unprintable(f"A page's words use ## to ####, not {token.tag}: the title is the only h1.")
            token.attrSet("class", HEADINGS[token.tag])
            token.attrSet("id", anchor(tokens[place + 1].content))
        elif token.type == "th_open":
            if tokens[place + 1].content:
                token.attrSet("scope", "col")
            else:
                _corner(tokens, place)
        elif token.type == "blockquote_open":
            _note(tokens, place)
        for inner in token.children or []:
            if inner.type == "link_open":
                _link(inner)


def anchor(heading: str) -> str:
    """A heading as a name within the page's address."""
    return SPACES.sub("-", NOT_A_NAME.sub("", heading.lower()).strip())


def links(markdown: str) -> list[str]:
    """Every address that the words link to, as written, in their order."""
    return [
        str(link.attrGet("href"))
        for token in _parser.parse(markdown)
        for link in token.children or []
        if link.type == "link_open"
    ]


def headings(markdown: str) -> list[str]:
    """The ranks of the headings, in their order."""
    return [token.tag for token in _parser.parse(markdown) if token.type == "heading_open"]


def _link(link: Token) -> None:
    link.attrSet("class", "govuk-link")
    href = str(link.attrGet("href"))
    if found := OURS.match(href):
        kind, name, part = found[1], found[2], found[3] or ""
        address = reverse("guides:guide", kwargs={"slug": name}) if kind == "guide" else reverse(name)
        link.attrSet("href", address + part)
    elif href.startswith("https://"):
        link.attrSet("rel", "noopener noreferrer")
    elif not href.startswith("#"):
        raise Unprintable(f"{href!r} is neither a page of ours by name nor an https address.")


def _corner(tokens: list[Token], place: int) -> None:
    """An empty first heading stands over the names of the rows: it heads nothing itself, and each of them heads its row."""
    tokens[place].tag = tokens[place + 2].tag = "td"
    tokens[place].attrSet("class", CLASSES["td_open"])
    for at in range(place, len(tokens)):
        if tokens[at].type == "table_close":
            return
        if tokens[at].type == "td_open" and tokens[at - 1].type == "tr_open":
            tokens[at].tag = tokens[at + 2].tag = "th"
            tokens[at].attrs = {"class": CLASSES["th_open"], "scope": "row"}


def _note(tokens: list[Token], place: int) -> None:
    """A quotation becomes a note with its kind said in words."""
    close = next(
        i
        for i in range(place, len(tokens))
        if tokens[i].type == "blockquote_close" and tokens[i].level == tokens[place].level
    )
    tokens[place].tag = tokens[close].tag = "div"
    first = next(token for token in tokens[place:close] if token.type == "inline")
    kind = ""
    if first.children and (found := MARK.match(first.children[0].content)):
        kind = found[1]
        if kind not in NOTES:
            raise Unprintable(f"[!{kind}] is no kind of note; there are {', '.join(NOTES)}.")
        first.children[0].content = first.children[0].content[found.end() :]
        if not first.children[0].content and len(first.children) > 1 and first.children[1].type == "softbreak":
            first.children = first.children[2:]
        label = Token("html_inline", "", 0)
        label.content = str(Markup("<strong>{}.</strong> ").format(NOTES[kind]))
        first.children.insert(0, label)
    tokens[place].attrSet("class", f"govuk-inset-text ocm-note{f' ocm-note--{kind.lower()}' if kind else ''}")


def _sections(tokens: list[Token]) -> Iterator[Section]:
    """What stands under each heading."""
    begins = [place for place, token in enumerate(tokens) if token.type == "heading_open" and token.level == 0]
    edges = [0, *begins, len(tokens)]
    for begin, end in pairwise(edges):
        part = tokens[begin:end]
        if not part:
            continue
        has_heading = part[0].type == "heading_open"
        yield Section(
            anchor=str(part[0].attrGet("id")) if has_heading else "",
            heading=_plain(part[1]) if has_heading else "",
            level=int(part[0].tag[1]) if has_heading else 1,
            html=Markup(_html(part)),  # noqa: S704 -- as above
            text=_text(part[3:] if has_heading else part),
        )


def _html(tokens: list[Token]) -> str:
    """Tables stand in a region that scrolls, named by their heading row."""
    html = str(_parser.renderer.render(tokens, _parser.options, {}))
    names = (
        ", ".join(filter(None, _row(tokens, place))) for place, token in enumerate(tokens) if token.type == "table_open"
    )
    opens: Callable[[re.Match[str]], str] = lambda found: (  # noqa: E731
        f'<div class="ocm-scroll" tabindex="0" role="region" aria-label="{escape(next(names))}">{found[0]}'
    )
    return re.sub(r'<table class="govuk-table">', opens, html).replace("</table>", "</table></div>")


def _row(tokens: list[Token], place: int) -> list[str]:
    end = next(i for i in range(place, len(tokens)) if tokens[i].type == "thead_close")
    return [_plain(token) for token in tokens[place:end] if token.type == "inline" and token.content]


def _plain(inline: Token) -> str:
    return "".join(
        " " if child.type in ("softbreak", "hardbreak") else child.content
        for child in inline.children or []
        if child.type in ("text", "code_inline", "softbreak", "hardbreak")
    )


def _text(tokens: list[Token]) -> str:
    """The words alone, a full stop after what has none, for searching and reading aloud."""
    said = [_plain(token).strip() for token in tokens if token.type == "inline"]
    return " ".join(one if one[-1] in ".?!:" else f"{one}." for one in said if one)
