"""What any page may say about chats: that one can be begun, and the way back to one's own. A context processor."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest

from childmaintenance.chat import queries
from childmaintenance.chat.hours_in_words import desk_hours, opening_in_words
from childmaintenance.chat.terms import Offer
from childmaintenance.privacy import open_chat

BAR = "chat_pages/bar.html"


def offering(request: HttpRequest) -> dict[str, Any]:
    """`chat_offer()` for templates that show it, and `open_chat`: the template of the way back, where there is one."""
    match = request.resolver_match
    marked = str(getattr(match.func, "who_may", "")) if match else ""
    shown = open_chat.is_open(request) and not marked.startswith("staff")
    here = match is not None and match.namespace == "chat"
    return {"chat_offer": asked_once(), "open_chat": BAR if shown and not here else ""}


def asked_once() -> Callable[[], dict[str, Any]]:
    """The offer, asked when a template first wants it."""
    known: list[dict[str, Any]] = []

    def offer() -> dict[str, Any]:
        if not known:
            known.append(in_words(queries.offer()))
        return known[0]

    return offer


def in_words(offer: Offer) -> dict[str, Any]:
    """An offer as templates show it."""
    return {
        "is_open": offer.is_open,
        "now": offer.now.value,
        "languages": offer.languages,
        "opens": opening_in_words(offer.opens_at) if offer.opens_at else "",
        "hours": desk_hours(),
    }
