"""The pages of a session: it ends soon, it has ended, stay signed in, where I am signed in."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from childmaintenance.accounts import actions, queries
from childmaintenance.accounts.access import actor_of
from childmaintenance.accounts.sessions import limits
from childmaintenance.accounts.sessions.leaving import clear_browser
from childmaintenance.accounts.sessions.middleware import quiet
from childmaintenance.accounts.sessions.warning import seconds_left
from childmaintenance.accounts.signing_in.ways_back import safe_path
from childmaintenance.accounts.terms import Ended
from childmaintenance.foundation import audit, clock
from childmaintenance.foundation.identifiers import is_reference


@quiet
@require_GET
def ends_soon(request: HttpRequest) -> HttpResponse:
    """Where a browser without JavaScript is sent five minutes before the end. Looking at it does not extend anything."""
    back = safe_path(request.GET.get("next"))
    if not request.user.is_authenticated:
        return _to_ended(request, back)
    left = seconds_left(request)
    if left > limits.WARNING.total_seconds() + 30:  # another page was used meanwhile
        return HttpResponseRedirect(back or reverse("account_home"))
    may_extend = limits.may_be_extended(request.session.row)
    context = {
        "seconds": left,
        "minutes": max(1, round(left / 60)),
        "may_extend": may_extend,
        "next": back,
        "ended_page": f"{reverse('account_session_ended')}?{urlencode({'next': back, 'because': Ended.IDLE.value})}",
    }
    return render(request, "accounts/session_ends_soon.html", context)


@require_POST
def stay_signed_in(request: HttpRequest) -> HttpResponse:
    """The person is there: the middleware has noted it, so only the way back is left to say."""
    back = safe_path(request.POST.get("next"))
    wants_answer = request.headers.get("Accept") == "application/json"
    if not request.user.is_authenticated:
        return JsonResponse(_state(request)) if wants_answer else _to_ended(request, back)
    return JsonResponse(_state(request)) if wants_answer else HttpResponseRedirect(back or reverse("account_home"))


@quiet
@require_GET
def state(request: HttpRequest) -> JsonResponse:
    """How long is left, for the script that warns; asking does not extend anything."""
    return JsonResponse(_state(request))


@require_GET
def ended(request: HttpRequest) -> HttpResponse:
    """The session is over: why, what was kept, and how to carry on."""
    if request.user.is_authenticated:
        return HttpResponseRedirect(safe_path(request.GET.get("next")) or reverse("account_home"))
    because = request.GET.get("because", "")
    context = {
        "because": because if because in Ended.values else Ended.IDLE.value,
        "sign_in": _with_next(reverse("account_login"), safe_path(request.GET.get("next"))),
    }
    return clear_browser(render(request, "accounts/session_ended.html", context))


@require_http_methods(["GET", "POST"])
def places(request: HttpRequest) -> HttpResponse:
    """Where the account is signed in; each place can be ended, and all at once."""
    actor = actor_of(request)
    current = request.session.row.reference
    if request.method == "POST":
        session = request.POST.get("session", "")
        theirs = is_reference(session, "S") and session != current
        if not theirs or not actions.end_session(account=actor.reference, session=session, by=actor):
            audit.refused(by=actor, about=session.replace("\x00", ""), why="not another session of this account")
            raise Http404
        return redirect("account_places")
    context = {"places": queries.sessions(actor.reference, current), "london": clock.LONDON}
    return render(request, "accounts/places.html", context)


@require_POST
def everywhere(request: HttpRequest) -> HttpResponse:
    """Sign out on every device, this one too."""
    actor = actor_of(request)
    actions.sign_out_everywhere(account=actor.reference, by=actor)
    request.session.flush()
    return clear_browser(redirect("account_signed_out"))


def _state(request: HttpRequest) -> dict[str, int | bool]:
    if not request.user.is_authenticated:
        return {"seconds": 0, "may_extend": False}
    return {"seconds": seconds_left(request), "may_extend": limits.may_be_extended(request.session.row)}


def _to_ended(request: HttpRequest, back: str) -> HttpResponse:
    because = request.session.ended.value if request.session.ended else Ended.IDLE.value
    return HttpResponseRedirect(f"{reverse('account_session_ended')}?{urlencode({'next': back, 'because': because})}")


def _with_next(address: str, back: str) -> str:
    return f"{address}?{urlencode({'next': back})}" if back else address
