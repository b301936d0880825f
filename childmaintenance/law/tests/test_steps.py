"""Which steps lead to a result, in their order: no step too few, and none that did not happen."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from childmaintenance.law.liability import Benefit, Child, Facts, NilReason, ReceivingParent, assess
from childmaintenance.law.provision import Row, Scenario
from childmaintenance.law.readings import Readings
from childmaintenance.values import Money

ON = date(2026, 4, 1)
M = Money.of
FAMILY = Facts((ReceivingParent("A", (Child(),)),))


def on(income: str | Fraction | None, **more: object) -> Facts:
    return replace(FAMILY, gross_weekly_income=None if income is None else M(income), **more)


@pytest.mark.parametrize(
    ("facts", "steps"),
    [
        (on("6.99"), ["nil_rate_by_income"]),
        (on("7.00"), ["flat_rate_by_income"]),
        (on("100.00"), ["flat_rate_by_income"]),
        (on("100.01"), ["percent_of_the_rest", "rounded"]),
        (on("200.00"), ["percent_of_income"]),
        (on("800.00"), ["percent_of_income"]),
        (on("801.00"), ["percent_of_income", "percent_above_line"]),
        (on("3000.00"), ["percent_of_income", "percent_above_line"]),
        (on("3000.01"), ["income_cap", "percent_of_income", "percent_above_line"]),
        (on("500.00", relevant_other_children=1), ["cut_for_other_children", "percent_of_income"]),
        (on("50.00", other_arrangement_children=1), ["flat_rate_by_income"]),
        (on("500.00", other_arrangement_children=1), ["percent_of_income", "other_arrangements"]),
        (
            on("110.00", other_arrangement_children=1),
            ["percent_of_the_rest", "other_arrangements", "other_arrangements_minimum"],
        ),
        (on(None, benefit=Benefit.LISTED), ["flat_rate_by_benefit"]),
        (on(None, benefit=Benefit.MEANS_TESTED), ["flat_rate_by_means_tested_benefit"]),
        (on(None, benefit=Benefit.MEANS_TESTED_BOTH_PAYING), ["flat_rate_where_both_pay"]),
        (on(None, nil_reason=NilReason.PRISONER), ["nil_rate_prisoner"]),
    ],
)
def test_the_steps_of_a_result(facts: Facts, steps: list[str]) -> None:
    assert [reason.step for reason in assess(facts, on=ON).reasons] == steps


def test_a_flat_rate_is_not_shared_with_other_arrangements() -> None:
    found = assess(on("50.00", other_arrangement_children=3), on=ON)
    assert (found.rate.value, str(found.total)) == ("flat", "7.00")


@pytest.mark.parametrize(("income", "doubtful"), [("6.99", False), ("7.00", True), ("100.00", True), ("100.01", False)])
def test_low_income_beside_a_benefit_is_in_doubt_only_where_both_limbs_are_met(income: str, doubtful: bool) -> None:
    notes = assess(on(income, benefit=Benefit.LISTED), on=ON).notes
    assert ("doubtful_low_income_and_benefit" in notes) is doubtful


@pytest.mark.parametrize(
    ("income", "additional", "expenses", "note", "is_there"),
    [
        ("2999.99", "10", "0", "doubtful_additional_income_at_the_cap", False),
        ("3000.00", "10", "0", "doubtful_additional_income_at_the_cap", True),
        ("3000.00", "0", "10", "doubtful_additional_income_at_the_cap", False),
        ("3010.00", "0", "10", "expenses_no_effect_above_the_cap", False),
        ("3010.01", "0", "10", "expenses_no_effect_above_the_cap", True),
        ("2990.00", "20", "10", "expenses_no_effect_above_the_cap", False),
        ("2990.00", "20.01", "10", "expenses_no_effect_above_the_cap", True),
        ("3010.01", "0", "0", "expenses_no_effect_above_the_cap", False),
        ("7.00", "0", "10", "expenses_no_effect_at_the_flat_rate_or_less", True),
        ("100.00", "0", "10", "expenses_no_effect_at_the_flat_rate_or_less", True),
        ("100.01", "0", "10", "expenses_no_effect_at_the_flat_rate_or_less", False),
    ],
)
def test_a_note_on_a_variation_begins_at_its_penny(
    income: str, additional: str, expenses: str, note: str, is_there: bool
) -> None:
    facts = on(income, additional_income_weekly=M(additional), special_expenses_weekly=M(expenses))
    assert (note in assess(facts, on=ON).notes) is is_there


IN_CARE = (ReceivingParent("A", (Child(0, 300),)),)


def test_every_child_in_care_means_nothing_or_by_the_other_reading_the_least() -> None:
    facts = on("500.00", receiving_parents=IN_CARE)
    found = assess(facts, on=ON)
    assert (found.rate.value, str(found.total), found.notes) == ("nil", "0.00", ("doubtful_every_child_in_care",))
    other = assess(facts, on=ON, readings=Readings(every_child_in_care="minimum"))
    assert (other.rate.value, str(other.total), other.notes) == ("minimum", "7.00", ("doubtful_every_child_in_care",))


def test_an_amount_that_only_equals_the_flat_rate_is_looked_for_under_the_same_readings_and_figures() -> None:
    note = "doubtful_equal_to_the_flat_rate"
    cared = on("500.00", receiving_parents=IN_CARE, additional_income_weekly=M("10"))
    assert note not in assess(cared, on=ON).notes
    assert note in assess(cared, on=ON, readings=Readings(every_child_in_care="minimum")).notes
    reduced = on("150.00", additional_income_weekly=M("10"))
    nothing_more = {("liability/reduced_rate", "percent_of_the_rest"): (Row(ON, [[0]]),)}
    assert note not in assess(reduced, on=ON).notes
    assert note in assess(reduced, on=ON, scenario=Scenario("nothing above the flat rate", nothing_more)).notes


def test_the_floor_after_a_variation_holds_beside_the_flat_rate_too() -> None:
    """No figure in force puts the floor over the flat rate; under others it must still be a floor."""
    floor = Scenario("a floor of 50", {("liability/minimum", "after_variation"): (Row(ON, 50),)})
    beside = on(None, benefit=Benefit.LISTED, additional_income_weekly=M("150"))
    for facts in (beside, replace(beside, other_arrangement_children=1)):
        assert assess(facts, on=ON).total < M("50")
        found = assess(facts, on=ON, scenario=floor)
        assert (found.rate.value, str(found.total)) == ("minimum", "50.00")


def test_a_benefit_leaves_no_doubt_about_an_amount_that_equals_the_flat_rate() -> None:
    whole = Scenario("the whole where both pay", {("liability/flat_rate", "share_where_both_pay"): (Row(ON, 1),)})
    facts = on(None, benefit=Benefit.MEANS_TESTED_BOTH_PAYING, additional_income_weekly=M("10"))
    known = replace(facts, gross_weekly_income=M("90"))
    found = assess(known, on=ON, scenario=whole)
    assert (str(found.total), "doubtful_equal_to_the_flat_rate" in found.notes) == ("7.00", False)


def test_a_variation_of_somebody_who_pays_nothing_by_description() -> None:
    """Reg 73(1): income is raised from nothing, less what is spent; on a means-tested benefit nothing has an effect."""
    prisoner = on(
        None, nil_reason=NilReason.PRISONER, additional_income_weekly=M("250"), special_expenses_weekly=M("50")
    )
    found = assess(prisoner, on=ON)
    assert (found.rate.value, str(found.total)) == ("basic", "24.00")
    assert found.notes == ("doubtful_nil_rate_and_additional_income",)
    for benefit in (Benefit.MEANS_TESTED, Benefit.MEANS_TESTED_BOTH_PAYING):
        tested = assess(replace(prisoner, benefit=benefit), on=ON)
        assert (tested.rate.value, str(tested.total)) == ("nil", "0.00")
        assert tested.notes == ("variation_no_effect_means_tested",)
