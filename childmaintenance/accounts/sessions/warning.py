"""What a signed-in page needs in order to warn that its session ends: a context processor of the templates."""

from dataclasses import dataclass
from math import ceil
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from childmaintenance.accounts.sessions import limits
from childmaintenance.accounts.signing_in.ways_back import page_of
from childmaintenance.foundation import clock

SAID_AT = (300, 240, 180, 120, 60, 30)
"""Seconds before the end at which the words change: often enough to act on, too seldom to talk over the page."""


@dataclass(frozen=True)
class SessionWarning:
    """Seconds until a person is told and until the end, and the addresses the page needs.

    `in_head` and `in_page` are the templates that every page takes in, so that no portal has to remember to warn.
    """

    tell_in: int
    ends_in: int
    may_extend: bool
    page: str
    ends_soon: str
    ended: str
    in_head = "accounts/parts/session_in_head.html"
    in_page = "accounts/parts/session_dialog.html"

    @property
    def sentences(self) -> list[tuple[int, str]]:
        return [(seconds, how_long(seconds)) for seconds in SAID_AT]


def session_warning(request: HttpRequest) -> dict[str, Any]:
    """`session_warning` for the templates: None for a page that nobody is signed in to."""
    row = getattr(getattr(request, "session", None), "row", None)
    if row is None or row.account_id is None:
        return {"session_warning": None}
    left = seconds_left(request)
    page = page_of(request)
    query = urlencode({"next": page})
    return {
        "session_warning": SessionWarning(
            tell_in=max(0, left - int(limits.WARNING.total_seconds())),
            ends_in=left,
            may_extend=limits.may_be_extended(row),
            page=page,
            ends_soon=f"{reverse('account_session_ends_soon')}?{query}",
            ended=f"{reverse('account_session_ended')}?{query}",
        )
    }


def seconds_left(request: HttpRequest) -> int:
    """Whole seconds until the session ends if nothing more is done; nought when it has."""
    row = request.session.row
    return max(0, ceil((limits.ends_at(row) - clock.wall()).total_seconds())) if row else 0


def how_long(seconds: int) -> str:
    """The warning as one sentence."""
    if seconds >= 60:
        minutes = seconds // 60
        return ngettext(
            "Your session ends in %(number)d minute.", "Your session ends in %(number)d minutes.", minutes
        ) % {"number": minutes}
    return _("Your session ends in less than a minute.")
