"""Visitors: people who have not said who they are. Each has a random reference in the session, for as long as that lives.

Twenty minutes without a page, or ninety in all, and the server knows them no more (`sessions.limits`). What a visitor begins in
a journey lives no longer than that; see a journey's `kept` and `at_most`.
"""

from datetime import timedelta

from django.contrib.auth import logout
from django.http import HttpRequest

from childmaintenance.accounts.sessions import limits
from childmaintenance.foundation.actor import Actor, ActorKind
from childmaintenance.foundation.identifiers import new_reference
from childmaintenance.journeys import actions as journeys

KEPT: timedelta = limits.IDLE
"""For a journey's `kept`: how long a visitor's answers wait for the next page."""
AT_MOST: timedelta = limits.ABSOLUTE
"""For a journey's `at_most`: how long a visitor's answers live in all."""
IN_SESSION = "visitor"
LOOKS = ("GET", "HEAD", "OPTIONS", "TRACE")


def visitor_of(request: HttpRequest) -> Actor:
    """Who is visiting, for `by=`, whether or not somebody is signed in beside it.

    The first form that is sent gives a visitor their reference. Somebody who only looks, such as a search engine, gets one that
    is used for nothing and kept nowhere, so reading a page sets no cookie.
    """
    reference = request.session.get(IN_SESSION)
    if reference is None:
        reference = new_reference("V", groups=4)
        if request.method not in LOOKS:
            request.session[IN_SESSION] = reference
    return Actor(ActorKind.VISITOR, reference)


def forget_visitor(request: HttpRequest) -> None:
    """Delete what the visitor began, and end the session; whoever is signed in in it is signed out."""
    reference = request.session.get(IN_SESSION)
    if reference is not None:
        journeys.forget_visitor(owner=reference)
    logout(request)


def forget_answers(request: HttpRequest) -> None:
    """Delete what the visitor began, because it has gone where it was meant to; the session goes on."""
    reference = request.session.pop(IN_SESSION, None)
    if reference is not None:
        journeys.forget_visitor(owner=reference)


def hand_on(request: HttpRequest, what: str, reference: str) -> None:
    """Leave a reference in the session for another page of ours, so that it stands in no address. Empty takes it away."""
    request.session[f"handed on {what}"] = reference


def handed_on(request: HttpRequest, what: str) -> str:
    """The reference that was left in the session, or nothing."""
    return str(request.session.get(f"handed on {what}", ""))
