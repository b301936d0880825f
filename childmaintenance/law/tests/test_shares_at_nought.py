"""Shares that come out at nought, below it, or together just at the least amount: where one penny decides."""

from datetime import date
from fractions import Fraction

from childmaintenance.law.liability import Assessment, Child, Facts, ReceivingParent, assess
from childmaintenance.law.liability.reduced_rate import FIGURES as REDUCED
from childmaintenance.law.provision import in_force
from childmaintenance.law.readings import Readings
from childmaintenance.values import Money, Territory

ON = date(2026, 4, 1)
LAW = in_force(ON, Territory.GB)
HALF = Child(nights=175)
NONE = Child()


def of_a_reduced_rate(amount: Fraction, *families: tuple[Child, ...], readings: Readings | None = None) -> Assessment:
    """What families get where the reduced rate comes to an exact amount, parts of a penny included."""
    children = sum(len(family) for family in families)
    rates = REDUCED.under(LAW)
    income = 100 + (amount - 7) * 100 / rates.percent_of_the_rest.for_(children, 0)
    assert 100 < income < 200
    parents = tuple(ReceivingParent(name, family) for name, family in zip("ABC", families, strict=False))
    facts = Facts(parents, gross_weekly_income=Money.of(income))
    return assess(facts, on=ON, readings=readings or Readings())


def test_a_share_of_exactly_nought_is_no_share_below_nought() -> None:
    """Each child 14/3: A three children, B one of two in the half band, so 28/3 less 7/3 less 7 = 0; C alone is below."""
    found = of_a_reduced_rate(Fraction(28), (NONE, NONE, NONE), (HALF, NONE), (HALF,))
    assert [str(found.weekly[ref]) for ref in "ABC"] == ["14.00", "0.00", "0.00"]
    assert [reason.inputs["receiving_parent"] for reason in found.reasons if reason.step == "negative_share"] == ["C"]
    assert "law_silent_negative_share" in found.notes


def test_parts_above_nought_that_make_exactly_the_least_amount_are_in_doubt() -> None:
    """A's 7 is the least amount itself; B's half of 7 less 7 pulls the total under it."""
    families = ((NONE,), (HALF,))
    found = of_a_reduced_rate(Fraction(14), *families)
    assert (found.rate.value, str(found.total)) == ("minimum", "7.00")
    assert "doubtful_total_for_the_minimum" in found.notes
    assert [str(found.weekly[ref]) for ref in "AB"] == ["3.50", "3.50"]
    other = of_a_reduced_rate(Fraction(14), *families, readings=Readings(total_for_the_minimum="after_nought"))
    assert (other.rate.value, [str(other.weekly[ref]) for ref in "AB"]) == ("reduced", ["7.00", "0.00"])


def test_a_penny_less_leaves_no_doubt() -> None:
    found = of_a_reduced_rate(Fraction(1398, 100), (NONE,), (HALF,))
    assert (found.rate.value, str(found.total)) == ("minimum", "7.00")
    assert "doubtful_total_for_the_minimum" not in found.notes


def test_a_part_of_exactly_the_least_amount_is_not_lifted_to_it() -> None:
    """Paragraph 5A: of 14 for two children, one of them provided for elsewhere, 7 is left."""
    income = 100 + (14 - 7) * Fraction(100) / REDUCED.under(LAW).percent_of_the_rest.for_(2, 0)
    facts = Facts((ReceivingParent("A", (NONE,)),), gross_weekly_income=Money.of(income), other_arrangement_children=1)
    found = assess(facts, on=ON)
    assert (found.rate.value, str(found.total)) == ("reduced", "7.00")
    assert [reason.step for reason in found.reasons] == ["percent_of_the_rest", "other_arrangements"]
