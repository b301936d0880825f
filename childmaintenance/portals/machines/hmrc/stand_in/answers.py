"""What the stand-in for HMRC says about one person: the right answer, and the wrong ones made from it."""

from __future__ import annotations

import copy
import json
from typing import Any

from .mischief import Mischief
from .people import Taxpayer

Json = dict[str, Any]

BENEFITS = (
    "incapacityBenefit",
    "contributoryEmploymentAndSupportAllowance",
    "jobseekersAllowance",
    "incomeSupport",
)


def right_answer(person: Taxpayer, year: str, correlation: str) -> Json:
    """The answer for one tax year, pay after the pension contributions that the employer took off before tax."""
    figures = person.years[year]
    return {
        "correlationId": correlation,
        "matches": [
            {
                "person": {
                    "nino": person.nino,
                    "fullName": person.full_name,
                    "dateOfBirth": person.date_of_birth,
                },
                "taxYear": year,
                "paye": _part(figures.get("paye"), trading=False),
                "selfAssessment": _part(figures.get("self_assessment"), trading=True),
            }
        ],
    }


def _part(given: Json | None, *, trading: bool) -> Json | None:
    if not given:
        return None
    names = ["employmentIncome", "privatePensions", *(["tradingProfits"] if trading else [])]
    benefits = given.get("taxableBenefits", {})
    return {
        **{name: given.get(name, "0.00") for name in names},
        "pensionContributionsRelieved": given.get("pensionContributionsRelieved", "0.00"),
        "taxableBenefits": {name: benefits.get(name, "0.00") for name in BENEFITS},
    }


def spoil(answer: Json, how: Mischief) -> Json:
    """The same answer made wrong in the way that was ordered; a way that is not about the content changes nothing."""
    wrong = copy.deepcopy(answer)
    match = wrong["matches"][0]
    part = match["paye"] or match["selfAssessment"]
    if how is Mischief.WRONG_PERSON:
        match["person"] |= {"nino": "QQ999999D", "fullName": "Somebody Else"}
    elif how is Mischief.WRONG_YEAR:
        match["taxYear"] = "2003-04"
    elif how is Mischief.WRONG_TYPE:
        part["employmentIncome"] = 26000.1
    elif how is Mischief.NEGATIVE:
        part["employmentIncome"] = "-26000.00"
    elif how is Mischief.FRACTION:
        part["employmentIncome"] = "26000.005"
    elif how is Mischief.DUPLICATE:
        wrong["matches"].append(copy.deepcopy(match))
    elif how is Mischief.CONFLICTING:
        other = copy.deepcopy(match)
        (other["paye"] or other["selfAssessment"])["employmentIncome"] = "99999.00"
        wrong["matches"].append(other)
    elif how is Mischief.OTHER_CORRELATION:
        wrong["correlationId"] = "00000000-0000-4000-8000-000000000000"
    return wrong


def to_bytes(answer: Json) -> bytes:
    """The answer as JSON; amounts are text such as "26000.10", so that nobody turns them into binary fractions."""
    return json.dumps(answer, ensure_ascii=False).encode()
