"""Somebody's own list of people who can help. It travels in the form; we keep it only when asked, and never for an account.

A kept list holds names of organisations, no topic, in the session of somebody who has not said who they are: twenty minutes
after the last page it is gone, and at once when they leave in a hurry.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from childmaintenance.accounts.visitors import visitor_of
from childmaintenance.correspondence.blocks import Block, bullets, heading, paragraph
from childmaintenance.correspondence.sheets import Sheet, sheet_pdf
from childmaintenance.correspondence.terms import CopyKind
from childmaintenance.foundation import clock, forms
from childmaintenance.foundation.language import current, long_date
from childmaintenance.guidance.organisations import Organisation, checked_on, chosen
from childmaintenance.privacy import asked_for

IN_SESSION = "separation list"
FIELD = "organisation"


class SendForm(forms.Form):
    to = forms.Email(label=gettext_lazy("Your e-mail address"))


def page(request: HttpRequest) -> HttpResponse:
    """The list that the form brings, or the one that was kept."""
    if request.method == "POST" and "keep" in request.POST and can_keep(request):
        request.session[IN_SESSION] = [one.key for one in brought(request)]
        return redirect("separation:own_list")
    if request.method == "POST" and "forget" in request.POST:
        request.session.pop(IN_SESSION, None)
        return redirect("separation:own_list")
    kept = kept_keys(request)
    mine = brought(request) if request.method == "POST" else chosen(kept)
    context = {
        "mine": mine,
        "checked_on": checked_on(),
        "can_keep": can_keep(request),
        "is_kept": bool(kept) and [one.key for one in mine] == kept,
    }
    response = render(request, "separation/own_list.html", context)
    add_never_cache_headers(response)
    return response


def paper(request: HttpRequest) -> HttpResponse:
    """The list as a tagged PDF, in the language of the page. Its name says the day, the size of its type and nothing else."""
    mine = brought(request)
    if not mine:
        return redirect("separation:own_list")
    large_print = "large" in request.POST
    response = HttpResponse(sheet_pdf(sheet(mine), large_print=large_print), content_type="application/pdf")
    ending = "-large.pdf" if large_print else ".pdf"
    response["Content-Disposition"] = f'attachment; filename="ocm-{clock.today().isoformat()}{ending}"'
    add_never_cache_headers(response)
    return response


def send(request: HttpRequest) -> HttpResponse:
    """Ask for an address and have the list sent there; the answer is the same whether or not anything goes out."""
    mine = brought(request)
    if not mine:
        return redirect("separation:own_list")
    form = SendForm(request.POST if "to" in request.POST else None)
    sent = form.is_bound and form.is_valid()
    if sent:
        pdf = sheet_pdf(sheet(mine))
        to = form.cleaned_data["to"]
        asked_for.send_copy(to=to, kind=CopyKind.LIST, language=current(), pdf=pdf, by=visitor_of(request))
    context = {"mine": mine, "form": None if sent else form, "sent": sent}
    response = render(request, "separation/send.html", context)
    add_never_cache_headers(response)
    return response


def brought(request: HttpRequest) -> tuple[Organisation, ...]:
    """What the form holds; nothing in a page that was only looked at."""
    return chosen(request.POST.getlist(FIELD))


def kept_keys(request: HttpRequest) -> list[str]:
    """The list that somebody asked us to keep."""
    return list(request.session.get(IN_SESSION, ())) if can_keep(request) else []


def can_keep(request: HttpRequest) -> bool:
    """Only for somebody who has not signed in: with an account the list would say who needs what."""
    return not request.user.is_authenticated


def sheet(mine: tuple[Organisation, ...]) -> Sheet:
    """The list on paper."""
    blocks: list[Block] = []
    for one in mine:
        blocks += [heading(one.name), paragraph(one.what), bullets(ways_to_reach(one))]
    blocks.append(paragraph(_("We looked at this list on %(day)s.") % {"day": long_date(checked_on())}))
    return Sheet(heading=_("People who can help"), made_on=clock.today(), blocks=blocks)


def ways_to_reach(one: Organisation) -> list[str]:
    """Phone, text and website, as lines."""
    found = [_("Phone: %(number)s") % {"number": one.number}] if one.number else []
    if one.text:
        found.append(_("Text %(word)s to %(number)s") % {"word": one.text.word, "number": one.text.to})
    if one.all_day:
        found.append(_("Open day and night"))
    return [*found, one.website.removeprefix("https://")]
