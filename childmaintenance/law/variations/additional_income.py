"""Additional income: unearned, earned while at the nil or flat rate, or diverted. Regulations 69, 70 and 71.

In Northern Ireland 68, 69 and 70. Whether an amount is just and equitable is for a person; these are the tests before it.
"""

from dataclasses import dataclass

from childmaintenance.law.figures import Amount, Number
from childmaintenance.law.income.weekly import weekly_from_year
from childmaintenance.law.liability.facts import Benefit, NilReason
from childmaintenance.law.provision import BadFact, Figures, InForce
from childmaintenance.law.reasons import Reasons
from childmaintenance.values import ZERO, Citation, Money


@dataclass(frozen=True, slots=True)
class AdditionalIncome:
    """The figures of regulations 69 and 70."""

    unearned_threshold: Amount
    earned_threshold: Amount
    equal_is_enough: Number


FIGURES = Figures(AdditionalIncome, __file__)
UNEARNED = Citation(gb="SI 2012/2677 reg 69", ni="SR 2012/427 reg 68")
EARNED = Citation(gb="SI 2012/2677 reg 70", ni="SR 2012/427 reg 69")
DIVERSION = Citation(gb="SI 2012/2677 reg 71", ni="SR 2012/427 reg 70")
ON_NIL = frozenset({NilReason.CHILD, NilReason.PRISONER, NilReason.TRAINING, NilReason.CARE_HOME})


@dataclass(frozen=True, slots=True)
class Unearned:
    """A tax year's income from property, from savings and investment, and from other sources, in pounds a year.

    `pension_relief` are contributions relieved at source in the same year that were not counted elsewhere; `sources_are_gone`
    where nothing of it will come again.
    """

    property_income: Money = ZERO
    savings_and_investment: Money = ZERO
    miscellaneous: Money = ZERO
    pension_relief: Money = ZERO
    sources_are_gone: bool = False

    def __post_init__(self) -> None:
        for field in ("property_income", "savings_and_investment", "miscellaneous", "pension_relief"):
            if getattr(self, field) < ZERO:
                raise BadFact(field, "must not be less than nought")


def unearned_income(unearned: Unearned, law: InForce, reasons: Reasons) -> Money:
    """Reg 69: pounds a week, the whole of it over 365 by 7, from £2,500 a year up; below that nothing."""
    line = FIGURES.under(law).unearned_threshold
    yearly = unearned.property_income + unearned.savings_and_investment + unearned.miscellaneous
    if unearned.sources_are_gone:
        return reasons.add("unearned_sources_gone", law.cite(UNEARNED), ZERO, yearly=yearly)
    if yearly < line.of:
        return reasons.add("unearned_below_threshold", line.says, ZERO, yearly=yearly, threshold=line.of)
    net = (yearly - unearned.pension_relief).at_least(ZERO)
    return reasons.add("unearned_income", law.cite(UNEARNED), weekly_from_year(net, law), yearly=net)


def earned_income(weekly: Money, benefit: Benefit, nil_reason: NilReason, law: InForce, reasons: Reasons) -> Money:
    """Reg 70: the income that would otherwise be counted, of somebody at the nil rate or on a first-list benefit, over £100."""
    line, equal = FIGURES.under(law).earned_threshold, FIGURES.under(law).equal_is_enough.of
    if nil_reason not in ON_NIL and not (nil_reason is NilReason.NONE and benefit is Benefit.LISTED):
        return reasons.add("earned_ground_not_open", law.cite(EARNED), ZERO)
    if weekly > line.of or (equal and weekly == line.of):
        return reasons.add("earned_income", law.cite(EARNED), weekly)
    return reasons.add("earned_below_threshold", line.says, ZERO, weekly=weekly, threshold=line.of)


def diverted_income(
    diverted: Money, controls_the_income: bool, unreasonably: bool, law: InForce, reasons: Reasons
) -> Money:
    """Reg 71: the whole amount diverted by somebody who controls it and has unreasonably brought it down."""
    if not (controls_the_income and unreasonably):
        return reasons.add("diversion_not_found", law.cite(DIVERSION), ZERO)
    return reasons.add("diversion", law.cite(DIVERSION), diverted)
