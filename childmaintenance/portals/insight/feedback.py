"""Feedback: about a page, or at the end of a journey. It works without cookies, and asks nobody who they are."""

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from childmaintenance.foundation import forms
from childmaintenance.foundation.identifiers import is_reference
from childmaintenance.statistics import opinions
from childmaintenance.statistics.counting.naming import NAME, name_of_path
from childmaintenance.statistics.terms import About

SCORES = [
    ("5", _("Very satisfied")),
    ("4", _("Satisfied")),
    ("3", _("Neither satisfied nor dissatisfied")),
    ("2", _("Dissatisfied")),
    ("1", _("Very dissatisfied")),
]


class Opinion(forms.Form):
    """One or the other is enough."""

    score = forms.Choice(
        label=_("How satisfied were you?"), choices=SCORES, required=False, missing=_("Select one of the answers")
    )
    words = forms.LongText(
        label=_("What could we do better? (if you like)"),
        called=_("What you wrote"),
        help_text=_(
            "Do not write names, addresses or numbers of anybody. We cannot answer, because we do not ask who you are."
        ),
        most=opinions.MOST_WORDS,
        required=False,
    )

    def clean(self):  # type: ignore[no-untyped-def]
        given = super().clean()
        if not self.errors and not given.get("score") and not given.get("words"):
            self.add_error("score", _("Select how satisfied you were, or write something below"))
        return given


def about_a_page(request: HttpRequest) -> HttpResponse:
    """About the page they came from, which their browser names, or about the service."""
    return ask(request, About.PAGE)


def about_a_journey(request: HttpRequest) -> HttpResponse:
    """At the end of a journey, about the whole of it."""
    return ask(request, About.JOURNEY)


def ask(request: HttpRequest, about: About) -> HttpResponse:
    """The form; what was sent can be taken back by its reference."""
    form = Opinion(request.POST or None)
    if request.method == "POST" and form.is_valid():
        page = request.POST.get("page", "")
        page = page if NAME.fullmatch(page) else ""
        reference = opinions.give(
            about=about if page else About.SERVICE,
            page=page,
            score=int(form.cleaned_data["score"]) if form.cleaned_data["score"] else None,
            words=form.cleaned_data["words"],
        )
        return redirect("insight:feedback_sent", reference=reference)
    return render(
        request, "insight/feedback.html", {"form": form, "page": came_from(request), "journey": about is About.JOURNEY}
    )


def sent(request: HttpRequest, reference: str) -> HttpResponse:
    """Thanks, and a button to take it back."""
    gone = False
    if request.method == "POST" and is_reference(reference):
        opinions.take_back(reference)
        gone = True
    return render(
        request, "insight/feedback_sent.html", {"reference": reference if is_reference(reference) else "", "gone": gone}
    )


def came_from(request: HttpRequest) -> str:
    """The name of the page of ours that led here; empty when nobody says."""
    if request.method == "POST":
        return request.POST.get("page", "")[:120]
    shown = urlsplit(request.META.get("HTTP_REFERER", ""))
    return name_of_path(shown.path) if shown.netloc == request.get_host() else ""
