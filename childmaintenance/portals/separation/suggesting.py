"""Suggest a change to the list of who can help; and what staff have been told."""

from contextlib import suppress

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from childmaintenance.accounts.access import actor_of
from childmaintenance.foundation import forms
from childmaintenance.foundation.pages import url
from childmaintenance.guidance import suggestions
from childmaintenance.guidance.organisations import organisations
from childmaintenance.guidance.terms import SuggestionKind


class SuggestionForm(forms.Form):
    kind = forms.Choice(
        label=gettext_lazy("What is it about?"), choices=[], missing=gettext_lazy("Select what it is about")
    )
    words = forms.LongText(
        label=gettext_lazy("What should we change, and how do you know?"),
        called=gettext_lazy("What you wrote"),
        help_text=gettext_lazy(
            "Name the organisation. Do not write about yourself or anybody else: we do not ask who you are."
        ),
        most=suggestions.MOST_WORDS,
        missing=gettext_lazy("Enter what we should change"),
    )

    def __init__(self, *args, **options):  # type: ignore[no-untyped-def]
        super().__init__(*args, **options)
        self.fields["kind"].choices = [(one.value, one.label) for one in SuggestionKind]


def page(request: HttpRequest) -> HttpResponse:
    """The form. What is sent goes to the list of staff, and to nobody else."""
    form = SuggestionForm(request.POST if request.method == "POST" else None)
    sent = request.method == "POST" and form.is_valid()
    if sent:
        words = form.cleaned_data["words"]
        kind = SuggestionKind(form.cleaned_data["kind"])
        suggestions.suggest(about=named_in(words), kind=kind, words=words)
    response = render(request, "separation/suggest.html", {"form": None if sent else form, "sent": sent})
    add_never_cache_headers(response)
    return response


def named_in(words: str) -> str:
    """The key of the organisation that the words name; the longest name where several do."""
    lowered = words.casefold()
    found = [one for one in organisations() if any(name.casefold() in lowered for name in one.names.values())]
    return max(found, key=lambda one: len(one.names["en"])).key if found else ""


def for_staff(request: HttpRequest) -> HttpResponse:
    """What has been suggested; and that one has been dealt with."""
    if request.method == "POST":
        with suppress(suggestions.NoSuchSuggestion):  # somebody else was quicker, and the list says so
            suggestions.deal_with(reference=request.POST.get("reference", ""), by=actor_of(request))
        return redirect("separation:suggestions")
    context = {
        "waiting": suggestions.waiting(),
        "home_url": url("casework:home"),
        "navigation": [
            {"text": _("Work list"), "href": url("casework:home")},
            {"text": _("Suggestions"), "href": url("separation:suggestions"), "active": True},
        ],
        "account_links": [
            {"text": _("Your account"), "href": url("account_home")},
            {"text": _("Sign out"), "href": url("account_logout"), "post": True},
        ],
    }
    return render(request, "separation/suggestions.html", context)
