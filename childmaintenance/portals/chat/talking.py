"""One's own chat: what was said, the form, what came since, changing the language, and the end."""

import math
import secrets
from contextlib import suppress
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from childmaintenance.accounts.sessions.middleware import quiet
from childmaintenance.chat import actions, desk, queries
from childmaintenance.chat.lines import lines
from childmaintenance.chat.terms import Author, ChatRefusal, ConversationRecord, Over, Stale, State, TooMuch
from childmaintenance.foundation import forms
from childmaintenance.foundation.forms.safe_text import whole_number
from childmaintenance.foundation.language import ENGLISH, WELSH
from childmaintenance.foundation.pages import url
from childmaintenance.portals.chat.own import own

MISSING = gettext_lazy("Type a message")
REFRESH_SECONDS = 30


class SayForm(forms.Form):
    text = forms.LongText(
        label=gettext_lazy("Your message"),
        called=gettext_lazy("Your message"),
        missing=MISSING,
        most=desk.limits().visitor_characters,
        rows=3,
    )


@own
def talk(request: HttpRequest, chat: ConversationRecord) -> HttpResponse:
    """The conversation; and saying something. A page that waits for an answer takes what is new as data."""
    if request.method != "POST":
        return _page(request, chat)
    form, refused, status = SayForm(request.POST), "", 200
    if not form.is_valid():
        refused, status = str(form.errors["text"][0]), 422
    else:
        try:
            actions.say_as_visitor(
                reference=chat.reference,
                text=form.cleaned_data["text"],
                nonce=request.POST.get("nonce", ""),
                version=whole_number(request.POST.get("version", "")),
            )
        except (Stale, ValueError):
            status = 409
            refused = _("Somebody else is answering you now. Read what was said, then send your words again.")
        except Over:
            status, refused = 409, _("The chat has ended. Your words were not sent.")
        except TooMuch:
            status, refused = 422, _("This chat is as long as one can be. Start another, or ring us.")
    if "application/json" in request.headers.get("Accept", ""):
        after = whole_number(request.POST.get("after", ""))
        return JsonResponse({**_since(request, chat.reference, after), "refused": refused}, status=status)
    if not refused:
        return redirect(url("chat:talk", reference=chat.reference) + "#newest")
    return _page(request, queries.conversation(chat.reference), form=form, refused=refused, status=status)


@quiet
@own
def since(request: HttpRequest, chat: ConversationRecord) -> HttpResponse:
    """What came after a line, for the page that asks by itself."""
    return JsonResponse(_since(request, chat.reference, whole_number(request.GET.get("after", ""))))


@require_POST
@own
def end(request: HttpRequest, chat: ConversationRecord) -> HttpResponse:
    """End it; a second click finds it ended."""
    with suppress(Over):
        actions.end_as_visitor(reference=chat.reference)
    return redirect("chat:talk", reference=chat.reference)


@require_POST
@own
def other_language(request: HttpRequest, chat: ConversationRecord) -> HttpResponse:
    """Wait for somebody who speaks the other language."""
    wanted = request.POST.get("language", "")
    with suppress(ChatRefusal, ValueError):  # whatever has happened meanwhile, the page says it
        actions.change_language(
            reference=chat.reference, language=wanted, version=whole_number(request.POST.get("version", ""))
        )
    return redirect("chat:talk", reference=chat.reference)


def _page(
    request: HttpRequest,
    chat: ConversationRecord,
    *,
    form: SayForm | None = None,
    refused: str = "",
    status: int = 200,
) -> HttpResponse:
    over = chat.state == State.ENDED
    asked = request.GET.get("refresh", "on" if chat.state == State.WAITING else "off")
    context: dict[str, Any] = {
        "chat": chat,
        "form": form or SayForm(),
        "refused": refused,
        "unsent": form["text"].value() if form is not None and over else "",
        "lines": lines(queries.messages(chat.reference), Author.VISITOR, chat.called),
        "nonce": request.POST.get("nonce") if refused else secrets.token_hex(12),
        "refresh": REFRESH_SECONDS if asked == "on" and not over and not refused else 0,
        "over": over,
        "topic": desk.topics().get(chat.topic, ""),
        **_standing(chat),
    }
    response = render(request, "chat_pages/over.html" if over else "chat_pages/talk.html", context)
    response.status_code = status
    return response


def _since(request: HttpRequest, reference: str, after: int) -> dict[str, Any]:
    chat = queries.conversation(reference)
    new = lines(queries.messages(reference, after), Author.VISITOR, chat.called)
    return {
        "version": chat.version,
        "last": chat.last,
        "lines": render_to_string("chat_pages/new_lines.html", {"lines": new}, request),
        "standing": render_to_string("chat_pages/standing.html", {"chat": chat, **_standing(chat)}, request),
        "over": chat.state == State.ENDED,
        "nonce": secrets.token_hex(12),
    }


def _standing(chat: ConversationRecord) -> dict[str, Any]:
    """Where one stands: the place in the queue, how long others waited, and whether anybody there speaks the language."""
    if chat.state != State.WAITING:
        return {}
    wait = queries.usual_wait()
    minutes = max(1, math.ceil(wait.total_seconds() / 60)) if wait is not None else 0
    spoken = queries.offer().languages
    return {
        "place": queries.place_in_queue(chat.reference),
        "wait": ngettext("about %(num)d minute", "about %(num)d minutes", minutes) % {"num": minutes}
        if minutes
        else "",
        "nobody_speaks_it": bool(spoken) and chat.language not in spoken,
        "other": ENGLISH if chat.language == WELSH else WELSH,
    }
