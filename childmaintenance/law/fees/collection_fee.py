"""The collection fee of each parent. SI 2014/612 regulation 7; in Northern Ireland SR 2014/182 regulation 3."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from childmaintenance.law.figures import Percent
from childmaintenance.law.provision import Figures, InForce, Scenario, in_force
from childmaintenance.values import Money, Territory


@dataclass(frozen=True, slots=True)
class CollectionFee:
    """The figures of regulation 7."""

    added_for_paying_parent: Percent
    taken_from_receiving_parent: Percent


FIGURES = Figures(CollectionFee, __file__)
DAYS_IN_A_WEEK = 7


def in_whole_pence(on: date, territory: Territory, scenario: Scenario | None = None) -> tuple[Fraction, Fraction]:
    """The two percentages on a day, paying parent's first, for `split_pence`; raises NoRateInForce before there was a fee."""
    rates = FIGURES.under(in_force(on, territory, scenario))
    return rates.added_for_paying_parent.of, rates.taken_from_receiving_parent.of


def fee_on_instalment(maintenance: Money, law: InForce) -> Money:
    """(2) and (5) The paying parent's fee on one scheduled amount, half a penny up, as every published example has it."""
    return maintenance.percent(FIGURES.under(law).added_for_paying_parent.of).rounded()


def fee_for_days(weekly: Money, days: int, law: InForce) -> Money:
    """(4) and (5) Read to the letter: a fee on each day's seventh of the week, rounded every day; for part weeks."""
    daily = (weekly / DAYS_IN_A_WEEK).percent(FIGURES.under(law).added_for_paying_parent.of).rounded()
    return daily * days
