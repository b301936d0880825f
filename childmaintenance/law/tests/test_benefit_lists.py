"""Benefits and descriptions by name and day, where the lists changed and where the two territories differ."""

from datetime import date

import pytest

from childmaintenance.law.liability.benefit_lists import FIGURES, NAMES, benefit_that_counts, list_of
from childmaintenance.law.liability.facts import Benefit, NilReason
from childmaintenance.law.liability.nil_descriptions import Person, description_of
from childmaintenance.law.provision import BadFact, NoRateInForce, in_force
from childmaintenance.values import Territory

GB, NI = (in_force(date(2026, 3, 1), territory) for territory in Territory)
UNIVERSAL_CREDIT = "universal_credit_without_earned_income"


@pytest.mark.parametrize("name", NAMES)
def test_every_benefit_is_on_a_list_or_on_none_on_every_day_of_the_scheme(name: str) -> None:
    for day in (date(2012, 12, 10), date(2016, 4, 6), date(2020, 1, 1), date(2026, 3, 15)):
        for territory in Territory:
            assert list_of(name, in_force(day, territory)) in (Benefit.NONE, Benefit.LISTED, Benefit.MEANS_TESTED)
    assert all(row.of in ("44(1)", "44(2)", "none") for row in FIGURES.histories[name].rows)


def test_there_are_no_lists_before_the_scheme_and_no_guesses() -> None:
    with pytest.raises(NoRateInForce):
        list_of("carers_allowance", in_force(date(2012, 12, 9), Territory.GB))
    with pytest.raises(BadFact, match="winter_fuel"):
        list_of("winter_fuel", GB)


def test_where_the_lists_of_the_two_territories_differ() -> None:
    differ = {name for name in NAMES if list_of(name, GB) is not list_of(name, NI)}
    assert differ == {"bereavement_allowance", "carer_support_payment"}


def test_whose_benefit_counts() -> None:
    assert benefit_that_counts([], [], False, GB) is Benefit.NONE
    assert benefit_that_counts(["state_pension"], ["state_pension"], True, GB) is Benefit.LISTED
    assert benefit_that_counts(["state_pension"], [UNIVERSAL_CREDIT], True, GB) is Benefit.MEANS_TESTED_BOTH_PAYING
    with pytest.raises(BadFact, match="beer_money"):
        benefit_that_counts([], ["beer_money"], False, GB)


@pytest.mark.parametrize(
    ("person", "found"),
    [
        (Person(15), NilReason.NONE),
        (Person(15, benefits=("income_support",)), NilReason.NONE),
        (Person(16, benefits=("state_pension_credit",)), NilReason.NONE),
        (Person(16, partners_benefits=(UNIVERSAL_CREDIT,)), NilReason.YOUNG_ON_BENEFIT),
        (Person(16, counts_as_a_child=True, is_prisoner=True), NilReason.CHILD),
        (Person(17, is_prisoner=True, benefits=("income_support",)), NilReason.PRISONER),
        (Person(40, benefits=("state_pension",)), NilReason.NONE),
        (Person(40, lives_in_care_home=True), NilReason.NONE),
        (Person(40, authority_pays_for_home=True), NilReason.NONE),
        (Person(40, lives_in_care_home=True, benefits=("income_support",)), NilReason.CARE_HOME),
        (Person(40, lives_in_care_home=True, partners_benefits=("income_support",)), NilReason.NONE),
    ],
)
def test_the_first_description_that_fits(person: Person, found: NilReason) -> None:
    assert description_of(person, GB) is found
    assert description_of(person, NI) is found


def test_an_age_is_a_whole_number_of_years() -> None:
    for age in (-1, 131, "16"):
        with pytest.raises(BadFact, match="age"):
            Person(age)  # type: ignore[arg-type]
