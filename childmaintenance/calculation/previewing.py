"""A decision before it is made: which cases it covers, from what day, and what it would say."""

import datetime as dt
import hashlib
import json
from collections.abc import Sequence

from childmaintenance.calculation import queries
from childmaintenance.calculation.gathering import gather
from childmaintenance.calculation.terms import DecisionKind, DecisionRecord, Missing, Preview
from childmaintenance.calculation.working import RULEBOOK, work_out
from childmaintenance.cases import queries as cases
from childmaintenance.cases.terms import CaseRecord, Status
from childmaintenance.foundation import clock


def preview(paying_parent: str, *, review_on: dt.date | None = None) -> Preview:
    """What would be decided now about everything one paying parent owes.

    Covers the cases in payment and those that have been answered. With `review_on` it is the annual review from that
    day; otherwise it takes effect from the day stated in the notice of the newest case that has no decision yet, or
    today.
    """
    included = [
        case for case in cases.cases_against(paying_parent) if case.status in {Status.ANSWERED, Status.IN_PAYMENT}
    ]
    before = _decision_to_build_on(included)
    undecided = [case for case in included if case.status == Status.ANSWERED]
    missing: list[Missing] = []
    if not included:
        missing.append(Missing(name="answer"))
    missing += [Missing(name="service", case=case.reference) for case in included if case.service is None]
    missing += [Missing(name="notice", case=case.reference) for case in included if case.effective_from is None]
    kind, effective_from = _occasion(undecided, before, review_on)
    gathered = gather(paying_parent, effective_from, included) if included else None
    missing += gathered.missing if gathered else ()
    worked = work_out(gathered.facts) if gathered and not gathered.missing else None
    facts = gathered.facts if gathered else {}
    sources = gathered.sources if gathered else ()
    rests_on = [facts, [vars(source) for source in sources], kind, RULEBOOK, before.reference if before else None]
    return Preview(
        paying_parent=paying_parent,
        effective_from=effective_from,
        kind=kind,
        cases=tuple(case.reference for case in included),
        facts=facts,
        sources=sources,
        missing=tuple(missing),
        worked=worked,
        builds_on=before.reference if before else None,
        token=hashlib.sha256(json.dumps([paying_parent, *rests_on], sort_keys=True).encode()).hexdigest(),
    )


def _decision_to_build_on(included: Sequence[CaseRecord]) -> DecisionRecord | None:
    newest = [decision for case in included if (decision := queries.newest_decision(case.reference))]
    return max(newest, key=lambda decision: decision.decided_at, default=None)


def _occasion(
    undecided: Sequence[CaseRecord], before: DecisionRecord | None, review_on: dt.date | None
) -> tuple[DecisionKind, dt.date]:
    """What kind of decision this is and from what day it counts."""
    stated = [case.effective_from for case in undecided if case.effective_from]
    if undecided:
        kind = DecisionKind.FURTHER_APPLICATION if before else DecisionKind.INITIAL
        return kind, max(stated, default=clock.today())
    if review_on is not None:
        return DecisionKind.ANNUAL_REVIEW, review_on
    return DecisionKind.SUPERSESSION, clock.today()
