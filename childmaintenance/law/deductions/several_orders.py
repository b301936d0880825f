"""Several orders on one employee's pay. SI 1992/1989 regulation 24; the places of other orders are in their own enactments."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from childmaintenance.law.deductions.pay_day import FIGURES
from childmaintenance.law.deductions.settings import USUAL, DeductionSettings
from childmaintenance.law.provision import BadFact, InForce
from childmaintenance.values import ZERO, Citation, Money

SAYS = Citation(gb="SI 1992/1989 reg 24", ni="SR 1992/390 reg 24")


class Order(Enum):
    """What may be taken from pay, in the order in which kinds exclude one another where dates do not decide."""

    DEDUCTION_FROM_EARNINGS = "deduction_from_earnings"
    FINE = "fine"
    MAINTENANCE_ATTACHMENT = "maintenance_attachment"
    COUNCIL_TAX = "council_tax"
    JUDGMENT_DEBT = "judgment_debt"
    SCOTTISH_ARRESTMENT = "scottish_arrestment"
    STUDENT_LOAN = "student_loan"
    BENEFIT_OVERPAYMENT = "benefit_overpayment"


# By date made among themselves (reg 24(2)(b)); all others wait until these are done.
BY_DATE = frozenset({Order.DEDUCTION_FROM_EARNINGS, Order.FINE, Order.MAINTENANCE_ATTACHMENT, Order.COUNCIL_TAX})
LAST = (Order.JUDGMENT_DEBT, Order.SCOTTISH_ARRESTMENT, Order.STUDENT_LOAN, Order.BENEFIT_OVERPAYMENT)


@dataclass(frozen=True, slots=True)
class Claim:
    """One order with the day it was made and what it asks of this pay-day."""

    name: str
    kind: Order
    made: date
    due: Money


def in_order(claims: tuple[Claim, ...], scotland: bool = False) -> tuple[Claim, ...]:
    """Reg 24: ours by the day made, before a judgment debt whatever the days, among fines and the like by day.

    In Scotland ours always go first. The order in which claims are given never matters.
    """

    def place(claim: Claim) -> tuple[int, int, date, str]:
        if scotland and claim.kind is Order.DEDUCTION_FROM_EARNINGS:
            return (0, 0, claim.made, claim.name)
        if claim.kind in BY_DATE:
            return (1, 0, claim.made, claim.name)
        return (2, LAST.index(claim.kind), claim.made, claim.name)

    return tuple(sorted(claims, key=place))


def taken_from_each(
    net: Money, claims: tuple[Claim, ...], law: InForce, how: DeductionSettings = USUAL, scotland: bool = False
) -> dict[str, Money]:
    """What each order gets of one pay-day's net earnings.

    Usually all together leave 60% of them. Read to the letter (reg 24(1)(b)) each later order of ours protects only 60% of what
    the earlier ones left.
    """
    if len({claim.name for claim in claims}) != len(claims):
        raise BadFact("claims", "must not name the same order twice")
    percent = FIGURES.under(law).protected.of
    left, taken = net, {}
    floor = net.percent(percent).rounded_up()
    for claim in in_order(claims, scotland):
        if how.several_orders == "LITERAL":
            floor = left.percent(percent).rounded_up()
        part = claim.due.up_to((left - floor).at_least(ZERO))
        taken[claim.name] = part
        left = left - part
    return taken
