"""Every penny of a receipt is in one place, whatever is owed."""

from datetime import date
from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from childmaintenance.law.fees import Allocation, Due, Receipt, pro_rata, split, split_pence
from childmaintenance.law.fees.settings import Short, Step, Surplus
from childmaintenance.law.provision import BadFact, NoRateInForce
from childmaintenance.law.tests.families import unhurried
from childmaintenance.values import ZERO, Money, Territory

ON = date(2026, 4, 30)
pence = st.integers(0, 200_000) | st.integers(0, 12)
amounts = pence.map(Money.pence)


@st.composite
def receipts(draw: st.DrawFn) -> Receipt:
    refs = draw(st.sampled_from([("A",), ("A", "B"), ("C", "A", "B")]))
    dues = tuple(Due(ref, draw(amounts), draw(amounts), draw(st.just(ZERO) | amounts)) for ref in refs)
    return Receipt(draw(amounts), dues, draw(st.booleans()), draw(amounts))


ways = st.builds(
    Allocation,
    order=st.permutations(get_args(Step)).map(tuple),
    short=st.sampled_from(get_args(Short)),
    surplus=st.sampled_from(get_args(Surplus)),
    fee_on_arrears=st.booleans(),
)


def total(amounts_by_ref: object) -> Money:
    found = ZERO
    for amount in amounts_by_ref.values():  # type: ignore[attr-defined]
        found = found + amount
    return found


@unhurried
@given(receipts(), ways, st.sampled_from(Territory))
def test_every_penny_is_in_exactly_one_place(receipt: Receipt, how: Allocation, territory: Territory) -> None:
    found = split(receipt, on=ON, territory=territory, how=how)
    placed = total(found.maintenance) + total(found.arrears) + found.paying_fee + found.enforcement_fees + found.credit
    assert placed == receipt.received
    assert total(found.paying_fee_by_parent) == found.paying_fee
    for parent in receipt.receiving_parents:
        assert ZERO <= found.maintenance[parent.ref] <= parent.due
        assert ZERO <= found.arrears[parent.ref] <= parent.arrears
        assert (
            found.paid_out[parent.ref]
            == found.maintenance[parent.ref] + found.arrears[parent.ref] - found.receiving_fee[parent.ref]
        )
        assert found.paid_out[parent.ref] >= ZERO
    assert ZERO <= found.enforcement_fees <= receipt.enforcement_fees_due
    assert found.credit >= ZERO


@unhurried
@given(receipts())
def test_nothing_is_kept_back_while_something_before_it_is_open(receipt: Receipt) -> None:
    found = split(receipt, on=ON)
    due = total({parent.ref: parent.due for parent in receipt.receiving_parents})
    if total(found.arrears) or found.enforcement_fees or found.credit:
        assert total(found.maintenance) == due
    if found.credit:
        assert found.enforcement_fees == receipt.enforcement_fees_due


@unhurried
@given(receipts(), st.randoms())
def test_the_order_of_the_parents_does_not_matter(receipt: Receipt, chance: object) -> None:
    parents = list(receipt.receiving_parents)
    chance.shuffle(parents)  # type: ignore[attr-defined]
    other = Receipt(receipt.received, tuple(parents), receipt.collection_fee, receipt.enforcement_fees_due)
    one, again = split(receipt, on=ON), split(other, on=ON)
    assert (dict(one.maintenance), dict(one.arrears), one.paying_fee, one.credit) == (
        dict(again.maintenance),
        dict(again.arrears),
        again.paying_fee,
        again.credit,
    )


@unhurried
@given(receipts(), amounts)
def test_more_money_never_gives_anybody_much_less(receipt: Receipt, more: Money) -> None:
    """A larger receipt may move an odd penny from one parent to another, and no more than that."""
    larger = Receipt(
        receipt.received + more, receipt.receiving_parents, receipt.collection_fee, receipt.enforcement_fees_due
    )
    one, other = split(receipt, on=ON), split(larger, on=ON)
    assert total(other.maintenance) >= total(one.maintenance)
    assert total(other.arrears) >= total(one.arrears)
    for ref in one.maintenance:
        assert other.maintenance[ref] + Money.pence(1) >= one.maintenance[ref]


@unhurried
@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=6), st.integers(0, 100))
def test_shares_in_proportion_are_within_a_penny_of_exact(weights: list[int], hundredths: int) -> None:
    whole = sum(weights)
    part = whole * hundredths // 100
    shares = pro_rata(part, weights, whole, [str(i) for i in range(len(weights))])
    assert sum(shares) == part
    if whole and len(weights) > 1:
        assert all(
            abs(share - Fraction(part * weight, whole)) < 1 for share, weight in zip(shares, weights, strict=True)
        )


def test_the_books_may_say_what_fee_is_open() -> None:
    receipt = Receipt(Money.of("70"), (Due("A", Money.of("60"), fee_due=Money.of("10")),))
    found = split(receipt, on=ON)
    assert (str(found.maintenance["A"]), str(found.paying_fee), str(found.credit)) == ("60.00", "10.00", "0.00")


def test_the_fee_is_known_for_everybody_or_for_nobody() -> None:
    receipt = Receipt(Money.of("70"), (Due("A", Money.of("60"), fee_due=Money.of("10")), Due("B", Money.of("60"))))
    with pytest.raises(BadFact, match="fee_due"):
        split(receipt, on=ON)


def test_there_was_no_collection_fee_before_august_2014() -> None:
    receipt = Receipt(Money.of("120"), (Due("A", Money.of("100")),))
    with pytest.raises(NoRateInForce):
        split(receipt, on=date(2014, 8, 10))
    free = Receipt(Money.of("120"), (Due("A", Money.of("100")),), collection_fee=False)
    assert str(split(free, on=date(2014, 8, 10)).credit) == "20.00"


@pytest.mark.parametrize(
    ("how", "maintenance", "fee"),
    [
        (Allocation(), "62.50", "12.50"),
        (Allocation(short="maintenance_first"), "75.00", "0.00"),
        (Allocation(short="fee_first"), "55.00", "20.00"),
    ],
)
def test_a_short_payment_is_shared_as_the_setting_says(how: Allocation, maintenance: str, fee: str) -> None:
    found = split(Receipt(Money.of("75"), (Due("A", Money.of("100")),)), on=ON, how=how)
    assert (str(found.maintenance["A"]), str(found.paying_fee)) == (maintenance, fee)


def test_what_is_over_the_agreed_instalment_is_kept_or_goes_to_arrears() -> None:
    receipt = Receipt(Money.of("200"), (Due("A", Money.of("100"), Money.of("500"), Money.of("30")),))
    kept, used = split(receipt, on=ON), split(receipt, on=ON, how=Allocation(surplus="arrears"))
    assert (str(kept.arrears["A"]), str(kept.credit)) == ("30.00", "50.00")
    assert (str(used.arrears["A"]), str(used.credit)) == ("80.00", "0.00")


@pytest.mark.parametrize("field", ["due", "arrears", "arrears_instalment", "fee_due"])
@pytest.mark.parametrize("value", [Money.of("-1"), Money.of("0.001"), 5, "5"])
def test_what_is_open_must_be_whole_pence(field: str, value: object) -> None:
    with pytest.raises(BadFact, match=field):
        Due("A", **{field: value})  # type: ignore[arg-type]


def test_the_arithmetic_alone_gives_the_same() -> None:
    found = split_pence(7500, [10000], [2000], [0], 0, 20, 4, ["A"])
    assert found == ([6250], [1250], [0], 0, [250], 0)
