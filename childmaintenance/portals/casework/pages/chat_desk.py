"""The chat desk: being there, who waits, and taking a conversation."""

import hashlib
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from childmaintenance.accounts.access import actor_of, staff
from childmaintenance.accounts.sessions.middleware import quiet
from childmaintenance.accounts.terms import Role
from childmaintenance.chat import actions, desk, queries
from childmaintenance.chat.hours_in_words import desk_hours
from childmaintenance.chat.terms import AgentRecord, Busy, ConversationRecord, NobodyWaits, NoSuchChat, Over, Stale
from childmaintenance.foundation import clock, forms
from childmaintenance.foundation.forms.safe_text import whole_number
from childmaintenance.foundation.language import ENGLISH, WELSH
from childmaintenance.portals.casework.layout import page
from childmaintenance.portals.casework.pages.chat_opening import not_found

AGENTS = (Role.CASEWORKER, Role.TEAM_LEADER)


class DeskForm(forms.Form):
    name = forms.Text(
        label=gettext_lazy("The name that visitors see"),
        help_text=gettext_lazy("A first name is enough."),
        missing=gettext_lazy("Enter the name that visitors see"),
        most=40,
        width=20,
    )
    languages = forms.Choices(
        label=gettext_lazy("Which languages do you chat in?"),
        choices=[(ENGLISH, "English"), (WELSH, "Cymraeg")],
        missing=gettext_lazy("Select at least one language"),
    )


@staff(*AGENTS)
def chats(request: HttpRequest) -> HttpResponse:
    """Who waits, one's own conversations, and coming to the desk."""
    by = actor_of(request)
    actions.still_there(by=by)
    me = queries.agent(by.reference)
    form = DeskForm(request.POST or None, initial=_as_before(me, by.name))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        actions.be_at_the_desk(
            name=said["name"], english=ENGLISH in said["languages"], welsh=WELSH in said["languages"], by=by
        )
        return redirect("casework:chats")
    return page(request, "casework/chats.html", {"form": form, "hours": desk_hours(), **_board(by.reference)})


@quiet
@staff(*AGENTS)
def chats_now(request: HttpRequest) -> HttpResponse:
    """The same lists, for the page that looks by itself. `mark` changes when they do."""
    by = actor_of(request)
    actions.still_there(by=by)
    board = _board(by.reference)
    html = render_to_string("casework/chat_board.html", board, request)
    return JsonResponse({"mark": board["mark"], "html": html})


@require_POST
@staff(*AGENTS)
def leave_desk(request: HttpRequest) -> HttpResponse:
    """Take no new conversations."""
    actions.leave_the_desk(by=actor_of(request))
    return redirect("casework:chats")


@require_POST
@staff(*AGENTS)
def take_next(request: HttpRequest) -> HttpResponse:
    """Whoever has waited longest, in a language that one speaks."""
    try:
        reference = actions.take_next(by=actor_of(request))
    except (Busy, NobodyWaits) as refusal:
        return _refused(request, refusal)
    return redirect("casework:chat", reference=reference)


@require_POST
@staff(*AGENTS)
def take(request: HttpRequest, reference: str) -> HttpResponse:
    """One that waits; two who take it at once are told apart."""
    by = actor_of(request)
    try:
        actions.take(reference=reference, version=whole_number(request.POST.get("version", "")), by=by)
    except NoSuchChat:
        raise not_found(by, reference) from None
    except (Busy, Stale, Over) as refusal:
        return _refused(request, refusal)
    return redirect("casework:chat", reference=reference)


def _refused(request: HttpRequest, refusal: Exception) -> HttpResponse:
    if isinstance(refusal, Busy):
        text = _("You are away from the desk, do not chat in that language, or have as many chats as one may have.")
    elif isinstance(refusal, NobodyWaits):
        text = _("Nobody is waiting any more in a language that you chat in.")
    else:
        text = _("That chat has changed: somebody else was quicker, or the visitor did something. Look again.")
    messages.info(request, text)
    return redirect("casework:chats")


def _as_before(me: AgentRecord | None, name: str) -> dict[str, Any]:
    if me is None:
        return {"name": (name.split() or [""])[0], "languages": [ENGLISH]}
    return {"name": me.name, "languages": [code for code in (ENGLISH, WELSH) if me.speaks(code)]}


def _board(account: str) -> dict[str, Any]:
    me, waiting, mine = queries.agent(account), queries.waiting(), queries.mine_now(account)
    moment = clock.now()

    def row(chat: ConversationRecord) -> dict[str, Any]:
        minutes = int((moment - chat.opened_at).total_seconds() // 60)
        return {"chat": chat, "minutes": minutes, "topic": desk.topics().get(chat.topic, "")}

    seen = [(one.reference, one.version, one.is_connected) for one in (*waiting, *mine)]
    minute = int(moment.timestamp() // 60)
    return {
        "me": me,
        "waiting": [row(one) for one in waiting],
        "mine": [row(one) for one in mine],
        "here": queries.at_the_desk(),
        "most": desk.limits().at_once,
        "mark": hashlib.sha256(repr((seen, me, minute)).encode()).hexdigest()[:16],
    }
