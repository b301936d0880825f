"""The one cookie of a chat: a key that is a secret, and beside it one letter that is none, for whether the chat is still open.

The letter lets any page say "go back to your chat" without asking the database, and without a script.
"""

from typing import Final

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from childmaintenance.privacy.choices import take_away as drop
from childmaintenance.privacy.cookies import entry

NAME: Final = "chat"
OPEN, OVER = "o", "e"


def keep(response: HttpResponseBase, key: str, *, is_open: bool, seconds: int) -> None:
    """Keep the key on the device, for as long as it opens anything."""
    response.set_cookie(
        entry(NAME).name_on_device,
        f"{OPEN if is_open else OVER}.{key}",
        max_age=min(seconds, entry(NAME).seconds),
        path="/",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def key_of(request: HttpRequest) -> str:
    """The key that this browser holds, or nothing."""
    return _parts(request)[1]


def is_open(request: HttpRequest) -> bool:
    """Whether this browser has a chat that was open when it last saw it."""
    return _parts(request)[0] == OPEN


def take_away(response: HttpResponseBase) -> None:
    """Have the browser forget the key."""
    drop(response, NAME)


def _parts(request: HttpRequest) -> tuple[str, str]:
    state, _, key = request.COOKIES.get(entry(NAME).name_on_device, "").partition(".")
    return (state, key) if state in (OPEN, OVER) else ("", "")
