"""Which description of somebody who pays nothing is met. Regulation 45(1) (Northern Ireland: regulation 44(1))."""

from dataclasses import dataclass

from childmaintenance.law.figures import Number, Whether
from childmaintenance.law.liability.benefit_lists import list_of
from childmaintenance.law.liability.facts import Benefit, NilReason, count
from childmaintenance.law.provision import Figures, InForce


@dataclass(frozen=True, slots=True)
class NilDescriptions:
    """Which descriptions there are, and the ages of (c)."""

    child: Whether
    prisoner: Whether
    young_from: Number
    young_to: Number
    income_support: Whether
    income_based_jobseekers_allowance: Whether
    income_related_employment_and_support_allowance: Whether
    universal_credit_without_earned_income: Whether
    training_for_young_people: Whether
    care_home: Whether


FIGURES = Figures(NilDescriptions, __file__)


@dataclass(frozen=True, slots=True)
class Person:
    """What regulation 45(1) asks about a paying parent. Benefits go by their names in `benefit_lists`."""

    age: int
    counts_as_a_child: bool = False
    is_prisoner: bool = False
    benefits: tuple[str, ...] = ()
    partners_benefits: tuple[str, ...] = ()
    has_training_allowance_for_young_people: bool = False
    lives_in_care_home: bool = False
    authority_pays_for_home: bool = False

    def __post_init__(self) -> None:
        count("age", self.age, at_most=130)


def description_of(person: Person, law: InForce) -> NilReason:
    """The first description that fits, in the regulation's order, or NONE; raises BadFact for a benefit nobody looked for."""
    there_is = FIGURES.under(law)

    # (a) A child, which includes somebody under 20 in school; not every person of 16 or 17 is one.
    if there_is.child.of and person.counts_as_a_child:
        return NilReason.CHILD

    # (b) A prisoner, on remand, sentenced or on temporary release, or serving a sentence in hospital.
    if there_is.prisoner.of and person.is_prisoner:
        return NilReason.PRISONER

    # (c) 16 or 17 with one of four benefits in the household. Pension credit is not among them.
    if there_is.young_from.of <= person.age <= there_is.young_to.of and _has_young_benefit(person, there_is):
        return NilReason.YOUNG_ON_BENEFIT

    # (d) An allowance for work-based training for young people, or in Scotland for Skillseekers.
    if there_is.training_for_young_people.of and person.has_training_allowance_for_young_people:
        return NilReason.TRAINING

    # (e) In a care home or independent hospital, and on a benefit of either list or with the authority paying part of the cost.
    if there_is.care_home.of and person.lives_in_care_home:
        on_a_list = any(list_of(benefit, law) is not Benefit.NONE for benefit in person.benefits)
        if on_a_list or person.authority_pays_for_home:
            return NilReason.CARE_HOME

    # A full-time student is none of these: that description belonged to the scheme before, though web pages still give it.
    return NilReason.NONE


def _has_young_benefit(person: Person, there_is: NilDescriptions) -> bool:
    """(c)(i) to (iv): the parent's own, or the partner's."""
    named = {
        "income_support": there_is.income_support,
        "income_based_jobseekers_allowance": there_is.income_based_jobseekers_allowance,
        "income_related_employment_and_support_allowance": there_is.income_related_employment_and_support_allowance,
        "universal_credit_without_earned_income": there_is.universal_credit_without_earned_income,
    }
    return any(benefit in named and named[benefit].of for benefit in (*person.benefits, *person.partners_benefits))
