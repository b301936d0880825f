"""Setting one liability, or a payment in kind, off against what is owed. SI 2009/3151 regulations 5 to 7 (NI: SR 2009/422)."""

from dataclasses import dataclass
from enum import Enum

from childmaintenance.law.provision import BadFact
from childmaintenance.values import ZERO, Citation, Money

BETWEEN_PARENTS = Citation(gb="SI 2009/3151 reg 5", ni="SR 2009/422 reg 5")
IN_KIND = Citation(gb="SI 2009/3151 reg 6", ni="SR 2009/422 reg 6")
APPLIED = Citation(gb="SI 2009/3151 reg 7", ni="SR 2009/422 reg 7")


class Bill(Enum):
    """Reg 6(3): what a paying parent may pay, for the child's home, in place of maintenance; and anything else."""

    SECURED_LOAN = "secured_loan"  # (a) for buying the home, or for essential repairs or improvements
    RENT = "rent"  # (b)
    GAS_WATER_OR_ELECTRICITY = "gas_water_or_electricity"  # (c) from the mains
    COUNCIL_TAX = "council_tax"  # (d) payable by the receiving parent
    HEATING_REPAIRS = "heating_repairs"  # (e) essential ones
    FABRIC_REPAIRS = "fabric_repairs"  # (f) essential to maintain the fabric
    ANYTHING_ELSE = "anything_else"


@dataclass(frozen=True, slots=True)
class SetOff:
    """What was set off, what the paying parent still owes, and what remains to be set off against future amounts."""

    set_off: Money
    still_owed: Money
    left_over: Money


def between_parents(owed: Money, owed_the_other_way: Money, could_be_retained: Money) -> SetOff:
    """Reg 5: each parent owes the other. Nothing that the state could keep under section 41 is touched.

    `could_be_retained` is the part of the other parent's debt that section 41 reaches; raises BadFact where it is more than that.
    """
    _not_below_nought(owed=owed, owed_the_other_way=owed_the_other_way, could_be_retained=could_be_retained)
    if could_be_retained > owed_the_other_way:
        raise BadFact("could_be_retained", "must not be more than is owed the other way")
    return _applied(owed, owed_the_other_way - could_be_retained)


def payment_in_kind(arrears: Money, paid: Money, bill: Bill, receiving_parent_agreed: bool) -> SetOff:
    """Reg 6: a bill of the child's home, paid with the receiving parent's agreement; otherwise nothing is set off."""
    _not_below_nought(arrears=arrears, paid=paid)
    if bill is Bill.ANYTHING_ELSE or not receiving_parent_agreed:
        return SetOff(ZERO, arrears, ZERO)
    return _applied(arrears, paid)


def next_payments(amount_due: Money, left_over: Money, payments: int) -> tuple[Money, ...]:
    """Reg 7(2) and (3): what each payment comes to while something remains to be set off. It may come down to nil.

    Over how many payments is judged by a person; within them each is lowered by an equal share, in whole pence, any odd pennies
    in the first, and what does not fit stays to be set off later. Raises BadFact where there is no payment to lower.
    """
    _not_below_nought(amount_due=amount_due, left_over=left_over)
    if payments < 1:
        raise BadFact("payments", "must be at least one")
    each, odd = divmod(left_over.in_pence, payments)
    shares = [Money.pence(each + (place < odd)) for place in range(payments)]
    return tuple(amount_due - share.up_to(amount_due) for share in shares)


def _applied(owed: Money, available: Money) -> SetOff:
    """Reg 7(1): arrears first; what is more than they are is left for the current amount."""
    used = available.up_to(owed)
    return SetOff(used, owed - used, available - used)


def _not_below_nought(**amounts: Money) -> None:
    for field, amount in amounts.items():
        if amount < ZERO:
            raise BadFact(field, "must not be less than nought")
