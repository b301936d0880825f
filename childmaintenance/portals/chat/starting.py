"""Beginning a chat: the offer, the form, and joining the queue. The click that sends the form sets the one cookie."""

from typing import Any
from urllib.parse import urlsplit

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from childmaintenance.chat import actions, desk, keys, queries
from childmaintenance.chat.terms import NotOffered, State
from childmaintenance.foundation import forms, language
from childmaintenance.foundation.language import ENGLISH, WELSH
from childmaintenance.portals.chat.offering import in_words
from childmaintenance.privacy import open_chat
from childmaintenance.statistics.counting.naming import name_of_path

SALT = "chat"
FRESH_FOR = 3600
"""Seconds for which a page with the form may be sent."""


class StartForm(forms.Form):
    topic = forms.Choice(
        label=gettext_lazy("What is it about?"), choices=[], missing=gettext_lazy("Select what it is about")
    )
    language = forms.Choice(
        label=gettext_lazy("In which language would you like to chat?"),
        choices=[(ENGLISH, "English"), (WELSH, "Cymraeg")],
        missing=gettext_lazy("Select a language"),
    )
    called = forms.Text(
        label=gettext_lazy("What may we call you? (optional)"),
        help_text=gettext_lazy("A first name is enough, and it need not be your own."),
        called=gettext_lazy("What we call you"),
        most=40,
        width=20,
        required=False,
        autocomplete="off",
    )
    words = forms.LongText(
        label=gettext_lazy("What would you like to ask? (optional)"),
        help_text=gettext_lazy("You can also wait until somebody is there."),
        called=gettext_lazy("What you ask"),
        most=desk.limits().visitor_characters,
        rows=4,
        required=False,
    )

    def __init__(self, *args: Any, offered: frozenset[str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["topic"].choices = list(desk.topics().items())
        self.fields["language"].hints = {
            code: words
            for code, words in (
                (ENGLISH, _("Nobody who chats in English is here now. You can wait, or change to Welsh.")),
                (WELSH, _("Nobody who chats in Welsh is here now. You can wait, or change to English.")),
            )
            if code not in offered
        }


def start(request: HttpRequest) -> HttpResponse:
    """The offer and the form; or, sent, one's place in the queue. Whoever has an open chat is led to it."""
    mine = queries.by_key(open_chat.key_of(request))
    if mine is not None and mine.state != State.ENDED:
        return redirect("chat:talk", reference=mine.reference)
    if request.method != "POST":
        return _page(request)
    offer = queries.offer()
    form = StartForm(request.POST, offered=offer.languages)
    if not form.is_valid():
        return _page(request, form)
    sealed = _unsealed(request.POST.get("page", ""))
    try:
        opened = actions.open_conversation(
            topic=form.cleaned_data["topic"],
            language=form.cleaned_data["language"],
            called=form.cleaned_data["called"],
            words=form.cleaned_data["words"],
            key=sealed.get("key", ""),
            opened_on=sealed.get("from", ""),
        )
    except NotOffered:
        return _page(request, form)
    response = redirect("chat:talk", reference=opened.reference)
    open_chat.keep(response, opened.key, is_open=True, seconds=desk.kept().key_hours * 3600)
    add_never_cache_headers(response)
    return response


def carry(request: HttpRequest) -> HttpResponse:
    """The form with a question in it that was asked in the question box. It came only because its asker ticked that it may."""
    words = " ".join(request.POST.get("question", "").split())[: desk.limits().visitor_characters]
    return _page(request, words=words)


def _page(request: HttpRequest, form: StartForm | None = None, words: str = "") -> HttpResponse:
    offer = queries.offer()
    if form is None and offer.is_open:
        form = StartForm(offered=offer.languages, initial={"language": language.current(), "words": words})
    context = {
        "offer": in_words(offer),
        "form": form,
        "typed": form.data.get("words", "") if form is not None and form.is_bound else words,
        "sealed": request.POST.get("page") if form is not None and form.is_bound else _sealed(request),
    }
    response = render(request, "chat_pages/start.html", context)
    add_never_cache_headers(response)
    return response


def _sealed(request: HttpRequest) -> str:
    """What the form brings back with it: a key of its own, so that two clicks are one chat, and the page somebody came from."""
    came = urlsplit(request.META.get("HTTP_REFERER", ""))
    page = name_of_path(came.path) if came.netloc == request.get_host() else ""
    return signing.dumps({"key": keys.new_key(), "from": page}, salt=SALT)


def _unsealed(sealed: str) -> dict[str, str]:
    """What the page brought, where it is ours and fresh; otherwise nothing, and the chat gets a key of its own."""
    try:
        return dict(signing.loads(sealed, salt=SALT, max_age=FRESH_FOR))
    except signing.BadSignature:
        return {}
