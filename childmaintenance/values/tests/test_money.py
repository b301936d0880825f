"""Money is exact until its own provision rounds it."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from childmaintenance.values import ZERO, Money, NotMoney, NotWholePence

fractions = st.fractions(min_value=-(10**6), max_value=10**6, max_denominator=10**4)
amounts = fractions.map(Money.of)

unhurried = settings(deadline=None)


@pytest.mark.parametrize(
    "text", ["1e3", "١٢", "", " 1", "1 ", "1.", ".5", "+1", "NaN", "Infinity", "1_000", "£5", "1,000", "0x10"]
)
def test_only_plain_decimals_are_money(text: str) -> None:
    with pytest.raises(NotMoney):
        Money.of(text)


@pytest.mark.parametrize("value", [1.5, None, True, b"1", [1]])
def test_a_float_or_anything_else_is_not_money(value: object) -> None:
    with pytest.raises(NotMoney):
        Money.of(value)  # type: ignore[arg-type]
    with pytest.raises(NotMoney):
        Money.pence(value)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("exact", "rounded"),
    [
        ("57.095", "57.10"),
        ("57.0949", "57.09"),
        ("0.005", "0.01"),
        ("0.004", "0.00"),
        ("-0.005", "0.00"),
        ("-0.006", "-0.01"),
    ],
)
def test_half_a_penny_goes_up(exact: str, rounded: str) -> None:
    assert str(Money.of(exact)) == rounded


def test_part_of_a_penny_is_never_dropped_in_silence() -> None:
    with pytest.raises(NotWholePence):
        _ = Money.of("0.005").in_pence
    assert Money.of("12.34").in_pence == 1234


@pytest.mark.parametrize(
    "operation", [lambda m: m * m, lambda m: m * 1.5, lambda m: m / 2.0, lambda m: m + 1, lambda m: m * True]
)
def test_there_is_no_money_squared_and_no_float(operation: object) -> None:
    with pytest.raises((TypeError, AttributeError)):
        operation(Money.of("2"))  # type: ignore[operator]


@unhurried
@given(amounts, amounts, amounts)
def test_adding_keeps_everything(a: Money, b: Money, c: Money) -> None:
    assert (a + b).exact == a.exact + b.exact
    assert (a + b) + c == a + (b + c)
    assert a + b - b == a
    assert -a + a == ZERO


@unhurried
@given(fractions, fractions)
def test_comparing_and_hashing_look_at_the_amount_alone(a: Fraction, b: Fraction) -> None:
    one, other = Money.of(a), Money(b.numerator * 6, b.denominator * 6)
    assert (one == other, one < other, one <= other, one > other, one >= other) == (
        a == b,
        a < b,
        a <= b,
        a > b,
        a >= b,
    )
    if a == b:
        assert hash(one) == hash(other)


@unhurried
@given(fractions, st.fractions(max_denominator=1000).filter(bool))
def test_multiplying_and_dividing_are_exact(a: Fraction, times: Fraction) -> None:
    money = Money.of(a)
    assert (money * times).exact == a * times
    assert (money / times).exact == a / times
    assert money.percent(times).exact == a * times / 100


@unhurried
@given(amounts)
def test_rounding_twice_is_rounding_once(a: Money) -> None:
    once = a.rounded()
    assert once.rounded() == once
    assert abs(once.exact - a.exact) <= Fraction(1, 200)
    assert a.rounded_up().exact - a.exact < Fraction(1, 100)
    assert a.rounded_up() >= a


@unhurried
@given(amounts.filter(lambda a: a >= ZERO), amounts.filter(lambda a: a >= ZERO))
def test_the_parts_below_and_above_a_line_are_the_whole(a: Money, line: Money) -> None:
    assert a.up_to(line) + a.above(line) == a
    assert a.at_least(line) >= line


def test_nobody_can_share_money_among_nobody() -> None:
    with pytest.raises(ZeroDivisionError):
        Money.of("1") / 0


def test_money_shows_itself_in_pounds() -> None:
    assert (str(Money.of("-1234.5")), repr(Money.pence(5)), repr(Money.of(Fraction(1, 3)))) == (
        "-1234.50",
        "Money('0.05')",
        "Money.of(Fraction(1/3))",
    )
