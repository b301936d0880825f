"""Questions about income and decisions."""

import datetime as dt
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject

from childmaintenance.calculation.models import Decision, DecisionShare, IncomeAnswer, IncomeFinding, IncomeQuestion
from childmaintenance.calculation.terms import (
    DecisionKind,
    DecisionRecord,
    IncomeOutcome,
    IncomeQuestionRecord,
    IncomeTold,
    SourcedFact,
)
from childmaintenance.calculation.working import work_out
from childmaintenance.law.receipt import make_receipt
from childmaintenance.values import Territory


def income_question(reference: str) -> IncomeQuestionRecord:
    """Raises KeyError when there is no such question."""
    row = IncomeQuestion.objects.filter(reference=reference).select_related("answer").first()
    if row is None:
        raise KeyError(reference)
    return _question(row)


def newest_income_question(paying_parent: str) -> IncomeQuestionRecord | None:
    row = IncomeQuestion.objects.filter(paying_parent=paying_parent).select_related("answer").order_by("-id").first()
    return _question(row) if row else None


def was_asked(key: str) -> bool:
    """Whether income has been asked for on this occasion."""
    return IncomeQuestion.objects.filter(key=key).exists()


def unanswered_income_questions() -> list[str]:
    """References of questions that have not ended, oldest first."""
    return list(IncomeQuestion.objects.filter(answer=None).order_by("id").values_list("reference", flat=True))


def newest_income_finding(paying_parent: str, since: dt.datetime) -> IncomeFinding | None:
    """For this room only: the newest finding made since the tax authority was last asked."""
    return IncomeFinding.objects.filter(paying_parent=paying_parent, found_at__gte=since).order_by("-id").first()


def decision(reference: str) -> DecisionRecord:
    """A decision whole. Raises KeyError when there is none."""
    row = _decisions().filter(reference=reference).first()
    if row is None:
        raise KeyError(reference)
    return _decision(row)


def decision_in_force(case: str, on: dt.date) -> DecisionRecord | None:
    """The decision that says what is owed in a case on a day: the newest made of those that reach back to it."""
    row = _decisions().filter(shares__case=case, effective_from__lte=on).order_by("-id").first()
    return _decision(row) if row else None


def newest_decision(case: str) -> DecisionRecord | None:
    """The newest decision about a case, even where it takes effect on a later day."""
    row = _decisions().filter(shares__case=case).order_by("-id").first()
    return _decision(row) if row else None


def decisions_of(case: str) -> list[DecisionRecord]:
    """Every decision about a case, newest first."""
    return [_decision(row) for row in _decisions().filter(shares__case=case).order_by("-id")]


def due_for_review(on_or_before: dt.date) -> list[DecisionRecord]:
    """Decisions nothing has been built on yet whose review date is on or before a day."""
    built_on = Decision.objects.exclude(builds_on=None).values("builds_on")
    rows = _decisions().filter(review_on__lte=on_or_before).exclude(pk__in=built_on)
    return [_decision(row) for row in rows.order_by("review_on", "id")]


def receipt(decision_reference: str, case: str) -> DecisionRecord:
    """A decision as the two parents of one case may read it: what concerns other receiving parents is left out.

    How many children the paying parent has to support is part of the sum and stays; who and where they are does not.
    Raises KeyError where the decision is not about this case.
    """
    record = decision(decision_reference)
    if case not in record.weekly:
        raise KeyError(f"{decision_reference} does not decide {case}")
    others = {other: f"other-{number}" for number, other in enumerate((c for c in record.weekly if c != case), start=1)}
    return DecisionRecord(
        **{
            **vars(record),
            "weekly": {case: record.weekly[case]},
            "facts": _facts_of_one_case(record.facts, case),
            "sources": tuple(one for one in record.sources if one.case in ("", case)),
            "reasons": tuple(
                _renamed(reason, others)
                for reason in record.reasons
                if reason.get("inputs", {}).get("receiving_parent") not in others
            ),
        }
    )


def receipt_to_check(decision_reference: str, case: str) -> dict[str, Any] | None:
    """A decision as a receipt that anybody can compute again at home with the published rules (law.receipt).

    None where the decision is about several receiving parents: to compute it again one needs the nights of all their
    children, which are nobody else's business. None, too, where today's rules no longer come to what was decided then.
    Raises KeyError where the decision is not about this case.
    """
    record = decision(decision_reference)
    if case not in record.weekly:
        raise KeyError(f"{decision_reference} does not decide {case}")
    if len(record.weekly) > 1 or work_out(record.facts).weekly != record.weekly:
        return None
    return make_receipt("assess", record.facts)


def _facts_of_one_case(facts: dict[str, Any], case: str) -> dict[str, Any]:
    """The children of other receiving parents remain as a number; their nights are nobody else's business."""
    mine = [parent for parent in facts["receiving_parents"] if parent["ref"] == case]
    elsewhere = sum(len(parent["children"]) for parent in facts["receiving_parents"] if parent["ref"] != case)
    return {**facts, "receiving_parents": mine, "children_with_other_receiving_parents": elsewhere}


def _renamed(value: Any, names: dict[str, str]) -> Any:
    """The same JSON with references of other cases replaced wherever they stand, as keys too."""
    if isinstance(value, dict):
        return {names.get(key, key): _renamed(item, names) for key, item in value.items()}
    if isinstance(value, list):
        return [_renamed(item, names) for item in value]
    return names.get(value, value) if isinstance(value, str) else value


def _question(row: IncomeQuestion) -> IncomeQuestionRecord:
    answer: IncomeAnswer | None = getattr(row, "answer", None)
    told = None
    if answer is not None and answer.outcome == IncomeOutcome.FOUND:
        told = IncomeTold(
            tax_year=answer.tax_year,
            source=answer.source,
            employment=answer.employment,
            pensions=answer.pensions,
            trading=answer.trading,
            taxable_benefits=answer.taxable_benefits,
            correlation=answer.correlation,
        )
    return IncomeQuestionRecord(
        reference=row.reference,
        paying_parent=row.paying_parent_id,
        asked_at=row.asked_at,
        outcome=IncomeOutcome(answer.outcome) if answer else None,
        told=told,
        because=answer.because if answer else "",
    )


def _decisions() -> QuerySet[Decision]:
    """Decisions, each with what it builds on and its shares, so that none asks for them alone."""
    shares = DecisionShare.objects.filter(decision=OuterRef("pk")).order_by("id")
    pairs = shares.values_list(JSONObject(case="case_id", pence="weekly_pence"))
    return Decision.objects.select_related("builds_on").annotate(shared=ArraySubquery(pairs))


def _decision(row: Decision) -> DecisionRecord:
    return DecisionRecord(
        reference=row.reference,
        paying_parent=row.paying_parent_id,
        kind=DecisionKind(row.kind),
        territory=Territory(row.territory),
        effective_from=row.effective_from,
        review_on=row.review_on,
        decided_at=row.decided_at,
        decided_by=row.decided_by,
        because=row.because,
        rulebook=row.rulebook,
        builds_on=row.builds_on.reference if row.builds_on else None,
        rate=row.rate,
        total=row.total_pence,
        weekly={share["case"]: share["pence"] for share in row.shared},  # type: ignore[attr-defined]
        facts=row.facts,
        sources=tuple(SourcedFact(**source) for source in row.sources),
        reasons=tuple(row.reasons),
        notes=tuple(row.notes),
    )
