"""On which list each benefit stands. Regulation 44(1) and (2) (Northern Ireland: regulation 43(1) and (2))."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any

from childmaintenance.law.figures import Word
from childmaintenance.law.liability.facts import Benefit
from childmaintenance.law.provision import BadFact, Figures, InForce


@dataclass(frozen=True, slots=True)
class BenefitLists:
    """Every benefit that the lists name, or that people ask about and they do not name."""

    category_a_retirement_pension: Word
    category_b_retirement_pension: Word
    category_c_or_d_retirement_pension: Word
    incapacity_benefit: Word
    carers_allowance: Word
    maternity_allowance: Word
    severe_disablement_allowance: Word
    industrial_injuries_benefit: Word
    widowed_mothers_allowance: Word
    widowed_parents_allowance: Word
    widows_pension: Word
    contribution_based_jobseekers_allowance: Word
    benefit_of_another_country: Word
    training_allowance: Word
    war_disablement_pension: Word
    war_bereavement_pension: Word
    armed_forces_compensation: Word
    contributory_employment_and_support_allowance: Word
    income_support: Word
    income_based_jobseekers_allowance: Word
    income_related_employment_and_support_allowance: Word
    state_pension_credit: Word
    bereavement_allowance: Word
    state_pension: Word
    carer_support_payment: Word
    universal_credit_without_earned_income: Word
    universal_credit_with_earned_income: Word
    child_benefit: Word
    disability_living_allowance: Word
    personal_independence_payment: Word
    adult_disability_payment: Word
    attendance_allowance: Word
    housing_benefit: Word
    tax_credits: Word
    statutory_sick_pay: Word
    statutory_maternity_pay: Word


FIGURES = Figures(BenefitLists, __file__)
NAMES = tuple(field.name for field in fields(BenefitLists))


def list_of(benefit: str, law: InForce) -> Benefit:
    """The list that a named benefit is on, or NONE; raises BadFact for a name that nobody has looked for in the lists."""
    if benefit not in NAMES:
        raise BadFact("benefit", f"{benefit!r} is not a benefit that the lists were searched for")
    word: Any = getattr(FIGURES.under(law), benefit)
    return Benefit(word.of)


def benefit_that_counts(own: Iterable[str], partners: Iterable[str], both_pay: bool, law: InForce) -> Benefit:
    """What paragraph 4 makes of all the benefits of a paying parent and of a partner.

    The second list is looked at first. Where somebody has a benefit of each, the rate is the same, but only the second list
    shuts out a variation (regulation 57(1)(d)), and only it can be halved (paragraph 4(2)).
    """
    mine = [list_of(benefit, law) for benefit in own]
    theirs = [list_of(benefit, law) for benefit in partners]
    # 4(1)(c) and (2): a benefit of the second list, the paying parent's or the partner's.
    if Benefit.MEANS_TESTED in (*mine, *theirs):
        return Benefit.MEANS_TESTED_BOTH_PAYING if both_pay else Benefit.MEANS_TESTED
    # 4(1)(b): a benefit of the first list, the paying parent's own.
    return Benefit.LISTED if Benefit.LISTED in mine else Benefit.NONE
