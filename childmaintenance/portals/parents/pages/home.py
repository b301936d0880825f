"""A parent's home: what matters today, what to do, and what happens next, for each of their cases."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from childmaintenance.accounts.access import actor_of, person
from childmaintenance.calculation import queries as calculations
from childmaintenance.calculation.terms import DecisionRecord
from childmaintenance.cases import queries as cases
from childmaintenance.cases.limits import ANSWER_DAYS
from childmaintenance.cases.terms import CaseRecord, Service, Side, Status
from childmaintenance.collection import queries as collection
from childmaintenance.collection.terms import HistoryLine, NextPayment, Owed, PayTo
from childmaintenance.correspondence import queries as letters
from childmaintenance.correspondence.wording import together
from childmaintenance.foundation.language import long_date
from childmaintenance.foundation.pages import url
from childmaintenance.journeys import queries as journeys
from childmaintenance.parties import queries as people
from childmaintenance.portals.parents.journeys.not_arrived import due_by_now
from childmaintenance.portals.parents.layout import page
from childmaintenance.portals.parents.pages import words
from childmaintenance.referrals import queries as referrals


@dataclass(frozen=True, kw_only=True)
class ToDo:
    """Something this parent needs to do, and where."""

    text: str
    href: str
    by: dt.date | None = None


@dataclass(frozen=True, kw_only=True)
class CaseAtHome:
    """One case as its parent sees it at home."""

    case: CaseRecord
    pays: bool
    other_parent: str
    children: str
    decision: DecisionRecord | None
    weekly: int
    next: NextPayment | None
    owed: Owed | None
    paid: tuple[HistoryLine, ...]
    pay_to: PayTo | None
    may_be_missing: bool
    """Whether a Direct Pay payment should have reached this parent by now, so that they can say that it did not."""
    progress: int
    timeline: tuple[dict[str, Any], ...]

    @property
    def left(self) -> int:
        """What this parent reads as owed, in pence: with the fee for who pays it, without for who does not."""
        if self.owed is None:
            return 0
        return max(0, self.owed.total if self.pays else self.owed.maintenance)

    @property
    def overdue(self) -> int:
        """How much of that should have been paid by now."""
        late = [item for item in self.owed.items if item.overdue_since] if self.owed else []
        return max(0, sum(item.left if self.pays else item.left_maintenance for item in late))

    @property
    def direct(self) -> bool:
        return self.case.service == Service.DIRECT_PAY


@person
def home(request: HttpRequest) -> HttpResponse:
    """Somebody whom we do not know yet goes where the two ways in are: a code from a letter, or an application."""
    party = people.party_of_account(actor_of(request).reference)
    if party is None:
        return redirect("parents:begin")
    records = [case for case in cases.cases_of(party.reference) if case.status != Status.CLOSED]
    shown = [_at_home(case, party.reference) for case in records]
    unread = letters.unread_of(party.reference)
    context = {
        "party": party,
        "cases": shown,
        "to_do": _to_do(records, party.reference, unread),
        "drafts": journeys.open_drafts(actor_of(request).reference),
        "drafts_called": words.JOURNEYS,
        "unread": unread,
        "words": words,
    }
    return page(request, "parents/home.html", context)


def _at_home(case: CaseRecord, party: str) -> CaseAtHome:
    side = case.side_of(party)
    decision = calculations.newest_decision(case.reference)
    collected = decision is not None and case.service == Service.COLLECT_AND_PAY
    standing = collection.standing(case.reference, side) if decision else None
    return CaseAtHome(
        case=case,
        pays=side == Side.PAYING,
        other_parent=cases.name_for(case, side, side.other),
        children=together([child.first_name for child in case.children]),
        decision=decision,
        weekly=decision.weekly[case.reference] if decision else 0,
        next=standing.next if standing else None,
        owed=standing.owed if standing and collected else None,
        paid=standing.lately if standing and collected else (),
        pay_to=standing.pay_to if standing and collected and side == Side.PAYING else None,
        may_be_missing=side == Side.RECEIVING
        and case.service == Service.DIRECT_PAY
        and bool(due_by_now(case.reference)),
        progress=_progress(case, decision),
        timeline=_timeline(case, side),
    )


def _progress(case: CaseRecord, decision: DecisionRecord | None) -> int:
    """How far a case is: 2 asked the other parent, 3 working the amount out, 5 in payment."""
    if decision is not None:
        return 5
    return 3 if case.status == Status.ANSWERED else 2


def _timeline(case: CaseRecord, side: Side) -> tuple[dict[str, Any], ...]:
    lines = []
    for entry in cases.timeline(case.reference, side.value):
        if what := words.happened(entry.kind, entry.details, pays=side == Side.PAYING):
            lines.append({"when": long_date(entry.at.date()), "what": what, "state": "done"})
    return tuple(lines)


def _to_do(records: list[CaseRecord], party: str, unread: int) -> list[ToDo]:
    """What waits for this person, most pressing first."""
    waiting = []
    for case in records:
        side = case.side_of(party)
        answers = side != case.applicant_side and not cases.has_answered(case.reference)
        if answers and case.status in {Status.WAITING_FOR_ANSWER, Status.ANSWERED}:
            text = _("Answer the application about %(children)s") % {
                "children": together([child.first_name for child in case.children])
            }
            waiting.append(
                ToDo(
                    text=text,
                    href=url("parents:answer:start", about=case.reference),
                    by=case.opened_on + ANSWER_DAYS if case.status == Status.WAITING_FOR_ANSWER else None,
                )
            )
        if side == Side.RECEIVING and case.service == Service.COLLECT_AND_PAY and not people.bank_account(party):
            text = _("Tell us which bank account to pay into")
            waiting.append(ToDo(text=text, href=url("parents:bank-details:start")))
    for one in referrals.unanswered(party):
        text = _("Read an offer of %(day)s") % {"day": long_date(one.offered_on)}
        waiting.append(ToDo(text=text, href=url("parents:offer", reference=one.reference)))
    if unread:
        waiting.append(ToDo(text=_("Read your new letters"), href=url("parents:letters")))
    return waiting
