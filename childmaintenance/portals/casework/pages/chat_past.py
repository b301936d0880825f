"""Chats that are over, while they are kept; and how the desk does, in sums."""

import datetime as dt
import math
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import ngettext

from childmaintenance.accounts.access import actor_of, roles_of, staff
from childmaintenance.accounts.terms import Role
from childmaintenance.chat import desk, queries
from childmaintenance.foundation import clock
from childmaintenance.portals.casework.layout import page
from childmaintenance.portals.casework.pages.chat_desk import AGENTS
from childmaintenance.statistics import suppression

DAYS = 28


@staff(*AGENTS)
def ended(request: HttpRequest) -> HttpResponse:
    """One's own, or everybody's for a team leader. The list says only when and what about; opening one is written down."""
    leads = Role.TEAM_LEADER in roles_of(request)
    found = queries.ended_chats("" if leads else actor_of(request).reference)
    rows = [{"chat": one, "topic": desk.topics().get(one.topic, "")} for one in found]
    context = {"rows": rows, "leads": leads, "days": desk.kept().conversation_days}
    return page(request, "casework/chats_ended.html", context)


@staff(*AGENTS)
def figures(request: HttpRequest) -> HttpResponse:
    """Each day of the last four weeks: opened, waited, answered, left, the median wait. Small counts are not told."""
    days = queries.days(clock.today() - dt.timedelta(days=DAYS - 1))
    pages: dict[str, int] = {}
    for one in days:
        for name, times in one.pages.items():
            pages[name] = pages.get(name, 0) + times
    context = {"rows": [_row(one) for one in days], "pages": suppression.lines(pages), "days": DAYS}
    return page(request, "casework/chat_figures.html", context)


def _row(one: queries.Day) -> dict[str, Any]:
    wait = ""
    if one.median_wait is not None and suppression.told(one.answered):
        minutes = math.ceil(one.median_wait.total_seconds() / 60)
        wait = ngettext("%(num)d minute", "%(num)d minutes", minutes) % {"num": minutes}
    rest = {number: suppression.told(one.opened - number) for number in (one.waited, one.answered, one.left)}
    # A small count could be worked out from the others; then none of them is told.
    parts = [
        None if rest[number] is None else suppression.told(number) for number in (one.waited, one.answered, one.left)
    ]
    if None in parts[1:]:
        parts[1:] = [None, None]
    return {"day": one.day, "counts": [suppression.told(one.opened), *parts], "wait": wait}
