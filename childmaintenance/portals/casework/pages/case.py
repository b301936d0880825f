"""One case: what to do next, what is known and from whom, what was decided, what happened."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from childmaintenance.accounts.access import actor_of, roles_of, staff
from childmaintenance.accounts.terms import Role
from childmaintenance.calculation import queries as calculations
from childmaintenance.cases import queries as cases
from childmaintenance.cases.terms import FactRecord, SafetyTold, Side
from childmaintenance.foundation import audit
from childmaintenance.parties import queries as people
from childmaintenance.portals.casework import words
from childmaintenance.portals.casework.layout import page
from childmaintenance.portals.casework.pages.opening import opened
from childmaintenance.portals.casework.pages.work import rows_of
from childmaintenance.referrals import queries


@staff(Role.CASEWORKER, Role.PAYMENTS_OFFICER, Role.TEAM_LEADER)
def case(request: HttpRequest, reference: str) -> HttpResponse:
    record = opened(request, reference, why="opened the case")
    named = people.parties([record.receiving_parent, record.paying_parent])
    names = {child.reference: child.first_name for child in record.children}
    return page(
        request,
        "casework/case.html",
        {
            "case": record,
            "receiving": named[record.receiving_parent],
            "paying": named[record.paying_parent],
            "safety": safety_for(request, reference),
            "tasks_open": rows_of(cases.work_list(case=reference)),
            "facts": [fact_row(fact, names) for fact in cases.facts(reference)],
            "income": calculations.newest_income_question(record.paying_parent),
            "decisions": calculations.decisions_of(reference),
            "pay": cases.pay_choice(reference),
            "timeline": cases.timeline(reference, "S"),
            "may_refer": may_refer(request),
            "referrals": queries.referrals_in(reference) if may_refer(request) else [],
            "words": words,
            "Side": Side,
        },
    )


@staff(Role.CASEWORKER, Role.TEAM_LEADER)
@require_POST
def contact(request: HttpRequest, reference: str) -> HttpResponse:
    """How to reach the two parents. Shown only when asked for, one answer, never kept in an address or a history."""
    record = opened(request, reference, why="opened the case")
    reached = []
    for side in Side:
        party = record.party(side)
        audit.read(by=actor_of(request), about=party, why="showed contact details", case=reference)
        reached.append((words.SIDES[side], people.party(party), people.contact(party)))
    return page(
        request, "casework/contact.html", {"case": record, "reached": reached, "words_language": words.LANGUAGES}
    )


def may_refer(request: HttpRequest) -> bool:
    """What help somebody was offered is for those who offer it."""
    return bool(roles_of(request) & {Role.CASEWORKER, Role.TEAM_LEADER})


def safety_for(request: HttpRequest, reference: str) -> dict[Side, SafetyTold]:
    """That a parent is not safe is for all staff to know; what they told us about it, for those who decide."""
    told = cases.safety(reference)
    if roles_of(request) & {Role.CASEWORKER, Role.TEAM_LEADER}:
        return told
    return {side: replace(one, details="") for side, one in told.items()}


def fact_row(fact: FactRecord, children: dict[str, str]) -> dict[str, object]:
    """A fact as the table shows it: what, about whom, what counts, how firmly, and everything that was said."""
    name = fact.kind.value
    return {
        "kind": name,
        "child": fact.child,
        "title": words.FACTS[fact.kind],
        "about": children.get(fact.child, ""),
        "value": words.value_of(name, plain(fact.value)),
        "standing": words.STANDINGS[fact.standing],
        "colour": words.STANDING_COLOURS[fact.standing],
        "said": [
            (words.SOURCES[one.source], words.value_of(name, plain(one.value)), one.said_at, one.because)
            for one in fact.said
        ],
    }


def plain(value: dict[str, object] | None) -> object:
    """A fact's value without its wrapping: every kind has exactly one."""
    return next(iter(value.values())) if value else None
