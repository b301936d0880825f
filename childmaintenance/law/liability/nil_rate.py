"""Nil rate. Schedule 1, paragraph 5, with regulation 45 (Northern Ireland: regulation 44)."""

from childmaintenance.law.liability.facts import NilReason
from childmaintenance.law.provision import InForce
from childmaintenance.law.reasons import Reasons
from childmaintenance.values import ZERO, Citation, Money

# The line of paragraph 5(b) is the flat rate amount itself, so it needs no row of its own.
LOW_INCOME = Citation(
    gb="CSA 1991 Sch 1 para 5(b); SI 2012/2677 reg 45(2)", ni="CS(NI)O 1991 Sch 1 para 5(b); SR 2012/427 reg 44(2)"
)
DESCRIPTION = Citation(
    gb="CSA 1991 Sch 1 para 5(a); SI 2012/2677 reg 45(1)", ni="CS(NI)O 1991 Sch 1 para 5(a); SR 2012/427 reg 44(1)"
)


def nil_rate_by_description(reason: NilReason, law: InForce, reasons: Reasons) -> Money:
    """(a) A person of a description that pays nothing."""
    return reasons.add(f"nil_rate_{reason.value}", law.cite(DESCRIPTION), ZERO)


def nil_rate_by_income(income: Money, line: Money, law: InForce, reasons: Reasons) -> Money:
    """(b) Income below the flat rate amount; equal to it is not below."""
    return reasons.add("nil_rate_by_income", law.cite(LOW_INCOME), ZERO, income=income, line=line)
