"""What a page is called in the counts: the name of its address, and of its question or article, never the address itself."""

import re
from collections.abc import Callable
from typing import Any, TypeVar

from django.urls import Resolver404, ResolverMatch, resolve

from childmaintenance.foundation import language

View = TypeVar("View", bound=Callable[..., Any])
OF_A_JOURNEY = ("group", "question")
NAME = re.compile(r"[\w:.\- ]{1,120}", re.ASCII)
WELSH = "/cy"


def told_apart_by(*parts: str) -> Callable[[View], View]:
    """Mark a view whose pages are different things to read: these parts of the address tell them apart.

    Only for what we wrote ourselves, such as the name of a guide; never for what belongs to somebody.
    """

    def mark(view: View) -> View:
        view.told_apart_by = parts  # type: ignore[attr-defined]
        return view

    return mark


def uncounted(view: View) -> View:
    """Mark a view that is never counted: that somebody was there at all could hurt them."""
    view.uncounted = True  # type: ignore[attr-defined]
    return view


def asks(view: View) -> View:
    """Mark a page with a form of its own, so that it is counted how many saw it and how many sent it."""
    view.asks = True  # type: ignore[attr-defined]
    return view


def name_of(match: ResolverMatch | None) -> str:
    """The page's name, as "parents:apply:question your-name"; empty for what is not counted: staff's pages, machines'."""
    if match is None or getattr(match.func, "uncounted", False):
        return ""
    if not match.view_name or str(getattr(match.func, "who_may", "")).startswith("staff"):
        return ""
    parts = getattr(match.func, "told_apart_by", OF_A_JOURNEY if "draft" in match.kwargs else ())
    name = " ".join([match.view_name, *(str(match.kwargs[part]) for part in parts if match.kwargs.get(part))])
    return name if NAME.fullmatch(name) else ""


def name_of_path(path: str) -> str:
    """The name of the page at a path of ours; empty where there is none."""
    bare = path.removeprefix(WELSH) if path == WELSH or path.startswith(f"{WELSH}/") else path
    try:
        with language.in_language(language.ENGLISH):  # whose addresses have no prefix
            return name_of(resolve(bare or "/"))
    except Resolver404:
        return ""
