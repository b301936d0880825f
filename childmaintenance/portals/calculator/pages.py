"""What may be done with a result: kept as a paper, or sent to oneself."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from childmaintenance.accounts.visitors import hand_on, handed_on, visitor_of
from childmaintenance.cases import first_steps
from childmaintenance.cases.first_steps import FirstStepTold
from childmaintenance.cases.terms import Side as SideOfACase
from childmaintenance.correspondence.sheets import sheet_pdf
from childmaintenance.correspondence.terms import CopyKind
from childmaintenance.foundation import clock, forms
from childmaintenance.foundation.language import current
from childmaintenance.foundation.pages import url
from childmaintenance.journeys import queries as journeys
from childmaintenance.journeys.route import walk
from childmaintenance.portals.calculator.journey import calculator
from childmaintenance.portals.calculator.outcome import Outcome, outcome
from childmaintenance.portals.calculator.paper import sheet
from childmaintenance.portals.calculator.told import told
from childmaintenance.portals.calculator.who import Side
from childmaintenance.privacy import asked_for

SIDES = {Side.PAYS: SideOfACase.PAYING, Side.GETS: SideOfACase.RECEIVING}


class SendForm(forms.Form):
    to = forms.Email(label=_("Your e-mail address"))


@require_safe
def paper(request: HttpRequest, draft: UUID, large_print: bool = False) -> HttpResponse:
    """The result as a tagged PDF, in the language of the page, in ordinary type or large print."""
    found = _outcome_of(request, draft)
    if found is None:
        return redirect("calculator:start")
    response = HttpResponse(sheet_pdf(sheet(found), large_print=large_print), content_type="application/pdf")
    ending = "-large.pdf" if large_print else ".pdf"
    response["Content-Disposition"] = f'attachment; filename="ocm-{found.on.isoformat()}{ending}"'
    add_never_cache_headers(response)
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def send(request: HttpRequest, draft: UUID) -> HttpResponse:
    """Ask for an address and have the paper sent there; the answer is the same whether or not anything goes out."""
    found = _outcome_of(request, draft)
    if found is None:
        return redirect("calculator:start")
    form = SendForm(data=request.POST if request.method == "POST" else None)
    sent = request.method == "POST" and form.is_valid()
    if sent:
        asked_for.send_copy(
            to=form.cleaned_data["to"],
            kind=CopyKind.RESULT,
            language=current(),
            pdf=sheet_pdf(sheet(found)),
            by=visitor_of(request),
        )
    response = render(
        request,
        "calculator/send.html",
        {
            "form": form if not sent else None,
            "back": url("calculator:result", draft=draft),
            "sent": sent,
            "exit_this_page": True,
        },
    )
    add_never_cache_headers(response)
    return response


@require_POST
def apply(request: HttpRequest, draft: UUID) -> HttpResponse:
    """To an application that knows already which parent asks and where the children live; the income is never handed on."""
    found = _outcome_of(request, draft)
    if found is None:
        return redirect("calculator:start")
    if earlier := handed_on(request, first_steps.PREFIX):
        asked_for.forget_first_step(reference=earlier)
    kept = asked_for.keep_first_step(told=FirstStepTold(side=SIDES.get(found.told.side), nation=found.told.nation))
    hand_on(request, first_steps.PREFIX, kept)
    return redirect("parents:with_reference")


def _outcome_of(request: HttpRequest, draft: UUID) -> Outcome | None:
    """What the visitor's own complete answers come to; None where they are not complete, gone, or somebody else's."""
    found = journeys.draft(draft)
    if found is None:
        return None
    if (found.owner, found.journey) != (visitor_of(request).reference, calculator.slug):
        raise Http404
    route = walk(calculator, found.answers, {})
    return outcome(told(route.answers), on=clock.today()) if route.complete else None
