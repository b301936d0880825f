"""How the amount grows: the points and bands are the law's own, and between two points the amount is a straight line."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from childmaintenance.law.edges import one_more_at_home
from childmaintenance.law.growth import at_incomes, by_income, by_nights
from childmaintenance.law.liability import Benefit, Child, Facts, ReceivingParent, assess
from childmaintenance.law.tests.families import any_facts, incomes, plain_facts, thorough
from childmaintenance.values import Money

ON = date(2026, 4, 1)


def family(income: str, *nights: int, **more: object) -> Facts:
    children = tuple(Child(number) for number in nights or (0,))
    return Facts((ReceivingParent("A", children),), gross_weekly_income=Money.of(income), **more)  # type: ignore[arg-type]


def test_the_lines_of_one_child() -> None:
    points = [(str(point.income), str(point.found.total), point.line) for point in by_income(family("500"), on=ON)]
    assert points == [
        ("0.00", "0.00", ""),
        ("6.99", "0.00", ""),
        ("7.00", "7.00", "flat_rate"),
        ("100.00", "7.00", ""),
        ("100.01", "7.00", "reduced_rate"),
        ("199.99", "24.00", ""),
        ("200.00", "24.00", "basic_rate"),
        ("800.00", "96.00", ""),
        ("800.01", "96.00", "above_the_line"),
        ("3000.00", "294.00", ""),
        ("3000.01", "294.00", "income_cap"),
    ]


def test_the_bands_of_nights() -> None:
    bands = [(band.least, band.most, str(band.found.total)) for band in by_nights(family("500", 60), on=ON)]
    assert bands == [
        (0, 51, "60.00"),
        (52, 103, "51.43"),
        (104, 155, "42.86"),
        (156, 174, "34.29"),
        (175, 366, "23.00"),
    ]
    on_benefit = by_nights(family("500", benefit=Benefit.LISTED), on=ON)
    assert [(band.least, str(band.found.total)) for band in on_benefit] == [(0, "7.00"), (52, "0.00")]


def test_one_more_child_at_home_lowers_it() -> None:
    assert str(one_more_at_home(family("500"), on=ON).total) == "53.40"


@thorough
@given(plain_facts, incomes)
def test_between_two_points_the_amount_is_a_straight_line(facts: Facts, income: Money) -> None:
    """Where nights or other parents round each share apart, by a penny for each share."""
    points = by_income(facts, on=ON)
    after = next((place for place, point in enumerate(points) if point.income >= income), None)
    found = assess(replace(facts, gross_weekly_income=income), on=ON, explain=False)
    if found.rate.value == "minimum" or after is None or after == 0:
        return
    low, high = points[after - 1], points[after]
    if low.found.rate is not high.found.rate or "minimum" in {low.found.rate.value, high.found.rate.value}:
        return
    if low.found.notes or high.found.notes or found.notes:  # one share came out below nought and was put right
        return
    way = (income - low.income).over(high.income - low.income) if high.income != low.income else 0
    straight = low.found.total + (high.found.total - low.found.total) * way
    pennies = Money.pence(2 * len(facts.receiving_parents))
    assert straight - pennies <= found.total <= straight + pennies


@thorough
@given(any_facts, st.lists(incomes, max_size=4))
def test_every_figure_is_what_a_decision_would_be(facts: Facts, several: list[Money]) -> None:
    for point in at_incomes(facts, several, on=ON):
        decided = assess(replace(facts, gross_weekly_income=point.income), on=ON)
        assert (decided.weekly, decided.rate) == (point.found.weekly, point.found.rate)
