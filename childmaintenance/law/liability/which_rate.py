"""Which rate applies and what it comes to, before sharing and care. Schedule 1, paragraphs 1 to 5A, with the variations."""

from dataclasses import dataclass, replace

from childmaintenance.law.liability import basic_rate, flat_rate, nil_rate, reduced_rate
from childmaintenance.law.liability.facts import Benefit, Facts, NilReason, Rate
from childmaintenance.law.liability.income_cap import FIGURES as CAP
from childmaintenance.law.liability.income_cap import capped
from childmaintenance.law.liability.other_arrangements import shared_with_other_arrangements
from childmaintenance.law.provision import InForce, MissingFact, Unknown
from childmaintenance.law.readings import Readings
from childmaintenance.law.reasons import Reasons
from childmaintenance.law.variations import effect
from childmaintenance.values import ZERO, Citation, Money

SAYS = Citation(gb="CSA 1991 Sch 1 para 1", ni="CS(NI)O 1991 Sch 1 para 1")
IN_SCHEDULE_ONE = (Rate.REDUCED, Rate.BASIC, Rate.BASIC_PLUS, Rate.FLAT_PLUS_VARIATION)


@dataclass(frozen=True, slots=True)
class Found:
    """A weekly rate for all the qualifying children, and what later paragraphs must know about it."""

    rate: Rate
    amount: Money
    benefit: bool = False  # flat because of a benefit, so that paragraph 8 looks at nights
    varied: bool = False  # a variation changed what was otherwise payable, so that reg 74(1A) sets a floor


def which_rate(facts: Facts, law: InForce, readings: Readings, reasons: Reasons, *, as_if_flat: bool = False) -> Found:
    """The rate, in the order in which the descriptions exclude one another; `as_if_flat` is a reading of reg 73(2)."""
    if facts.nil_reason is not NilReason.NONE:
        return _nil_by_description(facts, law, reasons)
    income = facts.gross_weekly_income
    if facts.benefit is not Benefit.NONE and not _low_income_first(facts, law, readings, reasons):
        return _flat_by_benefit(facts, law, readings, reasons)
    if income is None:
        raise MissingFact("gross_weekly_income")
    assert not isinstance(income, Unknown)  # an unknown income was a default decision before this
    if readings.income_precision == "to_the_penny":
        income = income.rounded()
        reasons.note("income_rounded_first")
    if facts.additional_income_weekly or facts.special_expenses_weekly:
        return _varied(income, facts, law, readings, reasons, as_if_flat)
    return _on_income(income, facts, law, reasons)


def _low_income_first(facts: Facts, law: InForce, readings: Readings, reasons: Reasons) -> bool:
    """Both limbs of paragraph 4(1) may be met at once; only one of them lets nights make the amount nil."""
    income = facts.gross_weekly_income
    if not isinstance(income, Money) or income > reduced_rate.FIGURES.under(law).more_than.of:
        return False
    if income < flat_rate.FIGURES.under(law).amount.of or facts.benefit is Benefit.MEANS_TESTED_BOTH_PAYING:
        return False
    reasons.note("doubtful_low_income_and_benefit")
    return readings.low_income_and_benefit == "income"


def _nil_by_description(facts: Facts, law: InForce, reasons: Reasons) -> Found:
    nothing = Found(Rate.NIL, nil_rate.nil_rate_by_description(facts.nil_reason, law, reasons))
    additional, expenses = facts.additional_income_weekly, facts.special_expenses_weekly
    means_tested = facts.benefit in (Benefit.MEANS_TESTED, Benefit.MEANS_TESTED_BOTH_PAYING)
    if means_tested or facts.nil_reason is NilReason.YOUNG_ON_BENEFIT:
        if additional or expenses:
            reasons.note("variation_no_effect_means_tested")
        return nothing
    if not additional:
        if expenses:
            reasons.note("expenses_no_effect_at_the_flat_rate_or_less")
        return nothing
    # Reg 73(1): income is treated as increased from nothing, and nothing is added to the result.
    reasons.note("doubtful_nil_rate_and_additional_income")
    return _on_income(effect.varied_income(ZERO, additional, expenses, law, reasons), facts, law, reasons)


def _flat_by_benefit(facts: Facts, law: InForce, readings: Readings, reasons: Reasons) -> Found:
    amount = flat_rate.flat_rate_by_benefit(facts.benefit, law, reasons)
    rate = Rate.FLAT_HALF if facts.benefit is Benefit.MEANS_TESTED_BOTH_PAYING else Rate.FLAT
    if facts.benefit is not Benefit.LISTED:
        if facts.additional_income_weekly or facts.special_expenses_weekly:
            reasons.note("variation_no_effect_means_tested")
        return Found(rate, amount, benefit=True)
    if facts.additional_income_weekly:
        return _flat_and_variation(amount, facts, law, readings, reasons)
    if facts.special_expenses_weekly:
        reasons.note("expenses_no_effect_at_the_flat_rate_or_less")
    return Found(rate, amount, benefit=True)


def _varied(income: Money, facts: Facts, law: InForce, readings: Readings, reasons: Reasons, as_if_flat: bool) -> Found:
    """An agreed variation, for somebody whose own income decides the rate."""
    additional, expenses = facts.additional_income_weekly, facts.special_expenses_weekly
    flat, low = flat_rate.FIGURES.under(law).amount.of, reduced_rate.FIGURES.under(law).more_than.of
    if flat <= income <= low:
        amount = flat_rate.flat_rate_by_income(income, low, law, reasons)
        if additional:
            return _flat_and_variation(amount, facts, law, readings, reasons)
        reasons.note("expenses_no_effect_at_the_flat_rate_or_less")
        return Found(Rate.FLAT, amount)
    if as_if_flat:
        return _flat_and_variation(flat, facts, law, readings, reasons)
    cap = CAP.under(law).most.of
    if additional and income >= cap:
        reasons.note("doubtful_additional_income_at_the_cap")
        if readings.additional_income_at_the_cap == "refused":
            additional = ZERO
    if expenses and income + additional - expenses > cap:
        reasons.note("expenses_no_effect_above_the_cap")
    found = _on_income(effect.varied_income(income, additional, expenses, law, reasons), facts, law, reasons)
    return replace(found, varied=income >= flat)


def _flat_and_variation(flat: Money, facts: Facts, law: InForce, readings: Readings, reasons: Reasons) -> Found:
    """Reg 73(2): the flat rate, and the Schedule applied to the additional income alone."""
    additional = facts.additional_income_weekly
    if facts.special_expenses_weekly:
        reasons.note("doubtful_expenses_beside_flat_rate")
        if readings.expenses_beside_flat_rate == "from_additional_income":
            additional = effect.varied_income(additional, ZERO, facts.special_expenses_weekly, law, reasons)
    everyone = facts.qualifying_children + facts.other_arrangement_children
    part_only = readings.other_arrangements_beside_flat_rate == "share_the_variation"
    if part_only:
        alone = _on_income(additional, facts, law, reasons).amount
    else:
        alone = _schedule_one(additional, everyone, facts.relevant_other_children, law, reasons).amount
    amount = effect.added_to_the_flat_rate(flat, alone, additional, law, reasons)
    if facts.other_arrangement_children:
        reasons.note("doubtful_other_arrangements_beside_flat_rate")
        if not part_only:
            return _among_arrangements(Found(Rate.FLAT_PLUS_VARIATION, amount, varied=True), facts, law, reasons)
    return Found(Rate.FLAT_PLUS_VARIATION, amount, varied=True)


def _on_income(income: Money, facts: Facts, law: InForce, reasons: Reasons) -> Found:
    """The rate on an income; other-arrangement children count in it and then take their part of it (paragraph 5A)."""
    others = facts.other_arrangement_children
    found = _schedule_one(income, facts.qualifying_children + others, facts.relevant_other_children, law, reasons)
    if others and found.rate in IN_SCHEDULE_ONE:
        return _among_arrangements(found, facts, law, reasons)
    return found


def _among_arrangements(found: Found, facts: Facts, law: InForce, reasons: Reasons) -> Found:
    amount, floored = shared_with_other_arrangements(
        found.amount, facts.qualifying_children, facts.other_arrangement_children, law, reasons
    )
    return replace(found, amount=amount, rate=Rate.MINIMUM if floored else found.rate)


def _schedule_one(income: Money, children: int, others: int, law: InForce, reasons: Reasons) -> Found:
    """Nil, flat, reduced or basic, by income alone: the bands are tested before paragraph 2(3) takes anything off."""
    flat, bands = flat_rate.FIGURES.under(law).amount.of, reduced_rate.FIGURES.under(law)
    income = capped(income, law, reasons)
    if income < flat:
        return Found(Rate.NIL, nil_rate.nil_rate_by_income(income, flat, law, reasons))
    if income <= bands.more_than.of:
        return Found(Rate.FLAT, flat_rate.flat_rate_by_income(income, bands.more_than.of, law, reasons))
    if income < bands.less_than.of:
        return Found(Rate.REDUCED, reduced_rate.reduced_rate(income, children, others, law, reasons))
    amount, above = basic_rate.basic_rate(income, children, others, law, reasons)
    return Found(Rate.BASIC_PLUS if above else Rate.BASIC, amount)
