"""From when the first calculation works. Regulations 12 and 13."""

from dataclasses import dataclass
from datetime import date, timedelta

from childmaintenance.law.days.service import Means
from childmaintenance.law.figures import Number
from childmaintenance.law.provision import BadFact, Figures, InForce


@dataclass(frozen=True, slots=True)
class FirstEffectiveDate:
    """The figures of regulation 12."""

    post_days_before: Number
    electronic_days_before: Number


FIGURES = Figures(FirstEffectiveDate, __file__)


def earliest_date_to_state(sent: date, means: Means, law: InForce) -> date:
    """Reg 12(2): the earliest initial effective date that a notice to the paying parent may state.

    By telephone it may be the same day, and a written notice follows.
    """
    rates = FIGURES.under(law)
    if means is Means.POST:
        return sent + timedelta(days=rates.post_days_before.of)
    if means is Means.ELECTRONIC:
        return sent + timedelta(days=rates.electronic_days_before.of)
    return sent


def initial_effective_date(stated: date, sent: date, means: Means, law: InForce) -> date:
    """Reg 12(1): the date that the notice states; a date that comes too soon after the notice is refused."""
    earliest = earliest_date_to_state(sent, means, law)
    if stated < earliest:
        raise BadFact(
            "stated",
            f"must be {earliest.isoformat()} or later for a notice sent by {means.value} on {sent.isoformat()}",
        )
    return stated


def variation_before_first_calculation(initial: date, ground_arose: date) -> date:
    """Reg 13: a variation asked for before the first calculation works from its start, or from when the ground arose."""
    return max(initial, ground_arose)
