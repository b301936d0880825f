"""The ways to arrange maintenance, side by side: a path of questions, what each way costs, and a table of everything."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from childmaintenance.foundation import clock
from childmaintenance.guidance.ways import MOST, aspects, checked_on, sources, ways
from childmaintenance.law.fees.ways import by_way
from childmaintenance.law.provision import in_force
from childmaintenance.values import Money, Territory

EXAMPLE = Money.of(100)
"""Pounds a week, a round sum to compare what the ways cost."""
GUIDE_OF = {
    "family_based": "family-based",
    "direct_pay": "payments",
    "collect_and_pay": "payments",
    "court": "consent-orders",
}
"""The guide that tells more of each way."""
SCALES = ("cost", "time", "safety", "enforced")


def page(request: HttpRequest) -> HttpResponse:
    """Four ways; the family's own first."""
    context = {
        "ways": ways(),
        "guide_of": GUIDE_OF,
        "aspects": aspects(),
        "scales": SCALES,
        "most": MOST,
        "example": EXAMPLE,
        "costs": costs(),
        "checked_on": checked_on(),
        "sources_read": sources(),
    }
    return render(request, "guides/options.html", context)


def costs() -> list[dict[str, object]]:
    """What leaves one parent and what reaches the other, by each way that the law puts a fee on or none."""
    names = {way.key: way.name for way in ways()}
    rows: list[dict[str, object]] = []
    for cost in by_way(EXAMPLE, in_force(clock.today(), Territory.GB)):
        name = names[cost.way.value]
        rows.append(
            {"label": _("%(way)s: one parent pays") % {"way": name}, "pence": cost.pays.in_pence, "kind": "quiet"}
        )
        rows.append({"label": _("%(way)s: the other gets") % {"way": name}, "pence": cost.gets.in_pence})
    return rows
