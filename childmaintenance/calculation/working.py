"""Asking the law: the one place where gathered facts meet the rules."""

import datetime as dt
from typing import Any

from childmaintenance.calculation.terms import Worked
from childmaintenance.law import RULEBOOK as RULEBOOK
from childmaintenance.law.liability import Benefit, Child, Facts, NilReason, ReceivingParent, assess
from childmaintenance.law.provision import UNKNOWN
from childmaintenance.values import Money, Territory


def work_out(facts: dict[str, Any]) -> Worked:
    """What the law makes of facts in the form of the `assess` command; pence a week by case.

    Raises law.provision.BadFact for facts that cannot be true, MissingFact and NoRateInForce.
    """
    assessment = assess(_facts(facts), on=dt.date.fromisoformat(facts["on"]))
    return Worked(
        rate=assessment.rate.value,
        weekly={case: amount.in_pence for case, amount in assessment.weekly.items()},
        total=assessment.total.in_pence,
        reasons=[reason.as_json() for reason in assessment.reasons],
        notes=list(assessment.notes),
    )


def _facts(given: dict[str, Any]) -> Facts:
    income = given["gross_weekly_income"]
    return Facts(
        territory=Territory(given["territory"]),
        gross_weekly_income=UNKNOWN if income == "unknown" else Money.of(income) if income is not None else None,
        benefit=Benefit(given["benefit"]),
        nil_reason=NilReason(given["nil_reason"]),
        receiving_parents=tuple(
            ReceivingParent(
                ref=parent["ref"],
                children=tuple(
                    Child(nights=child["nights"], local_authority_nights=child["local_authority_nights"])
                    for child in parent["children"]
                ),
            )
            for parent in given["receiving_parents"]
        ),
        relevant_other_children=given["relevant_other_children"],
        other_arrangement_children=given["other_arrangement_children"],
    )
