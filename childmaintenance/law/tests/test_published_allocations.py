"""Every published or worked split of a receipt, to the penny."""

from datetime import date

import pytest

from childmaintenance.law.fees import Due, Receipt, split
from childmaintenance.law.fees.legacy_write_off import before_writing_off
from childmaintenance.law.fees.set_off import Bill, between_parents, payment_in_kind
from childmaintenance.law.provision import in_force
from childmaintenance.law.tests.published import Row, rows
from childmaintenance.values import Money, Territory

ROWS = {row["id"]: row for row in rows("allocations")}
ON = date(2026, 4, 30)

# What each row says in words, as the amounts due, arrears and agreed instalments of its receiving parents.
STATED: dict[str, tuple[list[tuple[str, str, str]], str]] = {
    "ALL-001": ([("100", "0", "0")], "0"),
    "ALL-003": ([("7", "0", "0")], "0"),
    "ALL-005": ([("100", "0", "0")], "0"),
    "ALL-008": ([("51.03", "0", "0")], "0"),
    "ALL-012": ([("100", "0", "0")], "0"),
    **{f"ALL-0{number}": ([("51.34", "0", "0"), ("102.68", "0", "0")], "0") for number in range(13, 19)},
    "ALL-019": ([("120", "0", "0"), ("80", "0", "0")], "0"),
    "ALL-020": ([("120", "0", "0"), ("80", "0", "0")], "0"),
    "ALL-021": ([("33.34", "0", "0"), ("33.33", "0", "0"), ("33.34", "0", "0")], "0"),
    "ALL-022": ([("3.50", "0", "0"), ("3.50", "0", "0")], "0"),
    "ALL-024": ([("100", "30", "30")], "0"),
    "ALL-027": ([("0", "600", "0")], "0"),
    "ALL-028": ([("100", "0", "0")], "50"),
    "ALL-030": ([("0", "1200", "1200")], "200"),
    "ALL-031": ([("0", "900", "0"), ("0", "300", "0")], "0"),
    "ALL-032": ([("60", "0", "0"), ("0", "500", "0")], "0"),
}
WITHOUT_FEE = {"ALL-012", *(f"ALL-0{number}" for number in range(13, 19))}


@pytest.mark.parametrize("name", sorted(STATED))
def test_a_receipt_is_shared_out_as_published(name: str) -> None:
    row: Row = ROWS[name]
    parents, enforcement = STATED[name]
    receipt = Receipt(
        received=Money.of(row["gross_received"]),
        receiving_parents=tuple(
            Due(ref, *map(Money.of, amounts)) for ref, amounts in zip("ABC", parents, strict=False)
        ),
        collection_fee=name not in WITHOUT_FEE,
        enforcement_fees_due=Money.of(enforcement),
    )
    found = split(receipt, on=ON)
    assert str(sum_of(found.maintenance)) == row["to_ongoing_maintenance"]
    assert str(sum_of(found.arrears)) == row["to_arrears"]
    assert str(found.paying_fee) == row["payer_fee_20"]
    assert str(found.enforcement_fees) == row["enforcement_fee"]
    assert str(sum_of(found.receiving_fee)) == row["payee_fee_4"]
    assert "+".join(str(amount) for amount in found.paid_out.values()) == row["net_to_receiving_parents"]
    assert str(found.credit) == row["unallocated_or_credit"]


def test_set_off_and_small_arrears_come_out_as_published() -> None:
    """ALL-036, ALL-037 and ALL-040 speak of other rules than the sharing out of a receipt."""
    rent, mutual, small = ROWS["ALL-036"], ROWS["ALL-037"], ROWS["ALL-040"]
    in_kind = payment_in_kind(Money.of("500"), Money.of(rent["to_arrears"]), Bill.RENT, receiving_parent_agreed=True)
    assert str(in_kind.still_owed) == rent["still_owed_after"]
    each_other = between_parents(Money.of("700"), Money.of(mutual["to_arrears"]), Money(0))
    assert str(each_other.still_owed) == mutual["still_owed_after"]
    law = in_force(ON, Territory.GB)
    assert before_writing_off(Money.of(small["still_owed_after"]), date(2005, 6, 1), law).days_to_speak == 0


def sum_of(amounts: object) -> Money:
    total = Money(0)
    for amount in amounts.values():  # type: ignore[attr-defined]
        total = total + amount
    return total
