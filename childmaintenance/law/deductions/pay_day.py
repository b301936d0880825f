"""What is taken on one pay-day. SI 1992/1989 regulations 11 and 12 (Northern Ireland: SR 1992/390)."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from childmaintenance.law.deductions.settings import USUAL, DeductionSettings
from childmaintenance.law.figures import Amount, Percent
from childmaintenance.law.provision import BadFact, Figures, InForce, Scenario, in_force
from childmaintenance.law.reasons import Reason, Reasons
from childmaintenance.values import ZERO, Citation, Money, Territory


@dataclass(frozen=True, slots=True)
class PayDayFigures:
    """The figures of regulations 11 and 12, and what a member of the forces keeps."""

    protected: Percent
    minimum_drawing_rate: Percent
    admin_charge: Amount


FIGURES = Figures(PayDayFigures, __file__)
DUE = Citation(gb="SI 1992/1989 reg 12(3) and (3A)", ni="SR 1992/390 reg 12(3) and (3A)")
TAKEN = Citation(gb="SI 1992/1989 reg 12(2)", ni="SR 1992/390 reg 12(2)")
SHORTFALL = Citation(gb="SI 1992/1989 reg 12(4)", ni="SR 1992/390 reg 12(4)")
FIXED = Citation(gb="SI 1992/1989 reg 11", ni="SR 1992/390 reg 11")
PROTECTED_CARRY = Citation(gb="SI 1992/1989 reg 12(5)", ni="SR 1992/390 reg 12(5)")
MOST_PERIODS = 60


@dataclass(frozen=True, slots=True)
class PayDay:
    """One employee's pay-day: net earnings that count, the rate for the period, and how many periods the pay covers.

    `protected_earnings` is an amount for one period on an older order; None means 60% of this pay-day's net earnings.
    `protected_brought_forward` exists for orders of the 1993 scheme alone. `forces` is a request, for which 50% is kept.
    """

    net_earnings: Money
    normal_deduction_rate: Money
    periods: Fraction = Fraction(1)
    shortfall_brought_forward: Money = ZERO
    admin_charge: Money = ZERO
    protected_earnings: Money | None = None
    protected_brought_forward: Money = ZERO
    forces: bool = False

    def __post_init__(self) -> None:
        for field in (
            "net_earnings",
            "normal_deduction_rate",
            "shortfall_brought_forward",
            "admin_charge",
            "protected_earnings",
            "protected_brought_forward",
        ):
            value = getattr(self, field)
            if value is not None and (not isinstance(value, Money) or value < ZERO or not value.is_whole_pence):
                raise BadFact(field, "must be whole pence, and not less than nought")
        if not isinstance(self.periods, Fraction) or not 0 <= self.periods <= MOST_PERIODS:
            raise BadFact("periods", f"must be a number from 0 to {MOST_PERIODS}")
        if self.protected_brought_forward and self.protected_earnings is None:
            raise BadFact("protected_brought_forward", "belongs only to an order with a fixed protected amount")


@dataclass(frozen=True, slots=True)
class Deduction:
    """What happens on the pay-day; take_home is net earnings less the deduction and the employer's charge."""

    protected: Money
    due: Money
    deduction: Money
    admin_charge: Money
    take_home: Money
    shortfall_carried_forward: Money
    protected_carried_forward: Money
    reasons: tuple[Reason, ...]

    def as_json(self) -> dict[str, Any]:
        """The answer of the `deduct` command, without its id."""
        amounts = ("protected", "due", "deduction", "admin_charge", "take_home", "shortfall_carried_forward")
        found: dict[str, Any] = {name: str(getattr(self, name)) for name in amounts}
        return {**found, "reasons": [reason.as_json() for reason in self.reasons]}


def deduct(
    pay: PayDay,
    *,
    on: date,
    territory: Territory = Territory.GB,
    how: DeductionSettings = USUAL,
    scenario: Scenario | None = None,
) -> Deduction:
    """Work out one pay-day; raises NoRateInForce before the orders of the 2012 scheme."""
    law, reasons = in_force(on, territory, scenario), Reasons()
    protected = _protected(pay, how, law, reasons)
    due = _due(pay, how, law, reasons)
    available = (pay.net_earnings - protected).at_least(ZERO)
    taken = reasons.add(
        "deduction", law.cite(TAKEN), due.up_to(available), due=due, available=available, net=pay.net_earnings
    )
    short = due - taken
    if short:
        step = "shortfall_carried" if how.carry == "CARRY" else "shortfall_reported"
        reasons.add(step, law.cite(SHORTFALL), short)
    charge = _charge(pay, taken, law, reasons)
    carried = ZERO
    if pay.protected_brought_forward or (pay.protected_earnings is not None and pay.net_earnings < protected):
        carried = (protected - pay.net_earnings).at_least(ZERO)
        if carried:
            reasons.add("protected_carried", law.cite(PROTECTED_CARRY), carried)
    home = pay.net_earnings - taken - charge
    return Deduction(protected, due, taken, charge, home, short, carried, tuple(reasons.kept))


def _protected(pay: PayDay, how: DeductionSettings, law: InForce, reasons: Reasons) -> Money:
    """Reg 11(2): 60% of this pay-day's net earnings; on an older order the amount stated, in proportion to the period."""
    rates = FIGURES.under(law)
    if pay.protected_earnings is not None:
        fixed = (pay.protected_earnings * pay.periods).rounded() + pay.protected_brought_forward
        return reasons.add(
            "protected_fixed",
            law.cite(FIXED),
            fixed,
            stated=pay.protected_earnings,
            carried=pay.protected_brought_forward,
        )
    share = rates.minimum_drawing_rate if pay.forces else rates.protected
    part = pay.net_earnings.percent(share.of)
    kept = part.rounded_up() if how.protected_rounding == "UP" else part.rounded()
    return reasons.add("protected_share", share.says, kept, percent=share.of, net=pay.net_earnings)


def _due(pay: PayDay, how: DeductionSettings, law: InForce, reasons: Reasons) -> Money:
    """Reg 12(3), (3A) and (4): the rate for as many periods as the pay covers, and what was short before."""
    rate = (pay.normal_deduction_rate * pay.periods).rounded()
    rate = reasons.add("normal_rate", law.cite(DUE), rate, rate=pay.normal_deduction_rate, periods=pay.periods)
    if how.carry == "REPORT" or not pay.shortfall_brought_forward:
        return rate
    due = rate + pay.shortfall_brought_forward
    return reasons.add("shortfall_added", law.cite(SHORTFALL), due, rate=rate, shortfall=pay.shortfall_brought_forward)


def _charge(pay: PayDay, taken: Money, law: InForce, reasons: Reasons) -> Money:
    """Reg 12(6): up to a pound for the employer, only where something was taken; it may go into the protected part."""
    most = FIGURES.under(law).admin_charge
    if not pay.admin_charge:
        return ZERO
    if not taken:
        return reasons.add("no_admin_charge", most.says, ZERO)
    charge = pay.admin_charge.up_to(most.of).up_to(pay.net_earnings - taken)
    return reasons.add("admin_charge", most.says, charge, most=most.of)
