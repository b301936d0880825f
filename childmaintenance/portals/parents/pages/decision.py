"""The decision receipt: the amount opens into its steps, each with its provision, and into the facts and where they came from."""

import datetime as dt
from fractions import Fraction
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from childmaintenance.accounts.access import actor_of, person
from childmaintenance.calculation import queries as calculations
from childmaintenance.calculation.terms import DecisionRecord, SourcedFact
from childmaintenance.cases import queries as cases
from childmaintenance.cases.terms import CaseRecord, FactKind, Side
from childmaintenance.correspondence import queries as letters
from childmaintenance.correspondence.deadlines import last_day_to_ask_again
from childmaintenance.correspondence.terms import Kind
from childmaintenance.foundation import audit
from childmaintenance.foundation.language import current as language
from childmaintenance.foundation.language import long_date, pounds
from childmaintenance.law.reasons import Reason
from childmaintenance.law.sentences import explain, explain_note, name_of_rate
from childmaintenance.portals.parents.layout import page
from childmaintenance.portals.parents.opening import my_case
from childmaintenance.portals.parents.pages import words


@person
def decision(request: HttpRequest, reference: str, decision: str) -> HttpResponse:
    """One decision of one case, as both its parents may read it."""
    party, case, side = my_case(actor_of(request), reference)
    try:
        record = calculations.receipt(decision, reference)
    except KeyError as unknown:
        audit.refused(by=actor_of(request), about=decision[:24], why="a decision that is not theirs")
        raise Http404 from unknown
    receiving = cases.name_for(case, side, Side.RECEIVING)
    return page(
        request,
        "parents/decision.html",
        {
            "case": case,
            "decision": record,
            "pays": side == Side.PAYING,
            "amount": record.weekly[reference],
            "rate": name_of_rate(record.rate, language()),
            "lines": receipt_lines(record, case, receiving),
            "readings": [explain_note(note, language(), record.territory) for note in record.notes],
            "before": _before(record, reference),
            "can_be_checked": calculations.receipt_to_check(decision, reference) is not None,
            "ask_again_by": _ask_again_by(party.reference, record.reference, reference),
        },
    )


@person
def receipt_file(request: HttpRequest, reference: str, decision: str) -> HttpResponse:
    """The decision as a file that its parents can check at home, with the published rules and without us."""
    my_case(actor_of(request), reference)
    try:
        receipt = calculations.receipt_to_check(decision, reference)
    except KeyError as unknown:
        audit.refused(by=actor_of(request), about=decision[:24], why="a decision that is not theirs")
        raise Http404 from unknown
    if receipt is None:
        raise Http404
    answer = JsonResponse(receipt, json_dumps_params={"ensure_ascii": False, "indent": 1})
    answer["Content-Disposition"] = f'attachment; filename="receipt-{decision}.json"'
    return answer


def receipt_lines(record: DecisionRecord, case: CaseRecord, receiving: str) -> list[dict[str, Any]]:
    """The receipt, outermost first: the facts, each step, and the amount."""
    children = {child.reference: child.first_name for child in case.children}
    names = {case.reference: receiving}
    for number, other in enumerate(_others(record), start=1):
        names[other] = _("another receiving parent (%(number)d)") % {"number": number}
    facts = [
        {"words": _fact_name(source, children), "figure": _fact_value(source), "source": words.source_of(source)}
        for source in record.sources
    ]
    steps = []
    for stored in record.reasons:
        reason = Reason.from_json(stored)
        figure = pounds(reason.amount.rounded().in_pence) if reason.amount is not None else None
        steps.append({"words": explain(reason, language(), names), "figure": figure})
    return [
        {"words": _("What we started from"), "inside": facts, "open": True},
        {"words": _("How it was worked out"), "inside": steps, "open": True},
        {"words": _("A week, for this case"), "figure": record.weekly[case.reference], "total": True},
    ]


def _others(record: DecisionRecord) -> list[str]:
    """The stand-ins for other receiving parents that the steps speak of."""
    found = {
        str(reason["inputs"]["receiving_parent"])
        for reason in record.reasons
        if str(reason.get("inputs", {}).get("receiving_parent", "")).startswith("other-")
    }
    return sorted(found)


def _fact_name(source: SourcedFact, children: dict[str, str]) -> str:
    name = str(words.FACTS[source.name])
    return f"{name}: {children[source.child]}" if source.child in children else name


def _fact_value(source: SourcedFact) -> str:
    match source.name:
        case "income":
            return _("Not known") if source.value == "unknown" else pounds(round(Fraction(source.value) * 100))
        case FactKind.NIGHTS:
            return ngettext("%(n)d night a year", "%(n)d nights a year", source.value) % {"n": source.value}
        case FactKind.PARENTAGE | FactKind.EQUAL_CARE:
            return _("Yes") if source.value else _("No")
        case FactKind.BENEFIT:
            return str(words.BENEFITS[source.value])
        case FactKind.NIL_REASON:
            return str(words.NIL_REASONS[source.value])
        case _:
            return str(source.value)


def _before(record: DecisionRecord, case: str) -> int | None:
    """What it was before, in pence a week, where there was a decision about this case."""
    return calculations.decision(record.builds_on).weekly.get(case) if record.builds_on else None


def _ask_again_by(party: str, decision: str, case: str) -> str:
    """Until when they may ask us to look again, counted from their own letter; empty before it is written."""
    for line in letters.letters_of(party, case):
        if line.kind == Kind.DECISION:
            letter = letters.letter(line.reference)
            if decision in repr(letter.parts):
                day: dt.date = last_day_to_ask_again(letter.written_on, letter.channel)
                return long_date(day)
    return ""
