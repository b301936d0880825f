"""Fees by date, their waivers, small arrears, and the announced rates that are not law."""

from datetime import date

import pytest

from childmaintenance.law.fees import Due, Receipt, split
from childmaintenance.law.fees.announced import announced_fees
from childmaintenance.law.fees.collection_fee import fee_for_days, fee_on_instalment, in_whole_pence
from childmaintenance.law.fees.enforcement_fee import Action, Waiver, enforcement_fee, fee_may_support
from childmaintenance.law.fees.ways import by_way
from childmaintenance.law.fees.write_off import may_be_written_off
from childmaintenance.law.provision import NoRateInForce, in_force
from childmaintenance.values import ZERO, Money, Territory

LAW = in_force(date(2026, 4, 1), Territory.GB)
M = Money.of


@pytest.mark.parametrize(
    ("waiver", "free"),
    [
        (Waiver.OFFICIAL_ERROR, set(Action)),
        (Waiver.APPEAL_OR_REVIEW_SUCCEEDED, set(Action)),
        (Waiver.LIABILITY_ORDER_NOT_GRANTED, {Action.LIABILITY_ORDER}),
        (Waiver.CHOSEN_BY_THE_PAYING_PARENT, {Action.DEDUCTION_FROM_EARNINGS}),
        (Waiver.FORCES_ON_OPERATIONS, {Action.DEDUCTION_FROM_EARNINGS}),
        (Waiver.SECOND_FOR_ANOTHER_EMPLOYER_OR_ACCOUNT, set(Action) - {Action.LIABILITY_ORDER}),
        (Waiver.NEW_FOR_CHANGED_EMPLOYER_ACCOUNT_OR_AMOUNT, set(Action) - {Action.LIABILITY_ORDER}),
        (None, set()),
    ],
)
def test_a_waiver_frees_only_the_actions_it_is_for(waiver: Waiver | None, free: set[Action]) -> None:
    assert {action for action in Action if enforcement_fee(action, waiver, LAW) == ZERO} == free


def test_fees_alone_never_support_prison() -> None:
    assert [fee_may_support(action) for action in ("prison", "driving_licence", "passport", "deduction_order")] == [
        False,
        False,
        False,
        True,
    ]


def test_enforcement_was_free_before_august_2014() -> None:
    with pytest.raises(NoRateInForce):
        enforcement_fee(Action.LIABILITY_ORDER, None, in_force(date(2014, 8, 10), Territory.GB))


def test_small_arrears_go_only_with_the_case() -> None:
    assert may_be_written_off(M("6.99"), True, False, LAW)
    assert not may_be_written_off(M("6.99"), False, False, LAW)
    assert not may_be_written_off(M("6.99"), True, True, LAW)
    assert may_be_written_off(M("0.01"), True, False, LAW)
    assert not may_be_written_off(M("7.00"), True, False, LAW)
    assert not may_be_written_off(ZERO, True, False, LAW)
    with pytest.raises(NoRateInForce):
        may_be_written_off(M("1"), True, False, in_force(date(2024, 2, 25), Territory.GB))


@pytest.mark.parametrize(("keeps", "paying", "receiving"), [(True, "2.00", "2.00"), (False, "20.00", "2.00")])
def test_announced_rates_are_a_scenario_and_leave_the_law_alone(keeps: bool, paying: str, receiving: str) -> None:
    scenario = announced_fees(keeps, date(2028, 4, 1))
    receipt = Receipt(M("200"), (Due("A", M("100")),))
    supposed = split(receipt, on=date(2028, 4, 1), scenario=scenario)
    assert (str(supposed.paying_fee), str(supposed.receiving_fee["A"])) == (paying, receiving)
    for day, with_it in ((date(2028, 4, 1), None), (date(2028, 3, 31), scenario)):
        law = split(receipt, on=day, scenario=with_it)
        assert (str(law.paying_fee), str(law.receiving_fee["A"])) == ("20.00", "4.00")


@pytest.mark.parametrize("keeps", [True, False])
def test_announced_rates_say_who_announced_them_and_that_they_are_no_law(keeps: bool) -> None:
    scenario = announced_fees(keeps, date(2028, 4, 1))
    assert scenario.name == "announced collection fees"
    assert {room for room, _ in scenario.rows} == {"fees/collection_fee"}
    for (row,) in scenario.rows.values():
        assert row.starts == date(2028, 4, 1)
        assert row.by == "announced on 23 June 2025, not made"
        assert row.source.startswith("https://www.gov.uk/government/consultations/child-maintenance-improving")


def test_what_each_way_of_paying_costs() -> None:
    ways = {cost.way.value: cost for cost in by_way(M("50.01"), LAW)}
    told = {way: [str(part) for part in (one.pays, one.gets, one.added, one.taken)] for way, one in ways.items()}
    assert told == {
        "family_based": ["50.01", "50.01", "0.00", "0.00"],
        "direct_pay": ["50.01", "50.01", "0.00", "0.00"],
        "collect_and_pay": ["60.01", "48.01", "10.00", "2.00"],
    }


@pytest.mark.parametrize("territory", Territory)
def test_the_two_percentages_for_books_in_whole_pence(territory: Territory) -> None:
    assert in_whole_pence(date(2026, 4, 1), territory) == (20, 4)
    assert in_whole_pence(date(2028, 4, 1), territory, announced_fees(True, date(2028, 4, 1))) == (2, 2)


def test_a_part_of_a_week_has_its_fee_day_by_day() -> None:
    assert [str(fee_for_days(M("10"), days, LAW)) for days in (0, 1, 3, 7)] == ["0.00", "0.29", "0.87", "2.03"]
    assert [str(fee_on_instalment(M(amount), LAW)) for amount in ("0.02", "0.03", "43.20")] == ["0.00", "0.01", "8.64"]
