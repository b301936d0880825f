"""Looking at a decision before it is made, making it, and reading one that was made."""

import datetime as dt

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from childmaintenance.accounts.access import actor_of, staff
from childmaintenance.accounts.terms import Role
from childmaintenance.calculation import actions, queries
from childmaintenance.calculation.previewing import preview
from childmaintenance.calculation.terms import DecisionRecord, FactsMoved, Missing, NotReady, Preview, SourcedFact
from childmaintenance.cases import queries as cases
from childmaintenance.cases.terms import CaseRecord, TaskKind
from childmaintenance.foundation.language import current as language
from childmaintenance.foundation.pages import url
from childmaintenance.law.reasons import Reason
from childmaintenance.law.sentences import explain, explain_note, name_of_rate
from childmaintenance.parties import queries as people
from childmaintenance.portals.casework import words
from childmaintenance.portals.casework.layout import page
from childmaintenance.portals.casework.pages.opening import opened


@staff(Role.CASEWORKER, Role.TEAM_LEADER)
def look(request: HttpRequest, reference: str) -> HttpResponse:
    """Preview, and on the button decide exactly what was previewed."""
    return _look(request, opened(request, reference, why="deciding"), None)


@staff(Role.CASEWORKER, Role.TEAM_LEADER)
def review(request: HttpRequest, reference: str) -> HttpResponse:
    """The same for an annual review, from the review date that is waiting."""
    record = opened(request, reference, why="annual review")
    waiting = cases.work_list(kinds=[TaskKind.REVIEW], case=reference, limit=1)
    if not waiting:
        messages.info(request, _("No review is waiting for this case."))
        return redirect("casework:case", reference=reference)
    return _look(request, record, dt.date.fromisoformat(waiting[0].reason["review_on"]))


@staff(Role.CASEWORKER, Role.PAYMENTS_OFFICER, Role.TEAM_LEADER)
def made(request: HttpRequest, reference: str, decision: str) -> HttpResponse:
    record = opened(request, reference, why="reading a decision")
    try:
        whole = queries.decision(decision)
    except KeyError as unknown:
        raise Http404 from unknown
    if reference not in whole.weekly:
        raise Http404
    context = {"case": record, "decision": whole, **_working(whole, record), "words": words}
    return page(request, "casework/decision.html", context)


def _look(request: HttpRequest, record: CaseRecord, review_on: dt.date | None) -> HttpResponse:
    if request.method == "POST":
        try:
            reference = actions.decide(
                paying_parent=record.paying_parent,
                token=request.POST.get("token", ""),
                review_on=review_on,
                by=actor_of(request),
            )
        except FactsMoved:
            messages.warning(
                request, _("Something changed while you were looking. Please look again before you decide.")
            )
            return redirect(request.path)
        except NotReady:
            return redirect(request.path)
        messages.success(request, _("The decision is made. Letters are on their way to both parents."))
        return redirect("casework:decision", reference=record.reference, decision=reference)
    looked = preview(record.paying_parent, review_on=review_on)
    before = queries.decision(looked.builds_on) if looked.builds_on else None
    return page(
        request,
        "casework/preview.html",
        {
            "case": record,
            "looked": looked,
            "before": before,
            "missing": [_lack(lack, record) for lack in looked.missing],
            **_working(looked, record),
            "words": words,
        },
    )


def _working(whole: Preview | DecisionRecord, record: CaseRecord) -> dict[str, object]:
    """Inputs with sources, steps with provisions, and the amount of each case, ready to be read."""
    worked = whole.worked if isinstance(whole, Preview) else whole
    weekly = worked.weekly if worked else {}
    reasons, notes, rate = (worked.reasons, worked.notes, worked.rate) if worked else ((), (), "")
    included = cases.cases(weekly)
    receiving = people.parties({case.receiving_parent for case in included.values()})
    names = {reference: receiving[case.receiving_parent].full_name for reference, case in included.items()}
    children = {child.reference: child.first_name for case in included.values() for child in case.children}
    return {
        "names": names,
        "inputs": [_input(source, children) for source in whole.sources],
        "steps": [explain(Reason.from_json(reason), language(), names) for reason in reasons],
        "readings": [explain_note(note, language(), record.territory) for note in notes],
        "rate": name_of_rate(rate, language()) if rate else "",
        "weekly": weekly,
        "total": sum(weekly.values()),
    }


def _input(source: SourcedFact, children: dict[str, str]) -> dict[str, object]:
    return {
        "title": words.FACTS[source.name],
        "about": children.get(source.child, ""),
        "value": words.value_of(source.name, source.value),
        "source": words.source_of(source),
        "standing": words.STANDINGS[source.standing],
        "colour": words.STANDING_COLOURS[source.standing],
        "because": source.because,
    }


def _lack(lack: Missing, record: CaseRecord) -> dict[str, str]:
    """What is missing, in words, with the page where it is put right."""
    where = lack.case or record.reference
    if lack.name in words.MISSING:
        pages = {"income": "casework:income", "service": "casework:service"}
        page = pages.get(lack.name, "casework:case")
        return {"text": str(words.MISSING[lack.name]), "href": url(page, reference=where)}
    text = _("The parents differ: %(fact)s.") % {"fact": words.FACTS[lack.name]}
    if lack.child:
        return {"text": text, "href": url("casework:fact_of_child", reference=where, kind=lack.name, child=lack.child)}
    return {"text": text, "href": url("casework:fact", reference=where, kind=lack.name)}
