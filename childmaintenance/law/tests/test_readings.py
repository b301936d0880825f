"""Each doubtful point: what the note says, and what switching the reading changes."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from childmaintenance.law.liability import Benefit, Child, Facts, NilReason, ReceivingParent, assess
from childmaintenance.law.provision import UNKNOWN, BadFact
from childmaintenance.law.readings import Readings
from childmaintenance.values import Money

ON = date(2026, 4, 1)


def parents(*nights: Any) -> tuple[ReceivingParent, ...]:
    made = []
    for ref, of_one in zip("ABC", nights, strict=False):
        made.append(
            ReceivingParent(ref, tuple(Child(*each) if isinstance(each, tuple) else Child(each) for each in of_one))
        )
    return tuple(made)


def facts(*nights: Any, income: str | None = None, **more: Any) -> Facts:
    return Facts(parents(*nights), gross_weekly_income=None if income is None else Money.of(income), **more)


M = Money.of
CASES = [
    (
        "low_income_and_benefit",
        "income",
        facts([60], income="90", benefit=Benefit.LISTED),
        "doubtful_low_income_and_benefit",
        "0.00",
        "7.00",
    ),
    (
        "negative_share",
        "taken_from_the_others",
        facts([175], [0], [0], income="210"),
        "law_silent_negative_share",
        "26.60",
        "26.26",
    ),
    (
        "total_for_the_minimum",
        "after_nought",
        facts([175, 175], [156], income="205"),
        "doubtful_total_for_the_minimum",
        "7.00",
        "7.42",
    ),
    ("every_child_in_care", "minimum", facts([(0, 263)], income="500"), "doubtful_every_child_in_care", "0.00", "7.00"),
    (
        "equal_to_the_flat_rate",
        "any_equal_amount",
        facts([175], income="210", additional_income_weekly=M("400")),
        "doubtful_equal_to_the_flat_rate",
        "29.60",
        "20.50",
    ),
    (
        "expenses_beside_flat_rate",
        "from_additional_income",
        facts([0], income="90", additional_income_weekly=M("300"), special_expenses_weekly=M("50")),
        "doubtful_expenses_beside_flat_rate",
        "43.00",
        "37.00",
    ),
    (
        "other_arrangements_beside_flat_rate",
        "share_the_variation",
        facts([0], income="90", additional_income_weekly=M("300"), other_arrangement_children=1),
        "doubtful_other_arrangements_beside_flat_rate",
        "27.50",
        "31.00",
    ),
    (
        "additional_income_at_the_cap",
        "refused",
        facts([0], income="3200", additional_income_weekly=M("100"), special_expenses_weekly=M("250")),
        "doubtful_additional_income_at_the_cap",
        "294.00",
        "289.50",
    ),
    (
        "unknown_income_with_benefit",
        "benefit",
        Facts(parents([0]), gross_weekly_income=UNKNOWN, benefit=Benefit.LISTED),
        "doubtful_unknown_income_with_benefit",
        "39.00",
        "7.00",
    ),
]


@pytest.mark.parametrize(
    ("name", "other", "given", "note", "usual", "switched"),
    CASES,
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_doubt_is_noted_and_can_be_read_the_other_way(
    name: str, other: str, given: Facts, note: str, usual: str, switched: str
) -> None:
    found = assess(given, on=ON)
    assert note in found.notes
    assert str(found.total) == usual
    again = assess(given, on=ON, readings=Readings(**{name: other}))  # type: ignore[arg-type]
    assert note in again.notes
    assert str(again.total) == switched


def test_income_rounded_first_can_lose_a_penny() -> None:
    given = facts([0, 0], income="1318.378083")
    assert str(assess(given, on=ON).total) == "190.21"
    given = facts([0, 0], income="1318.374999")
    assert str(assess(given, on=ON).total) == "190.20"
    found = assess(given, on=ON, readings=Readings(income_precision="to_the_penny"))
    assert (str(found.total), found.notes) == ("190.20", ("income_rounded_first",))


@pytest.mark.parametrize(
    ("given", "note", "total"),
    [
        (
            facts([0], benefit=Benefit.MEANS_TESTED, additional_income_weekly=M("300")),
            "variation_no_effect_means_tested",
            "7.00",
        ),
        (
            facts([0], nil_reason=NilReason.YOUNG_ON_BENEFIT, additional_income_weekly=M("300")),
            "variation_no_effect_means_tested",
            "0.00",
        ),
        (
            facts([0], nil_reason=NilReason.PRISONER, special_expenses_weekly=M("30")),
            "expenses_no_effect_at_the_flat_rate_or_less",
            "0.00",
        ),
        (
            facts([0], benefit=Benefit.LISTED, special_expenses_weekly=M("30")),
            "expenses_no_effect_at_the_flat_rate_or_less",
            "7.00",
        ),
        (
            facts([0], income="90", special_expenses_weekly=M("89")),
            "expenses_no_effect_at_the_flat_rate_or_less",
            "7.00",
        ),
        (facts([0], income="3200", special_expenses_weekly=M("100")), "expenses_no_effect_above_the_cap", "294.00"),
        (
            Facts(parents([0]), gross_weekly_income=UNKNOWN, special_expenses_weekly=M("30")),
            "variation_no_effect_default_decision",
            "39.00",
        ),
    ],
)
def test_a_variation_without_effect_says_why(given: Facts, note: str, total: str) -> None:
    found = assess(given, on=ON)
    assert note in found.notes
    assert str(found.total) == total


def test_a_reading_that_nobody_knows_is_refused() -> None:
    with pytest.raises(BadFact, match=r"readings\.negative_share"):
        Readings(negative_share="ignored")  # type: ignore[arg-type]


def test_care_by_an_authority_does_not_touch_the_flat_rate_even_beside_a_variation() -> None:
    """Regulation 53 is for the basic and reduced rates and those a variation made from less; 120 less 30 is simply flat."""
    found = assess(facts([(0, 300)], income="120", special_expenses_weekly=M("30")), on=ON)
    assert (found.rate.value, str(found.total), found.notes) == ("flat", "7.00", ())


def test_a_total_that_just_reaches_the_least_stands_and_its_negative_part_counts_as_nought() -> None:
    """Of 440/3 a week the rate is 56/3: 28/3 for each, of which shared care leaves 14/3 - 7 for A; together exactly 7."""
    given = Facts(parents([175], [0]), gross_weekly_income=Money.of(Fraction(440, 3)))
    found = assess(given, on=ON)
    assert found.notes == ("law_silent_negative_share",)
    assert {ref: str(amount) for ref, amount in found.weekly.items()} == {"A": "0.00", "B": "9.33"}
