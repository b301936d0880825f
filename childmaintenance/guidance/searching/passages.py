"""What can be found: every section of the guides and of the questions, and pages of ours that are no content."""

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from markupsafe import Markup

from childmaintenance.foundation import clock
from childmaintenance.guidance.guides import GUIDES
from childmaintenance.guidance.questions import QUESTIONS
from childmaintenance.guidance.shelf import as_written_on
from childmaintenance.guidance.terms import Page

HERE = Path(__file__).parent
DOORS_KEPT_IN = HERE / "doors.toml"
ASKED_KEPT_IN = HERE / "asked.toml"


@dataclass(frozen=True, kw_only=True)
class Passage:
    """A piece of a page. `page` is its key: guide:SLUG, faq:SLUG, or page:NAME for what is no content of ours."""

    page: str
    title: str
    summary: str
    heading: str
    anchor: str
    html: Markup
    text: str


def passages(code: str) -> tuple[Passage, ...]:
    """Everything that can be found in a language, as it reads today."""
    found = [passage for page in GUIDES.pages() for passage in _of_page("guide", page, code)]
    found += [passage for page in QUESTIONS.pages() for passage in _of_page("faq", page, code)]
    return (*found, *_doors(code))


def asked(code: str) -> dict[str, tuple[str, ...]]:
    """The questions in people's words that each page answers: those of its own file, and the kept ones."""
    found: dict[str, list[str]] = defaultdict(list)
    for page in GUIDES.pages():
        found[f"guide:{page.slug}"] += [one[code] for one in page.more.get("asked", [])]
    for door in _doors_kept():
        found[f"page:{door['key']}"] += door["asked"][code]
    for question, right in kept_questions()[code]:
        found[right[0]].append(question)
    return {page: tuple(questions) for page, questions in found.items()}


@cache
def kept_questions() -> dict[str, Any]:
    """What people asked, by language: the question and the pages that answer; and what no page of ours answers."""
    return tomllib.loads(ASKED_KEPT_IN.read_text(encoding="utf-8"))


def content_of(key: str) -> Page | None:
    """The page of content that a key names; none for another page of ours."""
    kind, _, slug = key.partition(":")
    return {"guide": GUIDES, "faq": QUESTIONS}[kind].page(slug) if kind in ("guide", "faq") else None


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


def _doors(code: str) -> list[Passage]:
    return [
        Passage(
            page=f"page:{one['key']}",
            title=one["title"][code],
            summary=one["says"][code],
            heading="",
            anchor="",
            html=Markup('<p class="govuk-body">{}</p>').format(one["says"][code]),
            text=one["says"][code],
        )
        for one in _doors_kept()
    ]


@cache
def _doors_kept() -> list[dict[str, Any]]:
    doors: list[dict[str, Any]] = tomllib.loads(DOORS_KEPT_IN.read_text(encoding="utf-8"))["door"]
    return doors
