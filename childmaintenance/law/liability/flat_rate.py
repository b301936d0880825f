"""Flat rate. Schedule 1, paragraph 4, with the benefits of regulation 44 (Northern Ireland: regulation 43)."""

from dataclasses import dataclass

from childmaintenance.law.figures import Amount, Share
from childmaintenance.law.liability.facts import Benefit
from childmaintenance.law.provision import Figures, InForce
from childmaintenance.law.reasons import Reasons
from childmaintenance.values import Citation, Money


@dataclass(frozen=True, slots=True)
class FlatRate:
    """The figures of paragraph 4."""

    amount: Amount
    share_where_both_pay: Share


FIGURES = Figures(FlatRate, __file__)

LOW_INCOME = Citation(gb="CSA 1991 Sch 1 para 4(1)(a)", ni="CS(NI)O 1991 Sch 1 para 4(1)(a)")
BENEFIT = {
    Benefit.LISTED: Citation(
        gb="CSA 1991 Sch 1 para 4(1)(b); SI 2012/2677 reg 44(1)",
        ni="CS(NI)O 1991 Sch 1 para 4(1)(b); SR 2012/427 reg 43(1)",
    ),
    Benefit.MEANS_TESTED: Citation(
        gb="CSA 1991 Sch 1 para 4(1)(c); SI 2012/2677 reg 44(2)",
        ni="CS(NI)O 1991 Sch 1 para 4(1)(c); SR 2012/427 reg 43(2)",
    ),
}


def flat_rate_by_income(income: Money, line: Money, law: InForce, reasons: Reasons) -> Money:
    """(1)(a) Income of £100 a week or less: pounds a week."""
    return reasons.add(
        "flat_rate_by_income", law.cite(LOW_INCOME), FIGURES.under(law).amount.of, income=income, line=line
    )


def flat_rate_by_benefit(benefit: Benefit, law: InForce, reasons: Reasons) -> Money:
    """(1)(b), (1)(c) and (2) A benefit of either list: pounds a week, whatever is earned beside it."""
    rates = FIGURES.under(law)
    if benefit is Benefit.MEANS_TESTED_BOTH_PAYING:
        half = rates.share_where_both_pay
        return reasons.add(
            "flat_rate_where_both_pay", half.says, rates.amount.of * half.of, flat=rates.amount.of, share=half.of
        )
    step = "flat_rate_by_benefit" if benefit is Benefit.LISTED else "flat_rate_by_means_tested_benefit"
    return reasons.add(step, law.cite(BENEFIT[benefit]), rates.amount.of)
