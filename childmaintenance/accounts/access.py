"""Who may open a page. Every view wears exactly one of these marks; the test of all routes reads `who_may`."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.core.exceptions import ReauthenticationRequired
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from childmaintenance.accounts.refusals import not_for_you
from childmaintenance.accounts.signing_in.proofs import has_proved_second_factor, recently_proved
from childmaintenance.accounts.signing_in.ways_back import sign_in_and_return
from childmaintenance.accounts.terms import Role
from childmaintenance.foundation import audit
from childmaintenance.foundation.actor import Actor

View = Callable[..., HttpResponseBase]


class NotSignedIn(LookupError):
    """An actor was asked for where nobody is signed in."""


def roles_of(request: HttpRequest) -> frozenset[Role]:
    """The staff roles of whoever is signed in; empty for the public. Costs no query: they come with the account."""
    return frozenset(Role(role) for role in getattr(request.user, "roles_held", ()))


def actor_of(request: HttpRequest) -> Actor:
    """Who is acting, for `by=`. Raises NotSignedIn."""
    if not request.user.is_authenticated:
        raise NotSignedIn
    return Actor("staff" if roles_of(request) else "person", request.user.reference, request.user.name)


def before_second_factor(view: View) -> View:
    """Let staff open this page of their own account while they have no second factor yet, in order to set it up."""
    view.before_second_factor = True  # type: ignore[attr-defined]
    return view


def anyone(reason: str) -> Callable[[View], View]:
    """Open to everybody; the reason says why that is right."""

    def mark(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            return view(request, *args, **kwargs)

        guarded.who_may = f"anyone: {reason}"  # type: ignore[attr-defined]
        return guarded

    return mark


def person(view: View) -> View:
    """For a signed-in member of the public. Staff act through casework, under their own name."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return sign_in_and_return(request)
        if roles_of(request):
            return _refuse(request, "a member of staff at a page for the public")
        return view(request, *args, **kwargs)

    guarded.who_may = "person"  # type: ignore[attr-defined]
    return guarded


def staff(*roles: Role) -> Callable[[View], View]:
    """For staff who hold one of these roles, or any role when none is named, and have passed a second factor."""

    def mark(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return sign_in_and_return(request)
            held = roles_of(request)
            if not held:
                # The public is not told which pages staff have.
                audit.refused(
                    by=actor_of(request), about=_page(request), why="a member of the public at a page for staff"
                )
                raise Http404
            if not has_proved_second_factor(request):
                return redirect("account_second_factor_first")
            if roles and held.isdisjoint(roles):
                return _refuse(request, f"needs the role {' or '.join(roles)}")
            return view(request, *args, **kwargs)

        guarded.who_may = "staff: " + (", ".join(roles) if roles else "any role")  # type: ignore[attr-defined]
        return guarded

    return mark


def account_holder(view: View) -> View:
    """For whoever is signed in, about their own account. Staff without a second factor are led to set it up first."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return sign_in_and_return(request)
        if (
            roles_of(request)
            and not has_proved_second_factor(request)
            and not getattr(view, "before_second_factor", False)
        ):
            return redirect("account_second_factor_first")
        return view(request, *args, **kwargs)

    guarded.who_may = "account holder"  # type: ignore[attr-defined]
    return guarded


def proved_again(view: View) -> View:
    """Ask for a fresh proof of identity first when the last one is over five minutes old, then carry on where it was.

    Put it under the mark: `@person`, then `@proved_again`, then the view.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not recently_proved(request):
            raise ReauthenticationRequired  # django-allauth keeps the request, asks, and resumes it
        return view(request, *args, **kwargs)

    return guarded


def _refuse(request: HttpRequest, why: str) -> HttpResponseBase:
    audit.refused(by=actor_of(request), about=_page(request), why=why)
    return not_for_you(request)


def _page(request: HttpRequest) -> str:
    """The name of the page, which unlike its address holds no reference to anybody."""
    return request.resolver_match.view_name if request.resolver_match else ""
