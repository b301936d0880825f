"""Offers to be put in touch with somebody who helps: the person's own, and nobody else's. Titles say as little as can be."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from childmaintenance.accounts.access import actor_of, person
from childmaintenance.foundation import audit, forms
from childmaintenance.guidance.organisations import organisation
from childmaintenance.portals.parents.layout import page
from childmaintenance.portals.parents.opening import myself
from childmaintenance.referrals import answers, queries
from childmaintenance.referrals.terms import (
    CannotDoThat,
    Item,
    Kind,
    NothingToTell,
    NotTheirs,
    Passed,
    ReferralRecord,
    Said,
    Standing,
)
from childmaintenance.referrals.wording import lines


class Agree(forms.Form):
    items = forms.Choices(
        label=_("What may we tell them?"),
        help_text=_("Leave out what you do not want told. They need one way to reach you."),
        choices=[],
        missing=_("Tick what we may tell them, or choose “No, thank you”"),
    )

    def __init__(self, *args: Any, record: ReferralRecord, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["items"].choices = list(lines(record, tuple(record.told)).items())


@person
def offers(request: HttpRequest) -> HttpResponse:
    """All that this person was offered, the newest first."""
    found = queries.referrals_of(myself(actor_of(request)).reference)
    return never_kept(page(request, "parents/offers.html", {"offers": found}))


@person
def offer(request: HttpRequest, reference: str) -> HttpResponse:
    """One offer: what would be told, to say yes or no; what was told, word for word; and to take it back."""
    by = actor_of(request)
    record = _mine(request, reference)
    doing = request.POST.get("do", "") if request.method == "POST" else ""
    form = Agree(request.POST if doing == "agree" else None, record=record, initial={"items": list(record.told)})
    try:
        if doing == "agree" and form.is_valid():
            items = {Item(one) for one in form.cleaned_data["items"]}
            answers.agree(reference=reference, items=items, how=Said.PAGE, by=by)
            return _done(request, reference, now("We have written down what you agreed to."))
        if doing == "decline":
            answers.decline(reference=reference, how=Said.PAGE, by=by)
            return _done(request, reference, now("We have written down that you would rather not."))
        if doing == "take_back":
            answers.withdraw(reference=reference, how=Said.PAGE, by=by)
            return _done(request, reference, now("You have taken it back."))
    except NothingToTell:
        form.add_error("items", _("Tick at least one way to reach you"))
    except CannotDoThat:
        return _done(request, reference, now("That is not possible any more. This is how it stands now."))
    context = {
        "record": record,
        "organisation": organisation(record.organisation),
        "form": form,
        "agreed": record.step(Kind.AGREED),
        "told": record.step(Kind.HANDED_OVER),
        "agreed_lines": list(lines(record, record.agreed).values()),
        "said": {**dict(Said.choices), **dict(Passed.choices)},
        "Standing": Standing,
    }
    return never_kept(page(request, "parents/offer.html", context))


def _mine(request: HttpRequest, reference: str) -> ReferralRecord:
    by = actor_of(request)
    try:
        return queries.referral_of(myself(by).reference, reference)
    except NotTheirs:
        audit.refused(by=by, about=reference[:24], why="an offer that is not theirs")
        raise Http404 from None


def _done(request: HttpRequest, reference: str, said: str) -> HttpResponse:
    messages.success(request, said)
    return redirect("parents:offer", reference=reference)


def never_kept(response: HttpResponse) -> HttpResponse:
    """Who shares a device must not find it with the back button."""
    add_never_cache_headers(response)
    return response
