"""Every address of the service, and who may use it: what the views' marks of accounts.access say."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

UNMARKED = "nobody said who may"


def routes() -> list[str]:
    """A line an address, sorted: the address, a bar, and who may."""
    return sorted(
        f"/{route} | {getattr(view, 'who_may', UNMARKED)}" for route, view in walk(get_resolver().url_patterns)
    )


def walk(patterns: list[URLPattern | URLResolver], before: str = "") -> Iterator[tuple[str, object]]:
    """Every address below, with the view that answers."""
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from walk(pattern.url_patterns, route)
        else:
            yield route, pattern.callback
