"""How much one paying parent pays each receiving parent a week, and why. Schedule 1 whole, in its order."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from childmaintenance.law.figures import Amount
from childmaintenance.law.liability import flat_rate
from childmaintenance.law.liability.apportionment import apportioned
from childmaintenance.law.liability.default_decision import default_rate
from childmaintenance.law.liability.facts import Benefit, Facts, NilReason, Rate, ReceivingParent
from childmaintenance.law.liability.flat_rate_shared_care import after_care_on_benefit
from childmaintenance.law.liability.local_authority_care import nothing_payable
from childmaintenance.law.liability.minimum import FIGURES as MINIMUM
from childmaintenance.law.liability.rounding import rounded_by_regulation_6
from childmaintenance.law.liability.shared_care import after_care
from childmaintenance.law.liability.which_rate import IN_SCHEDULE_ONE, Found, which_rate
from childmaintenance.law.provision import InForce, Scenario, Unknown, in_force
from childmaintenance.law.readings import USUAL, Readings
from childmaintenance.law.reasons import NoReasons, Reason, Reasons
from childmaintenance.values import ZERO, Citation, Money

Shares = dict[str, Money]

SCHEDULE = Citation(gb="CSA 1991 Sch 1 Part 1", ni="CS(NI)O 1991 Sch 1 Part 1")

# No provision says what becomes of a share below nought; paragraph 7 is where it arises.
NEGATIVE = Citation(gb="CSA 1991 Sch 1 para 7", ni="CS(NI)O 1991 Sch 1 para 7")


@dataclass(frozen=True, slots=True)
class Assessment:
    """A result: whole pence a week for each receiving parent, their sum, and everything that led to them."""

    rate: Rate
    weekly: Mapping[str, Money]
    total: Money
    reasons: tuple[Reason, ...]
    notes: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """The answer of the `assess` command, without its id."""
        return {
            "rate": self.rate.value,
            "weekly": {ref: str(amount) for ref, amount in self.weekly.items()},
            "total": str(self.total),
            "reasons": [reason.as_json() for reason in self.reasons],
            "notes": list(self.notes),
        }


def assess(
    facts: Facts, *, on: date, readings: Readings = USUAL, explain: bool = True, scenario: Scenario | None = None
) -> Assessment:
    """The weekly amounts on a day, by the law of that day.

    Raises MissingFact where a needed fact is None, and NoRateInForce before the scheme began. `explain=False` leaves the
    reasons out, for work in bulk; `scenario` lays other figures over the law.
    """
    law = in_force(on, facts.territory, scenario)
    reasons = Reasons() if explain else NoReasons()
    if isinstance(facts.gross_weekly_income, Unknown) and not _benefit_is_enough(facts, readings, reasons):
        found = _default(facts, law, reasons)
        shares = _by_children(found.amount, facts, law, reasons)
    else:
        as_if_flat = _equal_to_the_flat_rate(facts, law, readings, reasons)
        found = which_rate(facts, law, readings, reasons, as_if_flat=as_if_flat)
        shares, found = _after_care_and_minimum(found, facts, law, readings, reasons)
    weekly = {ref: rounded_by_regulation_6(ref, amount, law, reasons) for ref, amount in shares.items()}
    return Assessment(found.rate, weekly, _sum(weekly), tuple(reasons.kept), tuple(reasons.noted))


def _benefit_is_enough(facts: Facts, readings: Readings, reasons: Reasons) -> bool:
    """A benefit or nil description makes income irrelevant; the doubt is whether a default decision may still be made."""
    if facts.benefit is Benefit.NONE and facts.nil_reason is NilReason.NONE:
        return False
    reasons.note("doubtful_unknown_income_with_benefit")
    return readings.unknown_income_with_benefit == "benefit"


def _default(facts: Facts, law: InForce, reasons: Reasons) -> Found:
    if facts.special_expenses_weekly or facts.additional_income_weekly:
        reasons.note("variation_no_effect_default_decision")
    return Found(Rate.DEFAULT, default_rate(facts.qualifying_children, law, reasons))


def _by_children(amount: Money, facts: Facts, law: InForce, reasons: Reasons) -> Shares:
    return apportioned(amount, _numbers(facts), law, reasons)


def _after_care_and_minimum(
    found: Found, facts: Facts, law: InForce, readings: Readings, reasons: Reasons
) -> tuple[Shares, Found]:
    """Paragraphs 6 to 8, and the floors; a floored result is of the rate `minimum`."""
    shares = _by_children(found.amount, facts, law, reasons)
    parents = facts.receiving_parents
    if found.benefit:
        return {
            parent.ref: after_care_on_benefit(parent, shares[parent.ref], law, reasons) for parent in parents
        }, found
    if found.rate in IN_SCHEDULE_ONE or found.rate is Rate.MINIMUM:
        before, shares = (
            shares,
            {parent.ref: after_care(parent, shares[parent.ref], law, reasons) for parent in parents},
        )
        if any(shares[ref] is not before[ref] for ref in shares):
            floor = MINIMUM.under(law).after_care
            payable = {parent.ref: _children_payable(parent, law) for parent in parents}
            if any(payable.values()):
                return _floored(shares, payable, floor, found, law, readings, reasons)
            reasons.note("doubtful_every_child_in_care")
            if readings.every_child_in_care == "nothing":
                return dict.fromkeys(shares, ZERO), replace(found, rate=Rate.NIL)
            return _floored(shares, _numbers(facts), floor, found, law, readings, reasons)
    if found.varied:
        return _floored(shares, _numbers(facts), MINIMUM.under(law).after_variation, found, law, readings, reasons)
    return shares, found


def _floored(
    shares: Shares,
    children: Mapping[str, int],
    floor: Amount,
    found: Found,
    law: InForce,
    readings: Readings,
    reasons: Reasons,
) -> tuple[Shares, Found]:
    """Paragraph 7(7) over everybody together, shared by the children for whom something is payable.

    Then the shares that came out below nought, on which the law is silent.
    """
    total, least = _sum(shares), floor.of
    below = {ref: share for ref, share in shares.items() if share < ZERO}
    if below and total >= least:
        reasons.note("law_silent_negative_share")
    elif below and total - _sum(below) >= least:
        reasons.note("doubtful_total_for_the_minimum")
        if readings.total_for_the_minimum == "after_nought" and readings.negative_share == "nought":
            total = total - _sum(below)
    if total < least:
        reasons.add("minimum", floor.says, least, total=total)
        parts = apportioned(least, {ref: number for ref, number in children.items() if number}, law, reasons)
        return {ref: parts.get(ref, ZERO) for ref in shares}, replace(found, rate=Rate.MINIMUM)
    if not below:
        return shares, found
    if readings.negative_share == "taken_from_the_others":
        return _taken_from_the_others(shares, below), found
    return {ref: _not_below_nought(ref, share, law, reasons) for ref, share in shares.items()}, found


def _numbers(facts: Facts) -> dict[str, int]:
    return {parent.ref: len(parent.children) for parent in facts.receiving_parents}


def _children_payable(parent: ReceivingParent, law: InForce) -> int:
    """How many of a receiving parent's children something is payable for: reg 53(10)."""
    return sum(
        [
            not (child.local_authority_nights and nothing_payable(child.local_authority_nights, law))
            for child in parent.children
        ]
    )


def _not_below_nought(ref: str, share: Money, law: InForce, reasons: Reasons) -> Money:
    if share >= ZERO:
        return share
    return reasons.add("negative_share", law.cite(NEGATIVE), ZERO, receiving_parent=ref, share=share)


def _taken_from_the_others(shares: Shares, below: Shares) -> Shares:
    """The reading that keeps the total: what one share is short of nought comes off the others in proportion."""
    above = _sum(shares) - _sum(below)
    kept = (above + _sum(below)).over(above)
    return {ref: ZERO if ref in below else share * kept for ref, share in shares.items()}


def _equal_to_the_flat_rate(facts: Facts, law: InForce, readings: Readings, reasons: Reasons) -> bool:
    """Whether reg 73(2) is read to cover an amount that only equals the flat rate; said in a note wherever it could be."""
    if not facts.additional_income_weekly or not isinstance(facts.gross_weekly_income, Money):
        return False
    if facts.benefit is not Benefit.NONE or facts.nil_reason is not NilReason.NONE:
        return False
    without = replace(facts, additional_income_weekly=ZERO, special_expenses_weekly=ZERO)
    before = assess(without, on=law.on, readings=readings, explain=False, scenario=law.scenario)
    if before.rate is Rate.FLAT or before.total != flat_rate.FIGURES.under(law).amount.of:
        return False
    reasons.note("doubtful_equal_to_the_flat_rate")
    return readings.equal_to_the_flat_rate == "any_equal_amount"


def _sum(shares: Mapping[str, Money]) -> Money:
    total = ZERO
    for share in shares.values():
        total = total + share
    return total
