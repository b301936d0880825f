"""The privacy notice with its versions, the register of what information is used for, and the information charter by nation."""

import csv
import re

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from childmaintenance.accounts.access import actor_of
from childmaintenance.privacy import choices, processing, seeing
from childmaintenance.privacy.notices import Kind, NoSuchNotice, compare, in_force, notice, versions
from childmaintenance.privacy.purposes import register

NATION_NAMES = {
    "england": _("England"),
    "wales": _("Wales"),
    "scotland": _("Scotland"),
    "northern-ireland": _("Northern Ireland"),
}
LAWS = {"GB": _("England, Wales and Scotland"), "NI": _("Northern Ireland")}


def page(request: HttpRequest) -> HttpResponse:
    """The notice as it is now."""
    return render(request, "public/privacy.html", {"notice": in_force(Kind.PRIVACY), "newest": True})


def version(request: HttpRequest, number: int) -> HttpResponse:
    """The notice as it was."""
    try:
        found = notice(Kind.PRIVACY, number or -1)
    except NoSuchNotice:
        raise Http404 from None
    return render(request, "public/privacy.html", {"notice": found, "newest": found == in_force(Kind.PRIVACY)})


@require_POST
def seen(request: HttpRequest) -> HttpResponse:
    """Somebody signed in says that they have seen a version, and goes on where they were told of it."""
    number = re.fullmatch("[0-9]{1,4}", request.POST.get("notice", ""))
    by = actor_of(request)
    try:
        seeing.note_seen(account=by.reference, notice=int(number[0]) if number else 0, by=by)
    except NoSuchNotice:
        raise Http404 from None
    return redirect("parents:home")


def all_versions(request: HttpRequest) -> HttpResponse:
    """Every version, newest first, and what changed in each."""
    return render(request, "public/privacy_versions.html", {"versions": list(reversed(versions(Kind.PRIVACY)))})


def changes(request: HttpRequest, older: int, newer: int) -> HttpResponse:
    """What changed between two versions."""
    if older >= newer:
        raise Http404
    try:
        found = compare(Kind.PRIVACY, older or -1, newer)
    except NoSuchNotice:
        raise Http404 from None
    parts = [change for change in found if change.what != "same"]
    context = {"changes": parts, "older": notice(Kind.PRIVACY, older), "newer": notice(Kind.PRIVACY, newer)}
    return render(request, "public/privacy_changes.html", context)


def purposes(request: HttpRequest) -> HttpResponse:
    """What information is used for and by which law; who may be asked, who may be told."""
    said = register()
    nations = [(LAWS[nation], nation, said.sources(nation), said.recipients(nation)) for nation in LAWS]
    return render(request, "public/privacy_register.html", {"register": said, "nations": nations})


def what_we_keep(request: HttpRequest) -> HttpResponse:
    """The record of processing: every table, what for, how long, from whom, to whom."""
    context = {"purposes": processing.by_purpose(), "checked_on": register().as_of}
    return render(request, "public/what_we_keep.html", context)


def what_we_keep_csv(request: HttpRequest) -> HttpResponse:
    """The same, a line a field, for other programs. The names of the columns are the same in both languages."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="what-we-keep.csv"'
    table = csv.writer(response)
    table.writerow(processing.COLUMNS)
    table.writerows(processing.lines())
    return response


def charter(request: HttpRequest) -> HttpResponse:
    """Which nation's charter: the one we were allowed to remember stands first."""
    remembered = choices.nation_of(request)
    names = sorted(NATION_NAMES.items(), key=lambda one: one[0] != remembered)
    return render(request, "public/charter.html", {"names": names, "remembered": remembered})


def charter_of(request: HttpRequest, nation: str) -> HttpResponse:
    """One nation's charter; the nation is remembered where that was allowed."""
    if nation not in NATION_NAMES:
        raise Http404
    found = notice(Kind.CHARTER)
    context = {"name": NATION_NAMES[nation], "notice": found, "parts": found.for_nation(nation)}
    response = render(request, "public/charter_of.html", context)
    choices.remember_nation(request, response, nation)
    return response
