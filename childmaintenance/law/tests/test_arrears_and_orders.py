"""What is set off, written off, and taken from accounts and benefits: edges and refusals."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from childmaintenance.law.deductions import from_benefits, lump_sum_deduction_order, regular_deduction_order
from childmaintenance.law.deductions.from_benefits import From, taken
from childmaintenance.law.deductions.regular_deduction_order import Every
from childmaintenance.law.fees.legacy_write_off import before_writing_off
from childmaintenance.law.fees.set_off import Bill, SetOff, between_parents, next_payments, payment_in_kind
from childmaintenance.law.provision import BadFact, NoRateInForce, in_force
from childmaintenance.values import ZERO, Money, Territory

M = Money.of
LAW = in_force(date(2026, 4, 1), Territory.GB)
pence = st.integers(0, 200_000).map(Money.pence)


@given(pence, pence, st.sampled_from([bill for bill in Bill if bill is not Bill.ANYTHING_ELSE]))
def test_setting_off_loses_no_penny(arrears: Money, paid: Money, bill: Bill) -> None:
    found = payment_in_kind(arrears, paid, bill, receiving_parent_agreed=True)
    assert found.set_off + found.still_owed == arrears
    assert found.set_off + found.left_over == paid
    assert found.still_owed == ZERO or found.left_over == ZERO


@given(pence, pence)
def test_two_debts_cancel_the_same_from_either_side(mine: Money, yours: Money) -> None:
    one, other = between_parents(mine, yours, ZERO), between_parents(yours, mine, ZERO)
    assert one.set_off == other.set_off
    assert (one.still_owed, one.left_over) == (other.left_over, other.still_owed)


@given(pence, st.integers(1, 60))
def test_what_is_left_over_comes_off_the_payments_to_the_penny(left_over: Money, payments: int) -> None:
    due = M("5000")
    lowered = next_payments(due, left_over, payments)
    assert len(lowered) == payments
    assert sum((due - amount).in_pence for amount in lowered) == left_over.in_pence
    assert max(lowered) - min(lowered) <= M("0.01")
    assert list(lowered) == sorted(lowered)


def test_set_off_refuses_what_cannot_be() -> None:
    assert between_parents(ZERO, ZERO, ZERO) == SetOff(ZERO, ZERO, ZERO)
    assert between_parents(M("5"), M("3"), M("3")) == SetOff(ZERO, M("5"), ZERO)
    for field, ask in {
        "owed": lambda: between_parents(M("-0.01"), ZERO, ZERO),
        "owed_the_other_way": lambda: between_parents(ZERO, M("-0.01"), ZERO),
        "could_be_retained": lambda: between_parents(M("5"), M("3"), M("3.01")),
        "arrears": lambda: payment_in_kind(M("-1"), ZERO, Bill.RENT, True),
        "paid": lambda: payment_in_kind(ZERO, M("-1"), Bill.RENT, True),
        "payments": lambda: next_payments(M("5"), M("5"), 0),
        "amount_due": lambda: next_payments(M("-5"), M("5"), 1),
        "left_over": lambda: next_payments(M("5"), M("-5"), 1),
    }.items():
        with pytest.raises(BadFact) as refused:
            ask()
        assert refused.value.field == field
    with pytest.raises(BadFact, match="could_be_retained: must not be less"):
        between_parents(ZERO, ZERO, M("-1"))


def test_old_arrears_are_refused_where_there_are_none() -> None:
    assert before_writing_off(M("0.01"), date(2010, 1, 1), LAW).days_to_speak == 0
    with pytest.raises(BadFact, match="arrears"):
        before_writing_off(ZERO, date(2010, 1, 1), LAW)
    with pytest.raises(NoRateInForce):
        before_writing_off(M("1"), date(2010, 1, 1), in_force(date(2018, 12, 12), Territory.GB))


def test_the_bank_may_charge_up_to_its_limit_and_not_a_penny_more() -> None:
    assert regular_deduction_order.minimum_amount(Every.WEEK, 0, M("10"), LAW) == M("20")
    assert lump_sum_deduction_order.minimum_amount(ZERO, LAW) == M("55")
    for charge in (M("10.01"), M("-0.01")):
        with pytest.raises(BadFact, match="charge: must be from 0 to 10"):
            regular_deduction_order.minimum_amount(Every.WEEK, 0, charge, LAW)
    for charge in (M("55.01"), M("-0.01")):
        with pytest.raises(BadFact, match="charge: must be from 0 to 55"):
            lump_sum_deduction_order.minimum_amount(charge, LAW)


@pytest.mark.parametrize(("days", "minimum"), [(1, "1"), (6, "6"), (7, "10"), (8, "11"), (14, "20"), (31, "43")])
def test_a_period_of_another_length_counts_weeks_and_days(days: int, minimum: str) -> None:
    assert regular_deduction_order.minimum_amount(Every.OTHER, days, ZERO, LAW) == M(minimum)


def test_a_period_has_a_day_and_an_income_is_not_below_nought() -> None:
    with pytest.raises(BadFact, match="days"):
        regular_deduction_order.minimum_amount(Every.OTHER, 0, ZERO, LAW)
    assert regular_deduction_order.most_a_week(ZERO, LAW) == ZERO
    with pytest.raises(BadFact, match="gross_weekly_income"):
        regular_deduction_order.most_a_week(M("-0.01"), LAW)


def test_nothing_is_taken_from_a_benefit_that_would_leave_too_little() -> None:
    assert taken(From.JOBSEEKERS_ALLOWANCE, M("8.49"), True, ZERO, LAW) == from_benefits.Taken(ZERO, ZERO)
    assert taken(From.JOBSEEKERS_ALLOWANCE, M("8.49"), False, M("50"), LAW) == from_benefits.Taken(ZERO, ZERO)
    assert taken(From.UNIVERSAL_CREDIT, M("100"), False, M("50"), LAW) == from_benefits.Taken(ZERO, M("36.40"))
    with pytest.raises(NoRateInForce):
        taken(From.UNIVERSAL_CREDIT, M("100"), True, ZERO, in_force(date(2026, 4, 1), Territory.NI))
