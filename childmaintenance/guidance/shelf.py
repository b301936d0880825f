"""A folder of content: `<slug>.toml`, `<slug>.en.md` and `<slug>.cy.md` side by side, loaded and checked once."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Final

from childmaintenance.foundation import clock, language
from childmaintenance.guidance.figures import filled, placeholders
from childmaintenance.guidance.terms import Audience, Nation, OwnFigure, Page, Source, Written
from childmaintenance.guidance.writing import headings, links, written

LONGEST_UNREVIEWED: Final = dt.timedelta(days=366)
SAID_ONCE: Final = {"title", "summary", "audience", "nations", "as_of", "review_by", "source"}
SAID_SOMETIMES: Final = {"figures"}


class NoSuchPage(LookupError):
    """The shelf holds no page of that name."""


class Unfit(ValueError):
    """Content that cannot be shown; each problem names its file."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class Shelf:
    """Pages of one kind. `more` names what each of its pages says besides, beyond the words every page has."""

    every: "list[Shelf]" = []

    def __init__(self, folder: Path, *, more: frozenset[str] = frozenset()) -> None:
        self.folder, self.name, self.more = folder, folder.name, more
        Shelf.every.append(self)

    @cached_property
    def _pages(self) -> Mapping[str, Page]:
        found, problems = read(self.folder, self.more)
        if problems:
            raise Unfit(problems)
        return found

    def pages(self, *, audience: Audience | None = None, nation: Nation | None = None) -> tuple[Page, ...]:
        """Every page, or those for somebody or somewhere, in the order of their names. Raises Unfit where one is broken."""
        return tuple(
            page
            for page in self._pages.values()
            if (audience is None or page.is_for(audience)) and (nation is None or nation in page.nations)
        )

    def page(self, slug: str) -> Page:
        """One page by its name; raises NoSuchPage."""
        try:
            return self._pages[slug]
        except KeyError:
            raise NoSuchPage(slug) from None


def as_written(page: Page) -> Written:
    """The page as it reads today in the reader's language."""
    return _as_written(_Whole(page), clock.today(), language.current())


def as_written_on(page: Page, on: dt.date, code: str) -> Written:
    """The page as it reads on a day in a language."""
    with language.in_language(code):
        return _as_written(_Whole(page), on, code)


class _Whole:
    """A page that can be a key: by its name and its words."""

    def __init__(self, page: Page) -> None:
        self.page, self.key = page, (page.shelf, page.slug, page.words["en"], page.words["cy"])

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Whole) and self.key == other.key


@lru_cache(maxsize=512)
def _as_written(whole: _Whole, on: dt.date, code: str) -> Written:
    page = whole.page
    return written(filled(page.words[code], own=page.figures, on=on, territory=page.territory))


def read(folder: Path, more: frozenset[str] = frozenset()) -> tuple[dict[str, Page], list[str]]:
    """Every page of a folder and everything that is wrong with it, as lines that name the file."""
    pages: dict[str, Page] = {}
    problems: list[str] = []
    for file in sorted(folder.glob("*.toml")):
        slug = file.stem
        try:
            said = tomllib.loads(file.read_text(encoding="utf-8"))
            words = {code: (folder / f"{slug}.{code}.md").read_text(encoding="utf-8") for code in language.LANGUAGES}
            wrong = _wrong(said, words, more)
            if not wrong:
                pages[slug] = _page(slug, folder.name, said, words, more)
        except (OSError, ValueError, KeyError, TypeError) as error:
            wrong = [f"{type(error).__name__}: {error}"]
        problems += [f"{folder.name}/{slug}: {one}" for one in wrong]
    for file in sorted(folder.glob("*.md")):
        if not (folder / f"{file.name.split('.')[0]}.toml").exists():
            problems.append(f"{folder.name}/{file.name}: there is no .toml beside it")
    return pages, problems


def _page(slug: str, shelf: str, said: dict[str, Any], words: dict[str, str], more: frozenset[str]) -> Page:
    return Page(
        slug=slug,
        shelf=shelf,
        titles=said["title"],
        summaries=said["summary"],
        audience=tuple(Audience(one) for one in said["audience"]),
        nations=tuple(Nation(one) for one in said["nations"]),
        as_of=said["as_of"],
        review_by=said["review_by"],
        sources=tuple(Source(**one) for one in said["source"]),
        words=words,
        figures={
            name: OwnFigure(value=one["value"], source=Source(**one["source"]))
            for name, one in said.get("figures", {}).items()
        },
        more={key: said[key] for key in more if key in said},
    )


def _wrong(said: dict[str, Any], words: dict[str, str], more: frozenset[str]) -> list[str]:
    """What an editor must put right before the page can be shown."""
    found = [f"says nothing of {key}" for key in sorted(SAID_ONCE - set(said))]
    found += [f"says {key}, which no page says" for key in sorted(set(said) - SAID_ONCE - SAID_SOMETIMES - more)]
    if found:
        return found
    for key in ("title", "summary"):
        if set(said[key]) != set(language.LANGUAGES) or not all(text.strip() for text in said[key].values()):
            found.append(f"{key} must be said in {' and '.join(language.LANGUAGES)}")
    for key in ("audience", "nations", "source"):
        if not said[key]:
            found.append(f"{key} names nobody" if key != "source" else "names no source")
    if not said["as_of"] < said["review_by"] <= said["as_of"] + LONGEST_UNREVIEWED:
        found.append("review_by must come after as_of, and within a year")
    english, welsh = words["en"], words["cy"]
    if sorted(placeholders(english)) != sorted(placeholders(welsh)):
        found.append(f"the figures differ: {placeholders(english)} and {placeholders(welsh)}")
    if sorted(links(english)) != sorted(links(welsh)):
        found.append(f"the links differ: {links(english)} and {links(welsh)}")
    if headings(english) != headings(welsh):
        found.append(f"the headings differ: {headings(english)} and {headings(welsh)}")
    unused = {f"here.{name}" for name in said.get("figures", {})} - set(placeholders(english))
    found += [f"{name} is never used" for name in sorted(unused)]
    return found
