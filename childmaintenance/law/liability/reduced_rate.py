"""Reduced rate. Schedule 1, paragraph 3, with the table of regulation 43 (Northern Ireland: regulation 42)."""

from dataclasses import dataclass

from childmaintenance.law.figures import Amount, PercentTable
from childmaintenance.law.liability import flat_rate
from childmaintenance.law.provision import Figures, InForce
from childmaintenance.law.reasons import Reasons
from childmaintenance.values import Money


@dataclass(frozen=True, slots=True)
class ReducedRate:
    """The figures of paragraph 3."""

    more_than: Amount
    less_than: Amount
    percent_of_the_rest: PercentTable


FIGURES = Figures(ReducedRate, __file__)


def reduced_rate(income: Money, children: int, others: int, law: InForce, reasons: Reasons) -> Money:
    """Pounds a week: the flat rate and a percentage of the rest, which has the other children in it already."""
    rates = FIGURES.under(law)
    flat, table, line = flat_rate.FIGURES.under(law).amount.of, rates.percent_of_the_rest, rates.more_than.of
    percent = table.for_(children, others)
    amount = flat + income.above(line).percent(percent)
    return reasons.add(
        "percent_of_the_rest",
        table.says,
        amount,
        income=income,
        line=line,
        flat=flat,
        percent=percent,
        children=children,
        others=others,
    )
