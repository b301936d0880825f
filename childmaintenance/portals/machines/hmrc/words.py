"""What is asked of HMRC, what comes back, and the three ways of getting no figure."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

BENEFITS = {
    # Regulation 36(1)(b) and (c): the only taxable benefits that count, by the names HMRC gives them.
    "incapacityBenefit": "incapacity_benefit",
    "contributoryEmploymentAndSupportAllowance": "contributory_employment_and_support_allowance",
    "jobseekersAllowance": "jobseekers_allowance",
    "incomeSupport": "income_support",
}


@dataclass(frozen=True)
class Person:
    """Whom HMRC is asked about; `repr` shows nothing, because a log line must not name anybody."""

    nino: str = field(repr=False)
    full_name: str = field(repr=False)
    date_of_birth: date = field(repr=False)


@dataclass(frozen=True)
class Part:
    """What one source (PAYE or self-assessment) holds for the year, in whole pence.

    Pay and profits are after the pension contributions that are relieved before tax (regulation 36(4) and 39);
    `pension_contributions_relieved` says how much that was, and is not taken off again.
    """

    employment: int
    private_pensions: int
    trading_profits: int
    taxable_benefits: dict[str, int]
    pension_contributions_relieved: int

    @property
    def total(self) -> int:
        """Everything that counts, in pence for the year."""
        return self.employment + self.private_pensions + self.trading_profits + sum(self.taxable_benefits.values())


@dataclass(frozen=True)
class IncomeReport:
    """HMRC's checked answer: the latest of the six tax years that it holds a figure for (regulation 4)."""

    tax_year: str
    paye: Part | None
    self_assessment: Part | None
    correlation: str


class HmrcTrouble(Exception):
    """HMRC gave no usable answer; asking again may help. `code` is safe to log, `wait` is in seconds when HMRC named one."""

    def __init__(self, code: str, *, wait: int | None = None) -> None:
        super().__init__(code)
        self.code, self.wait = code, wait


class HmrcSilent(HmrcTrouble):
    """No answer in time, or HMRC said that it is too busy or broken."""


class HmrcWrong(HmrcTrouble):
    """An answer came and cannot be believed; nothing in it is used."""


class HmrcHasNothing(HmrcTrouble):
    """HMRC does not know the person by these details, or holds no figure for six years; asking again does not help."""
