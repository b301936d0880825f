"""Where the amount follows income smoothly, and the list of the places where it jumps."""

from datetime import date
from fractions import Fraction
from itertools import pairwise

import pytest

from childmaintenance.law.liability import Child, Facts, ReceivingParent, assess
from childmaintenance.values import ZERO, Money

ON = date(2026, 4, 1)

# In pence: what the amount moves by when income goes from £199.99 to £200.00, by qualifying children (from one) and other
# children at home (from nought). It is the seam between the table of regulation 43 and paragraph 2.
AT_TWO_HUNDRED = {1: (0, 26, 44, 76), 2: (0, 28, 62, 98), 3: (0, 42, 78, 112)}


def amount(pence: int, children: int, others: int, additional: Money = ZERO) -> int:
    parents = (ReceivingParent("A", tuple(Child() for _ in range(children))),)
    income = Money.pence(pence)
    return assess(
        Facts(parents, gross_weekly_income=income, relevant_other_children=others, additional_income_weekly=additional),
        on=ON,
        explain=False,
    ).total.in_pence


@pytest.mark.parametrize("line", [10000, 80000, 300000])
@pytest.mark.parametrize("children", [1, 2, 3, 4])
@pytest.mark.parametrize("others", [0, 1, 2, 3, 4])
def test_the_amount_is_continuous_where_the_rules_meet(line: int, children: int, others: int) -> None:
    around = [amount(pence, children, others) for pence in range(line - 3, line + 4)]
    assert all(0 <= after - before <= 1 for before, after in pairwise(around))


def test_at_the_flat_rate_amount_it_jumps_from_nothing_to_seven_pounds() -> None:
    assert (amount(699, 1, 0), amount(700, 1, 0)) == (0, 700)


@pytest.mark.parametrize("children", [1, 2, 3])
@pytest.mark.parametrize("others", [0, 1, 2, 3])
def test_at_two_hundred_pounds_it_jumps_by_a_little(children: int, others: int) -> None:
    assert amount(20000, children, others) - amount(19999, children, others) == AT_TWO_HUNDRED[children][others]


@pytest.mark.parametrize(("nights", "off"), [(52, Fraction(1, 7)), (104, Fraction(1, 7)), (156, Fraction(1, 7))])
def test_each_band_of_nights_takes_a_seventh_off(nights: int, off: Fraction) -> None:
    before, after = (nights_amount(number) for number in (nights - 1, nights))
    assert abs(before - after - 9800 * off) <= 1


def test_the_last_band_takes_half_and_seven_pounds_more() -> None:
    assert nights_amount(174) - nights_amount(175) == 5600 - (4900 - 700)


def nights_amount(nights: int) -> int:
    facts = Facts(
        (ReceivingParent("A", (Child(nights),)),), gross_weekly_income=Money.of("822.222222222222222222222222")
    )
    return assess(facts, on=ON, explain=False).total.in_pence


def test_a_penny_of_income_past_the_flat_rate_changes_how_additional_income_counts() -> None:
    """Regulation 73(2) adds the flat rate for somebody on it and nothing for somebody a penny above it."""
    extra = Money.of("300")
    assert amount(10000, 1, 0, extra) == 4300
    assert amount(10001, 1, 0, extra) == 4800
