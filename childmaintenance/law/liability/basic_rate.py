"""Basic rate. Child Support Act 1991, Schedule 1, paragraph 2; in Northern Ireland the 1991 Order, same paragraph."""

from dataclasses import dataclass

from childmaintenance.law.figures import Amount, PercentByNumber
from childmaintenance.law.provision import Figures, InForce
from childmaintenance.law.reasons import Reasons
from childmaintenance.values import Money


@dataclass(frozen=True, slots=True)
class BasicRate:
    """The figures of paragraph 2."""

    percent_of_income: PercentByNumber
    line: Amount
    percent_above_line: PercentByNumber
    cut_for_other_children: PercentByNumber


FIGURES = Figures(BasicRate, __file__)


def basic_rate(income: Money, children: int, others: int, law: InForce, reasons: Reasons) -> tuple[Money, bool]:
    """Pounds a week before care is looked at, and whether any of the income lay above the line."""
    rates = FIGURES.under(law)

    # (3) Other children the paying parent supports reduce the income first.
    if others:
        cut = rates.cut_for_other_children
        percent = cut.for_(others)
        income = reasons.add(
            "cut_for_other_children",
            cut.says,
            income - income.percent(percent),
            income=income,
            percent=percent,
            others=others,
        )

    # (1) A percentage of the income, up to the line drawn in (2).
    low, line = rates.percent_of_income, rates.line.of
    percent, part = low.for_(children), income.up_to(line)
    amount = reasons.add(
        "percent_of_income", low.says, part.percent(percent), income=part, percent=percent, children=children
    )
    if income <= line:
        return amount, False

    # (2) Above that line, a lower percentage of the remainder is added.
    high = rates.percent_above_line
    percent, part = high.for_(children), income.above(line)
    amount = reasons.add(
        "percent_above_line",
        high.says,
        amount + part.percent(percent),
        below=amount,
        income=part,
        line=line,
        percent=percent,
        children=children,
    )
    return amount, True
