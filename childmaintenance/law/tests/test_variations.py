"""Every ground with its limits, what refuses a variation, and what brings it back."""

from datetime import date

import pytest

from childmaintenance.law.liability.facts import Benefit, NilReason
from childmaintenance.law.provision import BadFact, NoRateInForce, in_force
from childmaintenance.law.reasons import Reasons
from childmaintenance.law.variations.additional_income import Unearned, diverted_income, earned_income, unearned_income
from childmaintenance.law.variations.assets import Asset, LeftOut, income_from_assets
from childmaintenance.law.variations.refusals import PASSING, Asked, Refusal, refusals, revives
from childmaintenance.law.variations.special_expenses import (
    WITH_THRESHOLD,
    Debt,
    ExcludedDebt,
    Expense,
    Ground,
    allowed,
    boarding_part,
    debt_counts,
    former_home_counts,
    special_expenses,
)
from childmaintenance.values import ZERO, Money, Territory

LAW = in_force(date(2026, 4, 1), Territory.GB)
M = Money.of


@pytest.mark.parametrize("ground", Ground)
def test_each_ground_has_its_threshold_or_none(ground: Ground) -> None:
    below, at = (allowed(Expense(ground, M(amount)), M("500"), LAW, Reasons()) for amount in ("9.99", "10.00"))
    assert at == M("10.00")
    assert below == (ZERO if ground in WITH_THRESHOLD else M("9.99"))


def test_thresholds_are_for_each_ground_and_amounts_add_up() -> None:
    expenses = (
        Expense(Ground.CONTACT, M("9")),
        Expense(Ground.PRIOR_DEBTS, M("12")),
        Expense(Ground.FORMER_HOME, M("30"), M("25")),
    )
    assert special_expenses(expenses, M("500"), LAW, Reasons()) == M("12")
    with pytest.raises(BadFact, match="same ground"):
        special_expenses((expenses[0], expenses[0]), M("500"), LAW, Reasons())
    assert boarding_part(M("600"), M("250"), LAW) == M("250")


def test_prior_debts_and_the_former_home_have_their_conditions() -> None:
    assert debt_counts(Debt(True, True, True))
    assert not any(debt_counts(Debt(True, True, True, kind)) for kind in ExcludedDebt)
    assert not any(
        debt_counts(debt) for debt in (Debt(False, True, True), Debt(True, False, True), Debt(True, True, False))
    )
    assert former_home_counts(False, False, True)
    assert not any(
        former_home_counts(*facts) for facts in ((True, False, True), (False, True, True), (False, False, False))
    )


def test_unearned_income_counts_whole_or_not_at_all() -> None:
    assert unearned_income(Unearned(M("2000"), M("499.99")), LAW, Reasons()) == ZERO
    assert unearned_income(Unearned(M("2000"), M("1650"), pension_relief=M("365")), LAW, Reasons()) == M("63")
    assert unearned_income(Unearned(M("9000"), sources_are_gone=True), LAW, Reasons()) == ZERO
    with pytest.raises(BadFact, match="miscellaneous"):
        Unearned(miscellaneous=M("-1"))


@pytest.mark.parametrize(
    ("benefit", "reason", "counts"),
    [
        (Benefit.LISTED, NilReason.NONE, True),
        (Benefit.MEANS_TESTED, NilReason.NONE, False),
        (Benefit.NONE, NilReason.NONE, False),
        (Benefit.NONE, NilReason.PRISONER, True),
        (Benefit.NONE, NilReason.CHILD, True),
        (Benefit.NONE, NilReason.TRAINING, True),
        (Benefit.NONE, NilReason.CARE_HOME, True),
        (Benefit.NONE, NilReason.YOUNG_ON_BENEFIT, False),
    ],
)
def test_earned_income_is_only_for_those_whose_income_is_left_out(
    benefit: Benefit, reason: NilReason, counts: bool
) -> None:
    assert earned_income(M("100.01"), benefit, reason, LAW, Reasons()) == (M("100.01") if counts else ZERO)


def test_diversion_needs_control_and_unreason() -> None:
    assert diverted_income(M("80"), True, True, LAW, Reasons()) == M("80")
    assert diverted_income(M("80"), True, False, LAW, Reasons()) == ZERO
    assert diverted_income(M("80"), False, True, LAW, Reasons()) == ZERO


def test_assets_are_tested_each_alone_and_count_whole() -> None:
    reasons = Reasons()
    assets = (
        Asset(M("31250.01")),
        Asset(M("99999"), left_out=LeftOut.MAIN_HOME),
        Asset(M("20000")),
        Asset(M("50000"), M("60000")),
    )
    assert income_from_assets(assets, LAW, reasons).exact == M("31250.01").exact * 8 / 100 / 52
    assert reasons.noted == ["doubtful_assets_each_alone"]
    with pytest.raises(BadFact, match="owed_on_it"):
        Asset(M("1"), M("-1"))


@pytest.mark.parametrize(
    ("territory", "first"), [(Territory.GB, date(2018, 12, 13)), (Territory.NI, date(2019, 6, 10))]
)
def test_the_ground_of_assets_began_on_its_own_day_in_each_territory(territory: Territory, first: date) -> None:
    asset = (Asset(M("65000")),)
    assert income_from_assets(asset, in_force(first, territory), Reasons()) == M("100")
    with pytest.raises(NoRateInForce):
        income_from_assets(asset, in_force(date.fromordinal(first.toordinal() - 1), territory), Reasons())


def asked(**changes: object) -> Asked:
    usual: dict[str, object] = {
        "income": M("500"),
        "liability_without": M("60"),
        "special_expenses": M("20"),
        "additional_income": M("50"),
    }
    return Asked(**{**usual, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, []),
        ({"default_decision": True}, [Refusal.DEFAULT_DECISION]),
        ({"benefit": Benefit.MEANS_TESTED}, [Refusal.MEANS_TESTED_BENEFIT]),
        ({"benefit": Benefit.MEANS_TESTED_BOTH_PAYING}, [Refusal.MEANS_TESTED_BENEFIT]),
        ({"nil_reason": NilReason.YOUNG_ON_BENEFIT}, [Refusal.MEANS_TESTED_BENEFIT]),
        ({"special_expenses": ZERO, "additional_income": ZERO}, [Refusal.NO_GROUND]),
        ({"liability_without": M("7")}, [Refusal.ALREADY_AT_THE_FLAT_RATE_OR_LESS]),
        ({"liability_without": M("7"), "special_expenses": ZERO}, []),
        ({"income": M("3020.01")}, [Refusal.STILL_ABOVE_THE_CAP, Refusal.ALREADY_AT_THE_CAP]),
        ({"income": M("3020"), "additional_income": ZERO}, []),
        ({"income": M("3000"), "special_expenses": ZERO}, [Refusal.ALREADY_AT_THE_CAP]),
        ({"income": M("2999.99"), "special_expenses": ZERO}, []),
        ({"income_is_an_estimate": True}, [Refusal.INCOME_IS_AN_ESTIMATE]),
        ({"income": None}, []),
    ],
)
def test_what_stands_against_a_variation(changes: dict[str, object], found: list[Refusal]) -> None:
    assert list(refusals(asked(**changes), LAW)) == found


def test_a_variation_comes_back_when_what_stopped_it_has_passed() -> None:
    for refusal in Refusal:
        assert revives((refusal,), ()) is (refusal in PASSING)
        assert not revives((refusal,), (refusal,))
    assert not revives((), ())
