"""What can be found: every section of guides, questions and leaflets, who helps with what, and pages that are no content."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from childmaintenance.foundation import clock
from childmaintenance.guidance.guides import GUIDES
from childmaintenance.guidance.leaflets import LEAFLETS
from childmaintenance.guidance.organisations import Organisation, tailored
from childmaintenance.guidance.organisations.needs import Circumstance, Topic
from childmaintenance.guidance.questions import QUESTIONS
from childmaintenance.guidance.searching.teaching import doors
from childmaintenance.guidance.shelf import Shelf, as_written_on
from childmaintenance.guidance.terms import Page

SHELVES: dict[str, Shelf] = {"guide": GUIDES, "faq": QUESTIONS, "leaflet": LEAFLETS}
HELPERS = "page:separation"
"""The page whose passages are the topics of the list of who can help."""


@dataclass(frozen=True, kw_only=True)
class Passage:
    """A piece of a page. `page` is its key: guide:SLUG, faq:SLUG, leaflet:SLUG, or page:NAME for what is no content of ours."""

    page: str
    title: str
    summary: str
    heading: str
    anchor: str
    html: Markup
    text: str


def passages(code: str) -> tuple[Passage, ...]:
    """Everything that can be found in a language, as it reads today."""
    found = [one for kind, shelf in SHELVES.items() for page in shelf.pages() for one in _of_page(kind, page, code)]
    return (*found, *_doors(code))


def content_of(key: str) -> Page | None:
    """The page of content that a key names; none for another page of ours."""
    kind, _, slug = key.partition(":")
    return SHELVES[kind].page(slug) if kind in SHELVES else None


def _of_page(kind: str, page: Page, code: str) -> list[Passage]:
    steps = " ".join(f"{step['what'][code]}. {step['more'][code]}" for step in page.more.get("steps", []))
    parts = [part for part in as_written_on(page, clock.today(), code).sections if part.text]
    return [
        Passage(
            page=f"{kind}:{page.slug}",
            title=page.titles[code],
            summary=page.summaries[code],
            heading=part.heading,
            anchor=part.anchor,
            html=part.html,
            text=f"{part.text} {steps}" if place == 0 else part.text,
        )
        for place, part in enumerate(parts)
    ]


def _doors(code: str) -> Iterator[Passage]:
    for one in doors():
        door = Passage(
            page=f"page:{one['key']}",
            title=one["title"][code],
            summary=one["says"][code],
            heading="",
            anchor="",
            html=Markup('<p class="govuk-body">{}</p>').format(one["says"][code]),
            text=one["says"][code],
        )
        yield door
        if door.page == HELPERS:
            yield from _topics(door, code)


def _topics(door: Passage, code: str) -> Iterator[Passage]:
    """Who helps with each topic, without those who need both parents: whoever asks may not be safe."""
    for group in tailored(set(Topic), circumstances={Circumstance.UNSAFE}):
        helpers = (*group.first, *group.others, *group.particular)
        names = Markup("").join(
            Markup("<li>{}: {}</li>").format(_name(one, code), one.says[code]) for one in helpers if one.everywhere
        )
        yield Passage(
            page=door.page,
            title=door.title,
            summary=door.summary,
            heading=group.topic.label,
            anchor=group.topic.value,
            html=Markup('<p class="govuk-body">{}</p><ul class="govuk-list govuk-list--bullet">{}</ul>').format(
                group.topic.hint, names
            ),
            text=". ".join(
                (group.topic.hint, *(f"{one.names.get(code, one.names['en'])}: {one.says[code]}" for one in helpers))
            ),
        )


def _name(one: Organisation, code: str) -> Markup:
    """What an organisation is called in a language, marked where it has only its English name."""
    if code in one.names:
        return Markup("{}").format(one.names[code])
    return Markup('<span lang="en">{}</span>').format(one.names["en"])
