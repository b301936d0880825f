"""Every address that we send people to, and where we name it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from urllib.parse import urldefrag

from childmaintenance.guidance import contacts, helplines, organisations, ways
from childmaintenance.guidance.shelf import Shelf
from childmaintenance.guidance.writing import links


def named() -> Mapping[str, tuple[str, ...]]:
    """Each address outside, without its fragment, with the files that name it."""
    found: dict[str, set[str]] = defaultdict(set)
    for address, where in _every():
        if address.startswith("https://"):
            found[urldefrag(address).url].add(where)
    return {address: tuple(sorted(where)) for address, where in sorted(found.items())}


def _every() -> Iterator[tuple[str, str]]:
    for one in organisations.organisations():
        yield one.website, f"organisations: {one.key}"
        for mark in one.marks:
            yield mark.seen_at, f"organisations: {one.key}"
    for helpline in helplines.helplines():
        yield helpline.website, f"helplines: {helpline.key}"
    for line in contacts.lines():
        yield line.website, f"contacts: {line.key}"
        yield line.source.at, f"contacts: {line.key}"
    for source in ways.sources():
        yield source.at, "ways"
    for shelf in Shelf.every:
        for page in shelf.pages():
            where = f"{page.shelf}/{page.slug}"
            for source in (*page.sources, *(figure.source for figure in page.figures.values())):
                yield source.at, where
            for words in page.words.values():
                yield from ((href, where) for href in links(words))
