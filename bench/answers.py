"""How well a question gets its answer: questions as people ask them, in both languages, kept apart from what taught the search."""

import os
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from childmaintenance.guidance.searching.teaching import Asked

QUESTIONS = Path(__file__).with_name("questions.toml")
LANGUAGES = {"en": "English", "cy": "Cymraeg"}
AGAIN = 5
NEAR = 3
PARTS = 10


@dataclass
class Counted:
    """What was found for one set of questions."""

    questions: int = 0
    first: int = 0
    near: int = 0
    handed_over: int = 0
    missed: list[str] = field(default_factory=list)


def run() -> str:
    _django()
    from childmaintenance.foundation.language import in_language
    from childmaintenance.guidance.searching.teaching import asked

    apart: dict[str, Any] = tomllib.loads(QUESTIONS.read_text(encoding="utf-8"))
    found: dict[str, tuple[Counted, Counted, Counted]] = {}
    times: list[float] = []
    for code in LANGUAGES:
        with in_language(code):
            found[code] = (_count(apart[code], code, times), _learned(asked(code), code), _others(apart, code))
    return _section(found, sorted(times))


def _django() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "childmaintenance.config.settings")
    os.environ.setdefault("OCM_MODE", "test")
    import django

    django.setup()


def _count(questions: list[Any], code: str, times: list[float]) -> Counted:
    """Ask each question several times; the pages are those of the first time, and every time is measured."""
    from childmaintenance.guidance.searching.answers import answer, search

    search("warm", code)
    counted = Counted()
    for text, right in questions:
        for _ in range(AGAIN):
            began = perf_counter()
            pages = [one.passage.page for one in search(text, code)][:NEAR]
            times.append(perf_counter() - began)
        counted.questions += 1
        counted.first += pages[:1] != [] and pages[0] in right
        counted.near += any(page in right for page in pages)
        counted.handed_over += answer(text, code).best is None
        if not any(page in right for page in pages):
            counted.missed.append(text)
    return counted


def _learned(questions: "Sequence[Asked]", code: str) -> Counted:
    """The questions that teach, each asked of an index that has not learned it: in ten parts, one after another left out."""
    from childmaintenance.guidance.searching.index import Index
    from childmaintenance.guidance.searching.learning import Teacher, elsewhere
    from childmaintenance.guidance.searching.passages import passages
    from childmaintenance.guidance.searching.vocabulary import vocabulary

    counted, everything = Counted(), passages(code)
    for part in range(PARTS):
        left_out = questions[part::PARTS]
        known = [one for place, one in enumerate(questions) if place % PARTS != part]
        index = Index(everything, Teacher([*known, *elsewhere(code)], vocabulary(code)), vocabulary(code))
        for one in left_out:
            pages = [found.passage.page for found in index.ask(one.text)][:NEAR]
            counted.questions += 1
            counted.first += pages[:1] != [] and pages[0] in one.pages
            counted.near += any(page in one.pages for page in pages)
    return counted


def _others(apart: dict[str, Any], code: str) -> Counted:
    """What no page of ours answers: a person should."""
    from childmaintenance.guidance.searching.answers import answer

    others = apart[f"other_{code}"]
    handed_over = sum(answer(text, code).best is None for text in others)
    return Counted(questions=len(others), handed_over=handed_over)


def _section(found: dict[str, tuple[Counted, Counted, Counted]], times: list[float]) -> str:
    rows = []
    for code, name in LANGUAGES.items():
        apart, _, others = found[code]
        rows.append(
            f"| {name} | {apart.questions} | {_part(apart.first, apart.questions)} | {_part(apart.near, apart.questions)} | "
            f"{_part(apart.handed_over, apart.questions)} | {others.handed_over} of {others.questions} |"
        )
    both = [
        sum(getattr(found[code][0], what) for code in LANGUAGES)
        for what in ("questions", "first", "near", "handed_over")
    ]
    rows.append(
        f"| both | {both[0]} | **{_part(both[1], both[0])}** | **{_part(both[2], both[0])}** | {_part(both[3], both[0])} | |"
    )
    taught = [
        f"| {name} | {found[code][1].questions} | {_part(found[code][1].first, found[code][1].questions)} | "
        f"{_part(found[code][1].near, found[code][1].questions)} |"
        for code, name in LANGUAGES.items()
    ]
    middle, high = times[len(times) // 2] * 1000, times[int(len(times) * 0.95)] * 1000
    missed = "; ".join(f"*{text}*" for code in LANGUAGES for text in found[code][0].missed)
    return "\n".join(
        [
            "## Questions answered",
            "",
            "The right page first, and among the first three, for questions kept apart (`bench/questions.toml`): written by somebody",
            "who had seen neither the search nor what taught it, and used once, when it was finished. The aim is 80 % and 95 %.",
            "*To a person*: below the confidence at which the box answers. *Of another kind*: questions that none of our pages",
            "answers, and how many went to a person.",
            "",
            "| | questions | first | first three | to a person | of another kind, to a person |",
            "|---|---|---|---|---|---|",
            *rows,
            "",
            "The questions that teach the search (`guidance/searching/asked/`), each asked of an index that had not learned it:",
            "",
            "| | questions | first | first three |",
            "|---|---|---|---|",
            *taught,
            "",
            f"A search takes {middle:.1f} ms, and {high:.1f} ms at the 95th percentile (aim: 50), in one process.",
            "",
            f"Not among the first three: {missed or 'none'}.",
        ]
    )


def _part(some: int, every: int) -> str:
    return f"{100 * some / max(1, every):.0f} %"
