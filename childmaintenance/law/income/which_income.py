"""Which income counts. Regulations 34 and 23 (Northern Ireland: 33 and 23)."""

from dataclasses import dataclass
from enum import Enum

from childmaintenance.law.figures import Percent
from childmaintenance.law.provision import Figures, InForce, MissingFact
from childmaintenance.law.reasons import Reasons
from childmaintenance.values import ZERO, Citation, Money


@dataclass(frozen=True, slots=True)
class WhichIncome:
    """The two tests of 25 per cent."""

    tolerance: Percent
    tolerance_between_reviews: Percent


FIGURES = Figures(WhichIncome, __file__)
HISTORIC_FIRST = Citation(gb="SI 2012/2677 reg 34(1)", ni="SR 2012/427 reg 33(1)")
NO_HISTORIC = Citation(gb="SI 2012/2677 reg 34(2)(b) and (c)", ni="SR 2012/427 reg 33(2)(b) and (c)")
NIL_HISTORIC = Citation(gb="SI 2012/2677 reg 34(2A)", ni="SR 2012/427 reg 33(2)(b)")
ESTIMATE = Citation(gb="SI 2012/2677 reg 42", ni="SR 2012/427 reg 41")


class Kind(Enum):
    """Which income was used."""

    HISTORIC = "historic"
    CURRENT = "current"


@dataclass(frozen=True, slots=True)
class Counted:
    """The gross weekly income that counts, and which kind it is."""

    weekly: Money
    kind: Kind


def which_income(historic: Money | None, current: Money | None, law: InForce, reasons: Reasons) -> Counted:
    """Historic income, unless current income differs from it by at least a quarter or there is no historic income.

    `historic` is None where HMRC holds nothing or could not be asked; `current` is None where nobody has said that it differs.
    Raises MissingFact where neither is known.
    """
    if historic is None:
        if current is None:
            raise MissingFact("current_income")
        reasons.add("current_for_want_of_historic", law.cite(NO_HISTORIC), current)
        return Counted(current, Kind.CURRENT)
    if current is None:
        reasons.add("historic_income_counts", law.cite(HISTORIC_FIRST), historic)
        return Counted(historic, Kind.HISTORIC)
    if historic == ZERO and current > ZERO:
        reasons.add("current_because_historic_is_nil", law.cite(NIL_HISTORIC), current)
        return Counted(current, Kind.CURRENT)
    test = FIGURES.under(law).tolerance
    if historic > ZERO and differs(historic, current, test):
        reasons.add("current_differs_enough", test.says, current, historic=historic, current=current, percent=test.of)
        return Counted(current, Kind.CURRENT)
    reasons.add("current_within_tolerance", test.says, historic, historic=historic, current=current, percent=test.of)
    return Counted(historic, Kind.HISTORIC)


def change_counts(in_force: Money, new: Money, law: InForce, reasons: Reasons) -> bool:
    """Reg 23: whether a change of current income between reviews is enough to supersede on.

    It is measured against the current income in force, and once it is met the new income is used even if it lies within a
    quarter of historic income. An annual review, a periodic check, an error of law and the end of an estimate need no test.
    """
    test = FIGURES.under(law).tolerance_between_reviews
    counts = differs(in_force, new, test) if in_force > ZERO else new > ZERO
    step = "change_is_enough" if counts else "change_is_too_small"
    reasons.add(step, test.says, new, before=in_force, percent=test.of)
    return counts


def differs(base: Money, other: Money, test: Percent) -> bool:
    """Whether they lie at least that percentage of the first apart, up or down."""
    apart = other - base if other > base else base - other
    return apart >= base.percent(test.of)


def may_estimate(current_must_be_used: bool, information_is_reliable: bool) -> bool:
    """Reg 42: income may be estimated only where current income has to be used and what is known of it will not do."""
    return current_must_be_used and not information_is_reliable
