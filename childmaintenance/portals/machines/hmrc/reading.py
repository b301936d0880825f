"""Reads HMRC's answer and believes nothing in it that was not checked."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

from .words import BENEFITS, HmrcWrong, IncomeReport, Part, Person

POUNDS = re.compile(r"[0-9]{1,9}\.[0-9]{2}", re.ASCII)
YEARS_LOOKED_BACK = 6  # regulation 4(2)
PAYE_FIELDS = {"employmentIncome", "privatePensions", "pensionContributionsRelieved", "taxableBenefits"}
SELF_ASSESSMENT_FIELDS = PAYE_FIELDS | {"tradingProfits"}


def read_answer(body: bytes, *, person: Person, requested_on: date, correlation: str) -> IncomeReport:
    """The report in an answer to one question; anything missing, added, doubtful or about somebody else is HmrcWrong."""
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        raise HmrcWrong("not-json") from None
    fields(answer, {"correlationId", "matches"}, "answer")
    if answer["correlationId"] != correlation:
        raise HmrcWrong("answer-to-another-question")
    matches = answer["matches"]
    if not isinstance(matches, list) or not matches:
        raise HmrcWrong("no-match-in-answer")
    if any(match != matches[0] for match in matches):
        raise HmrcWrong("answers-disagree")
    return _read_match(matches[0], person=person, requested_on=requested_on, correlation=correlation)


def _read_match(match: Any, *, person: Person, requested_on: date, correlation: str) -> IncomeReport:
    fields(match, {"person", "taxYear", "paye", "selfAssessment"}, "match")
    who = match["person"]
    fields(who, {"nino", "fullName", "dateOfBirth"}, "person")
    if who["nino"] != person.nino or who["dateOfBirth"] != person.date_of_birth.isoformat():
        raise HmrcWrong("another-person")
    if match["taxYear"] not in years_that_count(requested_on):
        raise HmrcWrong("year-outside-the-six")
    paye = _read_part(match["paye"], PAYE_FIELDS)
    self_assessment = _read_part(match["selfAssessment"], SELF_ASSESSMENT_FIELDS)
    if paye is None and self_assessment is None:
        raise HmrcWrong("year-without-figures")
    return IncomeReport(match["taxYear"], paye, self_assessment, correlation)


def _read_part(part: Any, expected: set[str]) -> Part | None:
    if part is None:
        return None
    fields(part, expected, "part")
    benefits = part["taxableBenefits"]
    fields(benefits, set(BENEFITS), "benefits")
    return Part(
        employment=pence(part["employmentIncome"]),
        private_pensions=pence(part["privatePensions"]),
        trading_profits=pence(part.get("tradingProfits", "0.00")),
        taxable_benefits={ours: pence(benefits[theirs]) for theirs, ours in BENEFITS.items()},
        pension_contributions_relieved=pence(part["pensionContributionsRelieved"]),
    )


def fields(value: Any, expected: set[str], where: str) -> None:
    """Insist on an object with exactly these fields; HmrcWrong names the place, never the content."""
    if not isinstance(value, dict):
        raise HmrcWrong(f"{where}-is-not-an-object")
    if set(value) != expected:
        raise HmrcWrong(f"{where}-has-other-fields")


def pence(amount: Any) -> int:
    """Whole pence from text such as `26000.10`; numbers, signs, spaces and other digits are HmrcWrong."""
    if not isinstance(amount, str) or not POUNDS.fullmatch(amount):
        raise HmrcWrong("not-an-amount")
    return int(amount.replace(".", ""))


def years_that_count(requested_on: date) -> tuple[str, ...]:
    """The six tax years that ended before the request, the latest first, as `2025-26` (regulation 4)."""
    ended = requested_on.year if (requested_on.month, requested_on.day) > (4, 5) else requested_on.year - 1
    return tuple(f"{year - 1}-{year % 100:02d}" for year in range(ended, ended - YEARS_LOOKED_BACK, -1))
