"""One conversation, for its agent: what was said, an answer, a quotation, and giving it to somebody else. Others only read."""

import secrets
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from childmaintenance.accounts.access import actor_of, roles_of, staff
from childmaintenance.accounts.sessions.middleware import quiet
from childmaintenance.accounts.terms import Role
from childmaintenance.chat import actions, desk, queries, quoting
from childmaintenance.chat.lines import lines
from childmaintenance.chat.terms import Author, Busy, NoSuchChat, NotOurPage, Over, Stale, State, TooMuch
from childmaintenance.foundation import forms
from childmaintenance.foundation.forms.safe_text import whole_number
from childmaintenance.foundation.pages import url
from childmaintenance.portals.casework.layout import page
from childmaintenance.portals.casework.pages.chat_desk import AGENTS
from childmaintenance.portals.casework.pages.chat_opening import Opened, not_found, opened

MOST_WORDS = 200


class AnswerForm(forms.Form):
    text = forms.LongText(
        label=gettext_lazy("Your answer"),
        called=gettext_lazy("Your answer"),
        missing=gettext_lazy("Type an answer"),
        most=desk.limits().agent_characters,
        rows=4,
    )


@staff(*AGENTS)
def chat(request: HttpRequest, reference: str) -> HttpResponse:
    """What was said; and, in one's own, answering."""
    by = actor_of(request)
    found = opened(reference, by=by, roles=roles_of(request))
    actions.still_there(by=by)
    if request.method != "POST":
        return _page(request, found)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _answered(request, reference, str(form.errors["text"][0]), form=form)
    text, nonce, version = form.cleaned_data["text"], request.POST.get("nonce", ""), _version(request)
    refused = _tried(
        request,
        lambda: actions.answer(reference=reference, text=text, nonce=nonce, version=version, by=by),
        reference,
    )
    return _answered(request, reference, refused, form=form)


@quiet
@staff(*AGENTS)
def chat_since(request: HttpRequest, reference: str) -> HttpResponse:
    """What came after a line, for the page that asks by itself. A chat that went to somebody else is over here."""
    by = actor_of(request)
    actions.still_there(by=by)
    try:
        found = queries.conversation(reference)
    except NoSuchChat:
        raise not_found(by, reference) from None
    if found.agent != by.reference or found.state != State.WITH_AGENT:
        return JsonResponse({"last": 0, "version": 0, "lines": "", "standing": "", "over": True})
    return JsonResponse(_since(request, reference))


@require_POST
@staff(*AGENTS)
def find(request: HttpRequest, reference: str) -> HttpResponse:
    """Passages of our guidance to quote, in the language of the chat. What is being typed stays."""
    found = opened(reference, by=actor_of(request), roles=roles_of(request))
    words = " ".join(request.POST.get("words", "").split())[:MOST_WORDS]
    passages = quoting.find(words, found.chat.language) if words else ()
    return _page(request, found, words=words, passages=passages)


@require_POST
@staff(*AGENTS)
def quote(request: HttpRequest, reference: str) -> HttpResponse:
    """Send a passage with its source."""
    by = actor_of(request)
    found = opened(reference, by=by, roles=roles_of(request))
    try:
        passage = quoting.quotation(request.POST.get("page", ""), request.POST.get("anchor", ""), found.chat.language)
    except quoting.NoSuchPassage:
        raise not_found(by, reference) from None
    nonce, version = request.POST.get("nonce", ""), _version(request)
    refused = _tried(
        request,
        lambda: actions.quote(reference=reference, quotation=passage, nonce=nonce, version=version, by=by),
        reference,
    )
    if not refused and not request.POST.get("text", "").strip():
        return redirect(url("casework:chat", reference=reference) + "#answer")
    again = opened(reference, by=by, roles=roles_of(request))
    return _page(request, again, refused=refused, status=409 if refused else 200)


@require_POST
@staff(*AGENTS)
def give(request: HttpRequest, reference: str, way: str) -> HttpResponse:
    """Back to the queue, over to a colleague, or to its end. A team leader may put anybody's back."""
    by, version = actor_of(request), _version(request)
    as_leader = Role.TEAM_LEADER in roles_of(request)
    acts: dict[str, Callable[[], None]] = {
        "back": lambda: actions.hand_back(reference=reference, version=version, by=by, as_leader=as_leader),
        "over": lambda: actions.hand_over(reference=reference, version=version, to=request.POST.get("to", ""), by=by),
        "end": lambda: actions.end_as_agent(reference=reference, version=version, by=by),
    }
    done = {
        "back": _("The chat is back in the queue."),
        "over": _("Your colleague has the chat now."),
        "end": _("The chat has ended."),
    }
    if way not in acts:
        raise not_found(by, reference)
    refused = _tried(request, acts[way], reference)
    if refused:
        again = opened(reference, by=by, roles=roles_of(request))
        return _page(request, again, refused=refused, status=409)
    messages.success(request, done[way])
    return redirect("casework:chats")


def _tried(request: HttpRequest, act: Callable[[], None], reference: str) -> str:
    """Do it, and say why not where it was refused. Raises Http404 for what is not one's own."""
    try:
        act()
    except NoSuchChat:
        raise not_found(actor_of(request), reference) from None
    except NotOurPage as foreign:
        return _("%(address)s is not a page of ours. Name only our own pages.") % {"address": foreign.args[0]}
    except Over:
        return _("The chat has ended. Nothing was sent.")
    except TooMuch:
        return _("That is too long, or this chat is as long as one can be.")
    except Busy:
        return _("Your colleague cannot take it now: they are away, or have as many chats as one may have.")
    except (Stale, ValueError):
        return _("Something was said meanwhile. Read it, then send again. Your words are still in the box.")
    return ""


def _answered(request: HttpRequest, reference: str, refused: str, *, form: AnswerForm) -> HttpResponse:
    wants_data = "application/json" in request.headers.get("Accept", "")
    if wants_data:
        return JsonResponse({**_since(request, reference), "refused": refused}, status=409 if refused else 200)
    if not refused:
        return redirect(url("casework:chat", reference=reference) + "#answer")
    again = opened(reference, by=actor_of(request), roles=roles_of(request))
    return _page(request, again, form=form, refused=refused, status=409)


def _since(request: HttpRequest, reference: str) -> dict[str, Any]:
    after = whole_number(request.POST.get("after", "") or request.GET.get("after", ""))
    chat = queries.conversation(reference)
    new = lines(queries.messages(reference, after), Author.AGENT, chat.called)
    return {
        "version": chat.version,
        "last": chat.last,
        "lines": render_to_string("casework/chat_lines.html", {"lines": new}, request),
        "standing": render_to_string("casework/chat_standing.html", {"chat": chat}, request),
        "over": chat.state == State.ENDED,
        "nonce": secrets.token_hex(12),
    }


def _page(request: HttpRequest, found: Opened, *, status: int = 200, **more: Any) -> HttpResponse:
    chat = found.chat
    going_on = found.is_mine and chat.state == State.WITH_AGENT
    form = more.pop("form", None) or AnswerForm(initial={"text": request.POST.get("text", "")})
    context = {
        "chat": chat,
        "going_on": going_on,
        "can_put_back": not found.is_mine and chat.state == State.WITH_AGENT,
        "lines": lines(queries.messages(chat.reference), Author.AGENT, chat.called),
        "topic": desk.topics().get(chat.topic, ""),
        "form": form if going_on else None,
        "colleagues": queries.colleagues_for(chat.agent, chat.language) if going_on else [],
        "nonce": secrets.token_hex(12),
        "refused": "",
        "words": "",
        "passages": None,
        **more,
    }
    response = page(request, "casework/chat.html", context)
    response.status_code = status
    return response


def _version(request: HttpRequest) -> int:
    return whole_number(request.POST.get("version", ""))
