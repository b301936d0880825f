"""What somebody brings along from a first step, as the application's own questions take it: nothing is asked twice."""

import datetime as dt
from typing import Any

from childmaintenance.cases.first_steps import FirstStepTold
from childmaintenance.cases.terms import Frequency

Page = dict[str, list[str]]


def answers_brought(told: FirstStepTold) -> dict[str, Any]:
    """Answers for the draft of an application: {"pages": {question: inputs}, "groups": {"children": [pages of one child]}}."""
    pages = {
        "safety": {"worries": list(told.worries)},
        "side": _one("side", told.side),
        "together": _one("together", told.live_together),
        "nation": _one("nation", told.nation),
        "you-live": _one("in_uk", told.i_live_in_uk),
        "they-live": _one("in_uk", told.they_live_in_uk),
        "works-abroad": _one("employer", told.works_abroad_for),
        "court-order": _one("ordered", told.court_order),
        "court-order-date": _day("made_on", told.court_order_on),
        "how-often-paid": _one("frequency", told.pay_every),
        **_pay_day(told),
    }
    children = [
        {
            "child-born": _day("date_of_birth", child.date_of_birth),
            **(
                {"child-education": _one("in_education", {True: "yes", False: "no"}[child.in_education])}
                if child.in_education is not None
                else {}
            ),
        }
        for child in told.children
    ]
    return {
        "pages": {slug: page for slug, page in pages.items() if any(page.values())},
        "groups": {"children": children},
    }


def _pay_day(told: FirstStepTold) -> dict[str, Page]:
    if told.pay_day is None:
        return {}
    if told.pay_every == Frequency.MONTHLY:
        return {"day-of-month": _one("day", str(told.pay_day))}
    return {"weekday": _one("weekday", str(told.pay_day))}


def _one(name: str, value: str | None) -> Page:
    return {name: [value] if value else []}


def _day(name: str, day: dt.date | None) -> Page:
    if day is None:
        return {}
    return {f"{name}-day": [str(day.day)], f"{name}-month": [str(day.month)], f"{name}-year": [str(day.year)]}
