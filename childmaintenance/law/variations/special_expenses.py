"""Special expenses: what may come off income. Regulations 63 to 68 (Northern Ireland: 62 to 67).

Each ground has its own test here; whether an expense is reasonable, and just and equitable, is for a person, who may allow less.
"""

from dataclasses import dataclass
from enum import Enum

from childmaintenance.law.figures import Amount, Percent
from childmaintenance.law.provision import BadFact, Figures, InForce
from childmaintenance.law.reasons import Reasons
from childmaintenance.values import ZERO, Citation, Money


@dataclass(frozen=True, slots=True)
class SpecialExpenses:
    """The figures of regulations 66 and 68."""

    threshold: Amount
    boarding_most_of_fees: Percent
    boarding_most_of_income: Percent


FIGURES = Figures(SpecialExpenses, __file__)


class Ground(Enum):
    """The five grounds."""

    CONTACT = "contact"
    ILLNESS_OF_OTHER_CHILD = "illness_of_other_child"
    PRIOR_DEBTS = "prior_debts"
    BOARDING_SCHOOL = "boarding_school"
    FORMER_HOME = "former_home"


SAYS = {
    Ground.CONTACT: Citation(gb="SI 2012/2677 reg 63", ni="SR 2012/427 reg 62"),
    Ground.ILLNESS_OF_OTHER_CHILD: Citation(gb="SI 2012/2677 reg 64", ni="SR 2012/427 reg 63"),
    Ground.PRIOR_DEBTS: Citation(gb="SI 2012/2677 reg 65", ni="SR 2012/427 reg 64"),
    Ground.BOARDING_SCHOOL: Citation(gb="SI 2012/2677 reg 66", ni="SR 2012/427 reg 65"),
    Ground.FORMER_HOME: Citation(gb="SI 2012/2677 reg 67", ni="SR 2012/427 reg 66"),
}
# Reg 68 names every ground but the illness of a relevant other child.
WITH_THRESHOLD = frozenset(Ground) - {Ground.ILLNESS_OF_OTHER_CHILD}


@dataclass(frozen=True, slots=True)
class Expense:
    """What one ground costs a week, averaged over twelve months, and what somebody else already gives towards it."""

    ground: Ground
    weekly: Money
    help_received: Money = ZERO

    def __post_init__(self) -> None:
        for field in ("weekly", "help_received"):
            if getattr(self, field) < ZERO:
                raise BadFact(field, "must not be less than nought")


def allowed(expense: Expense, income: Money, law: InForce, reasons: Reasons) -> Money:
    """Pounds a week that one ground may take off `income`, the gross weekly income otherwise counted.

    Reaching the threshold lets in the whole amount and not only what is above it.
    """
    rates, says = FIGURES.under(law), law.cite(SAYS[expense.ground])
    net = (expense.weekly - expense.help_received).at_least(ZERO)
    net = reasons.add(f"expense_{expense.ground.value}", says, net, cost=expense.weekly, help=expense.help_received)
    if expense.ground in WITH_THRESHOLD and net < rates.threshold.of:
        return reasons.add(
            "expense_below_threshold", rates.threshold.says, ZERO, expense=net, threshold=rates.threshold.of
        )
    if expense.ground is Ground.BOARDING_SCHOOL:
        most = rates.boarding_most_of_income
        if net > income.percent(most.of):
            return reasons.add(
                "expense_boarding_limit", most.says, income.percent(most.of), income=income, percent=most.of
            )
    return net


def boarding_part(fees: Money, boarding: Money | None, law: InForce) -> Money:
    """Reg 66(2): what of a school's fees is for boarding; where nobody can tell, at most 35% of them."""
    return fees.percent(FIGURES.under(law).boarding_most_of_fees.of) if boarding is None else boarding


def special_expenses(expenses: tuple[Expense, ...], income: Money, law: InForce, reasons: Reasons) -> Money:
    """Every ground's allowed amount together; the same ground may stand only once."""
    grounds = [expense.ground for expense in expenses]
    if len(set(grounds)) != len(grounds):
        raise BadFact("expenses", "must not name the same ground twice")
    return sum((allowed(expense, income, law, reasons) for expense in expenses), ZERO)


# -- who may have each ground ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Debt:
    """Reg 65: a debt from before the paying parent left, while the two were a couple."""

    before_separation: bool
    while_a_couple: bool
    for_the_family: bool
    excluded_kind: "ExcludedDebt | None" = None


class ExcludedDebt(Enum):
    """Reg 65(4): debts that never count."""

    BUSINESS = "business"
    GAMBLING = "gambling"
    FINE = "fine"
    LEGAL_COSTS = "legal_costs"
    CREDIT_CARD = "credit_card"
    RETAINED_ASSET = "retained_asset"
    OVERDRAFT = "overdraft"
    OTHER_LENDER = "other_lender"
    TAKEN_ON_IN_SETTLEMENT = "taken_on_in_settlement"


def debt_counts(debt: Debt) -> bool:
    """Whether a debt may be looked at as a prior debt."""
    return debt.before_separation and debt.while_a_couple and debt.for_the_family and debt.excluded_kind is None


def former_home_counts(has_interest: bool, is_liable: bool, family_still_lives_there: bool) -> bool:
    """Reg 67: payments on the former home count while the paying parent has no interest in it and no liability for them."""
    return not has_interest and not is_liable and family_still_lives_there
