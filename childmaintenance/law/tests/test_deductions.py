"""Pay-days of any kind: nothing is lost, the protected part stays, and several orders wait their turn."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from childmaintenance.law.deductions import DeductionSettings, PayDay, deduct
from childmaintenance.law.deductions.intervals import periods_covered, periods_since_last
from childmaintenance.law.deductions.net_earnings import EARNINGS, Item, Paid, counts, net_earnings
from childmaintenance.law.deductions.normal_rate import (
    PERIODS_IN_THE_REFERENCE_PERIOD,
    Frequency,
    left_for_the_last_instalment,
    normal_deduction_rate,
)
from childmaintenance.law.deductions.several_orders import Claim, Order, in_order, taken_from_each
from childmaintenance.law.provision import BadFact, in_force
from childmaintenance.law.tests.families import unhurried
from childmaintenance.values import ZERO, Money, Territory

ON = date(2026, 4, 30)
LAW = in_force(ON, Territory.GB)
M = Money.of
amounts = st.integers(0, 500_000).map(Money.pence)
ways = st.builds(
    DeductionSettings, carry=st.sampled_from(["CARRY", "REPORT"]), protected_rounding=st.sampled_from(["UP", "NEAREST"])
)


@unhurried
@given(amounts, amounts, st.fractions(0, 5, max_denominator=31), amounts, amounts, ways, st.booleans())
def test_nothing_is_lost_and_the_protected_part_stays(
    net: Money, rate: Money, periods: Fraction, short: Money, charge: Money, how: DeductionSettings, forces: bool
) -> None:
    found = deduct(PayDay(net, rate, periods, short, charge, forces=forces), on=ON, how=how)
    assert found.deduction + found.admin_charge + found.take_home == net
    assert found.deduction + found.shortfall_carried_forward == found.due
    assert found.take_home + found.admin_charge >= found.protected
    assert ZERO <= found.admin_charge <= M("1")
    assert found.deduction or not found.admin_charge
    assert found.take_home >= ZERO


@pytest.mark.parametrize(
    ("weekly", "expected"),
    [("50", ["50.00", "100.00", "200.00", "216.67"]), ("120", ["120.00", "240.00", "480.00", "520.00"])],
)
def test_rates_for_each_pay_period(weekly: str, expected: list[str]) -> None:
    assert [str(normal_deduction_rate(M(weekly), frequency, LAW)) for frequency in Frequency] == expected


def test_odd_pence_are_left_for_the_last_instalment() -> None:
    assert str(left_for_the_last_instalment(M("73.45"), Frequency.MONTH, LAW)) == "0.04"


@unhurried
@given(amounts, st.sampled_from(Frequency))
def test_instalments_and_what_is_left_are_the_reference_period(weekly: Money, frequency: Frequency) -> None:
    count = PERIODS_IN_THE_REFERENCE_PERIOD[frequency]
    whole = normal_deduction_rate(weekly, frequency, LAW) * count + left_for_the_last_instalment(weekly, frequency, LAW)
    assert whole == weekly * 52


def test_intervals_in_periods() -> None:
    assert periods_since_last(date(2026, 3, 1), date(2026, 3, 11), Frequency.WEEK) == Fraction(10, 7)
    assert periods_since_last(date(2026, 3, 1), date(2026, 3, 25), Frequency.MONTH) == Fraction(24, 31)
    assert periods_since_last(date(2024, 2, 1), date(2024, 3, 1), Frequency.MONTH) == 1
    assert periods_covered(3, Frequency.WEEK) == 3
    assert periods_covered(3, Frequency.FORTNIGHT) == Fraction(3, 2)
    assert periods_covered(2, Frequency.MONTH) == 2
    with pytest.raises(BadFact, match="pay_day"):
        periods_since_last(ON, ON, Frequency.WEEK)
    with pytest.raises(BadFact, match="weeks_or_months"):
        periods_covered(-1, Frequency.WEEK)


def test_only_earnings_count_and_only_three_things_come_off() -> None:
    assert {kind for kind in Paid if counts(kind)} == EARNINGS
    items = (
        Item(Paid.WAGES, M("1500")),
        Item(Paid.STATUTORY_PARENTAL_PAY, M("748")),
        Item(Paid.STATUTORY_SICK_PAY, M("100")),
    )
    assert net_earnings(items, M("200"), M("100"), M("50")) == M("1250")
    assert net_earnings((), M("1"), ZERO, ZERO) == ZERO
    with pytest.raises(BadFact, match="pension"):
        net_earnings(items, ZERO, ZERO, M("-1"))


def claim(name: str, kind: Order, day: int, due: str) -> Claim:
    return Claim(name, kind, date(2026, 1, day), M(due))


def test_a_judgment_debt_waits_and_a_fine_goes_by_its_day() -> None:
    ours, fine = claim("ours", Order.DEDUCTION_FROM_EARNINGS, 10, "250"), claim("fine", Order.FINE, 5, "50")
    debt = claim("debt", Order.JUDGMENT_DEBT, 1, "100")
    assert [one.name for one in in_order((debt, ours, fine))] == ["fine", "ours", "debt"]
    assert [one.name for one in in_order((debt, fine, ours), scotland=True)] == ["ours", "fine", "debt"]


def test_all_orders_together_leave_sixty_per_cent_unless_read_to_the_letter() -> None:
    claims = (
        claim("first", Order.DEDUCTION_FROM_EARNINGS, 1, "400"),
        claim("second", Order.DEDUCTION_FROM_EARNINGS, 2, "400"),
    )
    usual = taken_from_each(M("1000"), claims, LAW)
    letter = taken_from_each(M("1000"), claims, LAW, DeductionSettings(several_orders="LITERAL"))
    assert usual == {"first": M("400"), "second": ZERO}
    assert letter == {"first": M("400"), "second": M("240")}
    with pytest.raises(BadFact, match="claims"):
        taken_from_each(M("1000"), (claims[0], claims[0]), LAW)


def test_a_student_loan_takes_what_is_left_above_the_protected_part() -> None:
    claims = (claim("loan", Order.STUDENT_LOAN, 1, "70"), claim("ours", Order.DEDUCTION_FROM_EARNINGS, 2, "350"))
    assert taken_from_each(M("1000"), claims, LAW) == {"ours": M("350"), "loan": M("50")}


@pytest.mark.parametrize(
    "name", ["net_earnings", "normal_deduction_rate", "shortfall_brought_forward", "admin_charge", "protected_earnings"]
)
@pytest.mark.parametrize("value", [M("-1"), M("0.001"), 5])
def test_amounts_must_be_whole_pence(name: str, value: object) -> None:
    usual: dict[str, object] = {"net_earnings": M("1"), "normal_deduction_rate": M("1"), name: value}
    with pytest.raises(BadFact) as wrong:
        PayDay(**usual)  # type: ignore[arg-type]
    assert wrong.value.field == name


def test_a_setting_nobody_knows_is_refused() -> None:
    with pytest.raises(BadFact, match="carry"):
        DeductionSettings(carry="BOTH")  # type: ignore[arg-type]
    with pytest.raises(BadFact, match="protected_brought_forward"):
        PayDay(M("1"), M("1"), protected_brought_forward=M("1"))
    with pytest.raises(BadFact, match="periods"):
        PayDay(M("1"), M("1"), Fraction(61))
