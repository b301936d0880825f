"""For editors: which content must be looked at again, and by when, the overdue first; and which addresses do not answer."""

import datetime as dt
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from childmaintenance.foundation import clock
from childmaintenance.guidance.links.keeping import last_asked, to_look_at
from childmaintenance.guidance.reviews import reviews
from childmaintenance.portals.insight.staff_pages import days_asked, page
from childmaintenance.privacy.purposes import register

SOON = dt.timedelta(days=30)


@dataclass(frozen=True)
class Due:
    """One thing: where it lies, what it is called, when it was looked at and must be, and whether that day is past or near."""

    where: str
    title: str
    as_of: dt.date
    review_by: dt.date
    overdue: bool
    soon: bool


def due() -> list[Due]:
    """Everything with a day to look again, the soonest first."""
    today, said = clock.today(), register()
    found = [(one.where, one.title, one.as_of, one.review_by) for one in reviews()]
    found.append(("privacy/purposes", "purposes.toml", said.as_of, said.review_by))
    return [
        Due(where, title, as_of, by, overdue=by < today, soon=today <= by <= today + SOON)
        for where, title, as_of, by in sorted(found, key=lambda one: (one[3], one[0]))
    ]


def content(request: HttpRequest) -> HttpResponse:
    """The lists, with how many are overdue and how many addresses are broken."""
    found, links = due(), to_look_at()
    context = {
        "due": found,
        "overdue": sum(one.overdue for one in found),
        "soon": sum(one.soon for one in found),
        "links": links,
        "broken": sum(one.outcome.is_broken for one in links),
        "links_asked_on": last_asked(),
    }
    return page(request, "insight/content.html", days_asked(request), context)
