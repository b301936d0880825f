"""One's own chat: opened by the key in the cookie, and by nothing else."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import add_never_cache_headers

from childmaintenance.accounts.access import View
from childmaintenance.accounts.public_forms import too_often
from childmaintenance.chat import actions, queries
from childmaintenance.chat.terms import ConversationRecord, State
from childmaintenance.foundation import audit, clock
from childmaintenance.foundation.actor import Actor, ActorKind
from childmaintenance.foundation.identifiers import is_reference
from childmaintenance.privacy import open_chat

WRITTEN_DOWN, PER = 20, timedelta(minutes=10)
"""Tries from one network that reach the audit: it is never emptied, so nobody may fill it."""
NO_KEY = "no key"


def own(view: Callable[..., HttpResponseBase]) -> View:
    """Give the view one's own chat in the place of its reference; whoever has another key, or none, does not find it."""

    @wraps(view)
    def found(request: HttpRequest, reference: str, **parts: Any) -> HttpResponseBase:
        key = open_chat.key_of(request)
        mine = queries.by_key(key)
        if mine is None or mine.reference != reference:
            _refused(request, reference, mine)
            raise Http404
        actions.note_seen(reference)
        response = view(request, mine, **parts)
        add_never_cache_headers(response)
        if is_over(reference) and open_chat.is_open(request):
            left = round((mine.key_until - clock.now()).total_seconds())
            open_chat.keep(response, key, is_open=False, seconds=left)
        return response

    return found


def is_over(reference: str) -> bool:
    """Whether it has ended by now."""
    return queries.conversation(reference).state == State.ENDED


def _refused(request: HttpRequest, reference: str, mine: ConversationRecord | None) -> None:
    if is_reference(reference, "W") and not too_often(request, form="chat refused", most=WRITTEN_DOWN, per=PER):
        by = Actor(ActorKind.VISITOR, mine.reference if mine else NO_KEY)
        audit.refused(by=by, about=reference, why="the key of another chat" if mine else "no key of a chat")
