"""What may be done with an arrangement: kept as a paper, sent, remembered, and, if it fails, turned into an application."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from childmaintenance.accounts import visitors
from childmaintenance.cases import first_steps
from childmaintenance.cases.children_live import ChildrenLive
from childmaintenance.correspondence import reminders as reminding
from childmaintenance.correspondence.sheets import sheet_pdf
from childmaintenance.correspondence.terms import CopyKind, Every
from childmaintenance.foundation import clock, forms
from childmaintenance.foundation.forms.safe_text import storable
from childmaintenance.foundation.language import current
from childmaintenance.foundation.pages import url
from childmaintenance.journeys import actions as journeys
from childmaintenance.journeys import queries as drafts
from childmaintenance.journeys.route import walk
from childmaintenance.portals.arrangement.agreed import Agreed, agreed
from childmaintenance.portals.arrangement.carried import SIDES, carried, told_of
from childmaintenance.portals.arrangement.document import sheet
from childmaintenance.portals.arrangement.journey import arrangement
from childmaintenance.privacy import asked_for

LONGEST = 40


class SendForm(forms.Form):
    to = forms.Email(label=_("Your e-mail address"))


class RemindersForm(forms.Form):
    to = forms.Email(label=_("Your e-mail address"))
    about = forms.Choice(
        label=_("What should we remind you of?"),
        choices=[
            ("review", _("Only the day to look at it again")),
            ("payments", _("That day, and each payment two days before")),
        ],
        missing=_("Select what to remind you of"),
    )


class CarryForm(forms.Form):
    """What an application asks and an arrangement does not say."""

    side = forms.Choice(
        label=_("Which parent are you?"),
        choices=[("pays", _("I am the parent who pays")), ("gets", _("I am the parent who gets it"))],
        missing=_("Select which parent you are"),
    )
    nation = forms.Choice(
        label=_("Where do the children live?"),
        choices=ChildrenLive.choices,
        missing=_("Select where the children live"),
    )


@require_POST
def carry(request: HttpRequest) -> HttpResponse:
    """Begin with an amount that the calculator worked out. It is read like any answer, so nothing odd can come of it."""
    by = visitors.visitor_of(request)
    draft = journeys.begin(journey=arrangement, about="", again=False, by=by)
    every = Every.MONTH if request.POST.get("every") == Every.MONTH else Every.WEEK
    pence = storable(request.POST.get("monthly" if every is Every.MONTH else "weekly", ""))[:LONGEST]
    if pence.isascii() and pence.isdigit():
        amount = f"{int(pence) // 100}.{int(pence) % 100:02d}"
        for question, typed in (
            ("money", {"money": ["yes"]}),
            ("amount", {"amount": [amount], "every": [every.value]}),
        ):
            journeys.keep(draft=draft, question=question, typed=typed, kept=arrangement.kept)
    return redirect("arrangement:tasks", draft=draft)


@require_safe
def paper(request: HttpRequest, draft: UUID, large_print: bool = False) -> HttpResponse:
    """The arrangement as a tagged PDF, in the language of the page, in ordinary type or large print."""
    found = _agreed(request, draft)
    if found is None:
        return redirect("arrangement:start")
    response = HttpResponse(sheet_pdf(sheet(found), large_print=large_print), content_type="application/pdf")
    ending = "-large.pdf" if large_print else ".pdf"
    response["Content-Disposition"] = f'attachment; filename="ocm-{clock.today().isoformat()}{ending}"'
    add_never_cache_headers(response)
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def send(request: HttpRequest, draft: UUID) -> HttpResponse:
    """Have the paper sent; the answer is the same whether or not anything goes out."""
    found = _agreed(request, draft)
    if found is None:
        return redirect("arrangement:start")
    form = SendForm(data=request.POST if request.method == "POST" else None)
    done = request.method == "POST" and form.is_valid()
    if done:
        asked_for.send_copy(
            to=form.cleaned_data["to"],
            kind=CopyKind.ARRANGEMENT,
            language=current(),
            pdf=sheet_pdf(sheet(found)),
            by=visitors.visitor_of(request),
        )
    return _page(request, "send.html", draft, form=None if done else form, done=done)


@require_http_methods(["GET", "HEAD", "POST"])
def remind(request: HttpRequest, draft: UUID) -> HttpResponse:
    """Ask for reminders; the first e-mail asks whether its reader wants them."""
    found = _agreed(request, draft)
    if found is None:
        return redirect("arrangement:start")
    form = RemindersForm(data=request.POST if request.method == "POST" else None, initial={"about": "review"})
    if found.payments is None:
        del form.fields["about"]
    done = request.method == "POST" and form.is_valid()
    if done:
        payments = found.payments if form.cleaned_data.get("about") == "payments" else None
        reminding.ask_for_reminders(
            to=form.cleaned_data["to"],
            language=current(),
            review_on=found.review_on,
            pay_from=payments.first if payments else None,
            every=payments.every if payments else None,
            by=visitors.visitor_of(request),
        )
    return _page(request, "remind.html", draft, form=None if done else form, done=done)


@require_http_methods(["GET", "HEAD", "POST"])
def reminders(request: HttpRequest, reference: str, token: str) -> HttpResponse:
    """The page that each e-mail links to: say yes, or stop. Opening it changes nothing, since mail programs open links."""
    theirs = reminding.is_theirs(reference, token)
    said = request.POST.get("say", "") if request.method == "POST" else ""
    if theirs and said == "yes":
        asked_for.begin_reminders(reference=reference)
    elif theirs and said == "stop":
        asked_for.stop_reminders(reference=reference)
    response = render(request, "arrangement/reminders.html", {"theirs": theirs, "said": said, "exit_this_page": True})
    add_never_cache_headers(response)
    response["Referrer-Policy"] = "no-referrer"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def apply(request: HttpRequest, draft: UUID) -> HttpResponse:
    """From an arrangement that does not work to an application, with what it can take; or to a reference for later."""
    found = _agreed(request, draft)
    if found is None:
        return redirect("arrangement:start")
    form = CarryForm(data=request.POST if request.method == "POST" else None)
    if found.side in SIDES:
        del form.fields["side"]
    if request.method != "POST" or not form.is_valid():
        return _page(request, "apply.html", draft, form=form, carried=carried(found))
    if earlier := visitors.handed_on(request, first_steps.PREFIX):
        asked_for.forget_first_step(reference=earlier)
    side, nation = form.cleaned_data.get("side", found.side), form.cleaned_data["nation"]
    reference = asked_for.keep_first_step(told=told_of(found, side=side, nation=nation))
    visitors.hand_on(request, first_steps.PREFIX, reference)
    return redirect("firststep:reference" if "later" in request.POST else "parents:with_reference")


def _page(request: HttpRequest, template: str, draft: UUID, **values: Any) -> HttpResponse:
    values |= {"back": url("arrangement:result", draft=draft), "exit_this_page": True}
    response = render(request, f"arrangement/{template}", values)
    add_never_cache_headers(response)
    return response


def _agreed(request: HttpRequest, draft: UUID) -> Agreed | None:
    """The visitor's own complete arrangement; None where it is not complete or gone. Somebody else's is not found."""
    found = drafts.draft(draft)
    if found is None:
        return None
    if (found.owner, found.journey) != (visitors.visitor_of(request).reference, arrangement.slug):
        raise Http404
    route = walk(arrangement, found.answers, {})
    return agreed(route.answers) if route.complete else None
