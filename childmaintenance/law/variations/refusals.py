"""When a variation must be refused, stops having effect, and has it again. Regulations 57 to 62, 74(5) and 75."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from childmaintenance.law.days.months import months_after
from childmaintenance.law.figures import Number
from childmaintenance.law.liability import flat_rate
from childmaintenance.law.liability.facts import Benefit, NilReason
from childmaintenance.law.liability.income_cap import FIGURES as CAP
from childmaintenance.law.provision import Figures, InForce
from childmaintenance.values import Money


@dataclass(frozen=True, slots=True)
class Refusals:
    """The periods of regulations 58, 59 and 62."""

    representation_days: Number
    regular_payments_months: Number


FIGURES = Figures(Refusals, __file__)


class Refusal(Enum):
    """Why a variation must be refused or has no effect."""

    NO_GROUND = "no_ground"
    DEFAULT_DECISION = "default_decision"
    MEANS_TESTED_BENEFIT = "means_tested_benefit"
    BELOW_THRESHOLD = "below_threshold"
    ALREADY_AT_THE_FLAT_RATE_OR_LESS = "already_at_the_flat_rate_or_less"
    STILL_ABOVE_THE_CAP = "still_above_the_cap"
    INCOME_IS_AN_ESTIMATE = "income_is_an_estimate"
    ALREADY_AT_THE_CAP = "already_at_the_cap"


# Reg 75: these may pass, and then the variation has effect again without being asked for anew.
PASSING = frozenset(
    {
        Refusal.DEFAULT_DECISION,
        Refusal.MEANS_TESTED_BENEFIT,
        Refusal.ALREADY_AT_THE_FLAT_RATE_OR_LESS,
        Refusal.STILL_ABOVE_THE_CAP,
        Refusal.ALREADY_AT_THE_CAP,
    }
)


class Irrelevant(Enum):
    """Reg 60: what must never be looked at when asking what is just and equitable."""

    UNPLANNED_CONCEPTION = "unplanned_conception"
    BLAME_FOR_THE_END = "blame_for_the_end"
    NEW_RELATIONSHIP = "new_relationship"
    CONTACT_ARRANGEMENTS = "contact_arrangements"
    MEANS_OF_ANYBODY_ELSE = "means_of_anybody_else"
    NON_PAYMENT = "non_payment"
    WORDS_OF_OTHERS = "words_of_others"


@dataclass(frozen=True, slots=True)
class Asked:
    """A variation at the time somebody looks at it: the liability without it, and the weekly amounts the grounds came to."""

    income: Money | None
    liability_without: Money
    special_expenses: Money
    additional_income: Money
    benefit: Benefit = Benefit.NONE
    nil_reason: NilReason = NilReason.NONE
    default_decision: bool = False
    income_is_an_estimate: bool = False


def refusals(asked: Asked, law: InForce) -> tuple[Refusal, ...]:
    """Reg 57(1) and 74(5): everything that stands against a variation; none if nothing does.

    Amounts are after their own thresholds, so an amount of nought on both sides means that no ground was made out.
    """
    if asked.default_decision:
        return (Refusal.DEFAULT_DECISION,)
    means_tested = asked.benefit in (Benefit.MEANS_TESTED, Benefit.MEANS_TESTED_BOTH_PAYING)
    if means_tested or asked.nil_reason is NilReason.YOUNG_ON_BENEFIT:
        return (Refusal.MEANS_TESTED_BENEFIT,)
    if not asked.special_expenses and not asked.additional_income:
        return (Refusal.NO_GROUND,)
    found: list[Refusal] = []
    cap = CAP.under(law).most.of
    if asked.special_expenses:
        if asked.liability_without <= flat_rate.FIGURES.under(law).amount.of:
            found.append(Refusal.ALREADY_AT_THE_FLAT_RATE_OR_LESS)
        if asked.income is not None and asked.income - asked.special_expenses > cap:
            found.append(Refusal.STILL_ABOVE_THE_CAP)
        if asked.income_is_an_estimate:
            found.append(Refusal.INCOME_IS_AN_ESTIMATE)
    if asked.additional_income and asked.income is not None and asked.income >= cap:
        found.append(Refusal.ALREADY_AT_THE_CAP)
    return tuple(found)


def revives(refused_before: tuple[Refusal, ...], standing_now: tuple[Refusal, ...]) -> bool:
    """Reg 75: a variation that lost its effect has it again when what stood against it has passed."""
    return bool(refused_before) and set(refused_before) <= PASSING and not standing_now


def last_day_to_answer(notified: date, law: InForce) -> date:
    """Reg 59: the other party's last day for representations, and the applicant's for information that was asked for."""
    return notified + timedelta(days=FIGURES.under(law).representation_days.of)


def regular_payments_by(asked_to_pay: date, law: InForce) -> date:
    """Reg 62(2): the day by which payments asked for while the application waits must have been made."""
    return months_after(asked_to_pay, FIGURES.under(law).regular_payments_months.of)
