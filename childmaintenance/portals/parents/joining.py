"""The first steps of an account that belongs to nobody yet: join with the code from a letter, or apply."""

import datetime as dt

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from childmaintenance.accounts.access import actor_of, person
from childmaintenance.cases import queries as cases
from childmaintenance.foundation import audit, clock, forms
from childmaintenance.foundation.actor import Actor
from childmaintenance.foundation.pages import url
from childmaintenance.parties import actions as party_actions
from childmaintenance.parties import queries as parties
from childmaintenance.parties.terms import InvitationRefused
from childmaintenance.portals.parents.layout import page

JOIN = "join"
"""What a refused code is about, in the audit: not the code, which may be a right one with a letter wrong."""
MOST_WRONG_CODES = 5
PER = dt.timedelta(hours=1)


class Code(forms.Form):
    code = forms.Text(
        label=_("What is the code in your letter?"),
        called=_("The code"),
        missing=_("Enter the code from your letter"),
        help_text=_("12 letters and numbers, in 3 groups. Capitals and dashes do not matter."),
        most=40,
        width=20,
        autocomplete="one-time-code",
    )


@person
@require_safe
def begin(request: HttpRequest) -> HttpResponse:
    """Two ways in: with a letter, or without one."""
    return page(request, "parents/begin.html", {})


@person
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest) -> HttpResponse:
    """Enter the code from the letter; then on to what the letter is about."""
    by = actor_of(request)
    if parties.party_of_account(by.reference) is not None:
        return redirect(onward(by))
    form = Code(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if has_tried_too_often(by):
            return page(request, "parents/join_later.html", {}, status=429)
        try:
            party_actions.accept_invitation(code=form.cleaned_data["code"], account=by.reference, by=by)
        except InvitationRefused:
            audit.refused(by=by, about=JOIN, why="a code that does not open anything")
            form.add_error(
                "code",
                gettext(
                    "This code does not work. Check it against your letter. If it still does not work, ask us for a new one."
                ),
            )
        else:
            return redirect(onward(by))
    return page(request, "parents/join.html", {"form": form})


def has_tried_too_often(by: Actor) -> bool:
    """Whether this account has sent more wrong codes within the hour than somebody with a letter would."""
    since = clock.now() - PER
    wrong = [line for line in audit.trail(by=by.reference, newest=200) if line.act == "refused" and line.about == JOIN]
    return sum(line.at > since for line in wrong) >= MOST_WRONG_CODES


def onward(by: Actor) -> str:
    """Where somebody goes once we know them: to the application that waits for their answer, or home."""
    me = parties.party_of_account(by.reference)
    for case in cases.cases_of(me.reference) if me else []:
        if case.side_of(me.reference) != case.applicant_side and not cases.has_answered(case.reference):
            return url("parents:answer:start", about=case.reference)
    return url("parents:home")
