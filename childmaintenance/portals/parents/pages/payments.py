"""Payments: every movement with its balance, the plan, and a statement to keep."""

import datetime as dt
from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from childmaintenance.accounts.access import actor_of, person
from childmaintenance.cases import queries as cases
from childmaintenance.cases.terms import CaseRecord, Service, Side
from childmaintenance.collection import queries as collection
from childmaintenance.collection.terms import HistoryKind, HistoryLine, OwedItem
from childmaintenance.correspondence.statement import Line, Statement, statement_pdf
from childmaintenance.correspondence.statement_csv import statement_csv
from childmaintenance.correspondence.wording import Reader, together
from childmaintenance.foundation import clock
from childmaintenance.foundation.language import current as language
from childmaintenance.foundation.language import long_date
from childmaintenance.parties import queries as people
from childmaintenance.parties.terms import PartyRecord
from childmaintenance.portals.parents.layout import page
from childmaintenance.portals.parents.opening import my_case
from childmaintenance.portals.parents.pages import words

YEAR = dt.timedelta(days=365)
# Enough to draw, and to read on a small screen.
DRAWN = 12


@person
def payments(request: HttpRequest) -> HttpResponse:
    """Each case's payments, or the only one's straight away."""
    party = people.party_of_account(actor_of(request).reference)
    records = cases.cases_of(party.reference) if party else []
    if party and len(records) == 1:
        return _history(request, party, records[0], records[0].side_of(party.reference))
    listed = [(case, together([child.first_name for child in case.children])) for case in records]
    return page(request, "parents/payments.html", {"cases": listed})


@person
def history(request: HttpRequest, reference: str) -> HttpResponse:
    return _history(request, *my_case(actor_of(request), reference))


@person
def plan(request: HttpRequest, reference: str) -> HttpResponse:
    """The payment plan: every day and amount, and how to pay."""
    _party, case, side = my_case(actor_of(request), reference)
    record = collection.plan(reference)
    if record is None:
        raise Http404
    pays = side == Side.PAYING
    context = {
        "case": case,
        "plan": record,
        "pays": pays,
        "pay_to": collection.pay_to(case.paying_parent) if pays and record.service == Service.COLLECT_AND_PAY else None,
        "today": clock.today(),
        "words": words,
    }
    return page(request, "parents/plan.html", context)


@person
def statement(request: HttpRequest, reference: str, form: str) -> HttpResponse:
    """The account of the last year as a tagged PDF or a table for a spreadsheet, in the language being read."""
    party, case, side = my_case(actor_of(request), reference)
    make: dict[str, tuple[str, Callable[[Statement], bytes]]] = {
        "pdf": (
            "application/pdf",
            lambda one: statement_pdf([one], large_print=people.contact(party.reference).large_print),
        ),
        "csv": ("text/csv; charset=utf-8", statement_csv),
    }
    if form not in make:
        raise Http404
    content_type, made = make[form]
    answer = HttpResponse(made(_statement(party, case, side)), content_type=content_type)
    # A neutral name: it stays in a downloads folder that others may see.
    answer["Content-Disposition"] = f'attachment; filename="{_("statement")}-{clock.today().isoformat()}.{form}"'
    return answer


def _history(request: HttpRequest, _party: PartyRecord, case: CaseRecord, side: Side) -> HttpResponse:
    lines = collection.history(case.reference, side) if case.service == Service.COLLECT_AND_PAY else ()
    owed = collection.owed(case.reference) if lines else None
    context = {
        "case": case,
        "pays": side == Side.PAYING,
        "lines": [_row(line, side) for line in reversed(lines)],
        "owed": owed,
        "left": max(0, owed.total if side == Side.PAYING else owed.maintenance) if owed else 0,
        "owed_items": [_owed(item, side) for item in owed.items] if owed else [],
        "children": together([child.first_name for child in case.children]),
        "bars": _bars(lines, side),
        "has_plan": collection.plan(case.reference) is not None,
        "words": words,
    }
    return page(request, "parents/history.html", context)


def _row(line: HistoryLine, side: Side) -> dict[str, object]:
    return {
        "on": line.on,
        "words": words.moved(line.kind, side),
        "amount": line.amount,
        "fee": line.fee,
        "maintenance": line.maintenance,
        "balance": line.balance,
        "corrected": line.corrected,
    }


def _owed(item: OwedItem, side: Side) -> dict[str, object]:
    """One thing that is owed. The fee is between the paying parent and the service, so only they read it."""
    pays = side == Side.PAYING
    return {
        "due_on": item.due_on,
        "charged": item.charged if pays else None,
        "settled": item.settled if pays else None,
        "left": item.left if pays else item.left_maintenance,
        "overdue": item.overdue_since,
    }


def _bars(lines: tuple[HistoryLine, ...], side: Side) -> list[dict[str, object]]:
    """The last payments as a picture: what came, on each day that something came."""
    kind = HistoryKind.PAYMENT if side == Side.PAYING else HistoryKind.PAID_OUT
    came = [line for line in lines if line.kind == kind and not line.corrected]
    return [{"label": long_date(line.on), "pence": -line.amount} for line in came[-DRAWN:]]


def _statement(party: PartyRecord, case: CaseRecord, side: Side) -> Statement:
    today = clock.today()
    account = collection.statement_lines(case.reference, side, since=today - YEAR, upto=today)
    lines = tuple(
        Line(
            on=line.on,
            words=words.moved(line.kind, side),
            due_pence=max(line.amount, 0),
            paid_pence=max(-line.amount, 0),
        )
        for line in account.lines
    )
    return Statement(
        language=language(),
        reader=Reader(side.value),
        name=party.full_name,
        case=case.reference,
        made_on=today,
        since=account.since,
        upto=account.upto,
        opening_pence=account.opening,
        lines=lines,
    )
