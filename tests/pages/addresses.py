"""The address of every page that anybody may read, gathered from what there is: none has to be remembered here."""

import re
from collections.abc import Callable, Iterable, Iterator

from django.urls import get_resolver

from childmaintenance.config.routes import walk
from childmaintenance.guidance.guides import GUIDES
from childmaintenance.guidance.leaflets import LEAFLETS
from childmaintenance.portals.public.privacy import NATION_NAMES
from childmaintenance.privacy.notices import Kind, versions

PART = re.compile(r"<(?:\w+:)?(\w+)>")
NOT_PAGES = ("draft", "reference", "token", "rest")
"""What stands in an address for something of one visitor's own; the stories of each journey open those."""


def without_parts() -> list[str]:
    """Every address for anybody that needs nothing filled in."""
    return [f"/{route}" for route in _for_anybody() if not re.search(r"[<^(]", route)]


def with_parts() -> list[str]:
    """Every address for anybody that names what we wrote: a guide, a leaflet, a notice. Fails on one it does not know."""
    found = []
    for route in _for_anybody():
        parts = PART.findall(route)
        if parts and "^" not in route and not set(parts) & set(NOT_PAGES):
            found += [_filled(route, values) for values in FILLINGS[tuple(parts), route.partition("/")[0]]()]
    return found


def _for_anybody() -> Iterator[str]:
    for route, view in walk(get_resolver().url_patterns):
        if str(getattr(view, "who_may", "")).startswith("anyone"):
            yield route


def _filled(route: str, values: Iterable[str]) -> str:
    for value in values:
        route = PART.sub(value, route, count=1)
    return f"/{route}"


def _numbers() -> list[str]:
    return [str(notice.number) for notice in versions(Kind.PRIVACY)]


FILLINGS: dict[tuple[tuple[str, ...], str], Callable[[], list[tuple[str, ...]]]] = {
    (("slug",), "guides"): lambda: [(guide.slug,) for guide in GUIDES.pages()],
    (("slug",), "leaflets"): lambda: [(leaflet.slug,) for leaflet in LEAFLETS.pages()],
    (("nation",), "information-charter"): lambda: [(nation,) for nation in NATION_NAMES],
    (("number",), "privacy"): lambda: [(number,) for number in _numbers()],
    (("older", "newer"), "privacy"): lambda: list(zip(_numbers(), _numbers()[1:], strict=False)),
}
