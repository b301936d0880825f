"""Where a receipt goes: in full, short, over, to several receiving parents, to nobody known."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from childmaintenance.cases import queries as cases
from childmaintenance.cases.terms import Side, TaskKind
from childmaintenance.collection import actions, queries, settings
from childmaintenance.collection.applying import Money, Open, apply
from childmaintenance.collection.terms import CannotSettle, HistoryKind
from childmaintenance.collection.tests.bank_files import Bank, Paid
from childmaintenance.collection.tests.days import (
    DAY,
    MARCH_2,
    WEEK,
    all_there,
    evening,
    first_day,
    morning,
    payday,
    pays,
)
from childmaintenance.collection.tests.families import (
    CASEWORKER,
    PAYDAY,
    decide,
    given_a_case,
    given_a_plan,
    reference_of,
)
from childmaintenance.foundation import clock
from childmaintenance.law.fees import USUAL

ONE = dt.date(2026, 4, 1)


@pytest.fixture
def bank() -> Bank:
    return Bank(balance=1_000_00)


@pytest.fixture
def case(db: None) -> str:
    with clock.travel(MARCH_2):
        return given_a_plan()


def test_a_short_payment_is_shared_between_maintenance_and_fee(case: str, bank: Bank) -> None:
    on = first_day(case)
    morning(on)
    evening(bank, on, pays(case, 75_00))
    with clock.travel(on):
        owed = queries.owed(case)
    assert (owed.maintenance, owed.fee, owed.overdue) == (37_50, 7_50, 0)
    [item] = owed.items
    assert (item.charged, item.settled, item.left, item.overdue_since) == (120_00, 75_00, 45_00, None)
    payday(on)
    assert [payout.pence for payout in queries.payouts_of(case)] == [60_00]
    all_there()


def test_the_rest_of_a_short_payment_settles_it_to_the_penny(case: str, bank: Bank) -> None:
    on = first_day(case)
    morning(on)
    evening(bank, on, pays(case, 33_33))
    evening(bank, on + DAY, pays(case, 86_67))
    assert queries.owed(case).items == ()
    all_there()


def test_what_is_over_is_used_when_the_next_payment_falls_due(case: str, bank: Bank) -> None:
    on = first_day(case)
    morning(on)
    evening(bank, on, pays(case, 150_00))
    payer = cases.case(case).paying_parent
    assert queries.credit(payer) == 30_00
    with clock.travel(on):
        following = queries.next_payment(case)
        assert following is not None and (following.payment.due_on, following.held) == (on + WEEK, 30_00)
    morning(on + WEEK)
    assert queries.credit(payer) == 0
    assert queries.owed(case).total == 90_00
    paid = [(line.on, line.amount) for line in queries.history(case, Side.PAYING) if line.kind == HistoryKind.PAYMENT]
    assert paid == [(on, -120_00), (on + WEEK, -30_00)]
    all_there()


def test_money_that_comes_early_waits_for_the_day(case: str, bank: Bank) -> None:
    on = first_day(case)
    evening(bank, on - DAY, pays(case, 120_00))
    assert queries.history(case, Side.PAYING) == ()
    morning(on)
    assert queries.owed(case).total == 0
    assert [line.on for line in queries.history(case, Side.PAYING)] == [on, on]
    all_there()


def test_the_oldest_payment_is_settled_first(case: str, bank: Bank) -> None:
    on = first_day(case)
    morning(on)
    morning(on + WEEK)
    evening(bank, on + WEEK, pays(case, 130_00))
    [item] = queries.owed(case).items
    assert (item.due_on, item.left) == (on + WEEK, 110_00)
    all_there()


def given_two_receiving_parents() -> tuple[str, str]:
    """One paying parent, 3/5 and 2/5 of whose children live with one and the other."""
    with clock.travel(MARCH_2):
        first, second = given_a_case(1), given_a_case(2, payer=1)
        decide(second)
    return first, second


@pytest.mark.django_db
def test_several_receiving_parents_share_in_proportion(bank: Bank) -> None:
    first, second = given_two_receiving_parents()
    on = first_day(first)
    assert on == first_day(second)
    assert reference_of(first) == reference_of(second)
    morning(on)
    due = {case: queries.owed(case) for case in (first, second)}
    whole = sum(owed.total for owed in due.values())
    evening(bank, on, pays(first, whole // 2))
    for case, owed in due.items():
        left = queries.owed(case)
        assert abs(2 * left.maintenance - owed.maintenance) <= 2
        assert abs(2 * left.fee - owed.fee) <= 2
    evening(bank, on + DAY, pays(first, whole - whole // 2))
    assert [queries.owed(case).total for case in due] == [0, 0]
    payday(on + DAY)
    assert all(len(queries.payouts_of(case)) == 1 for case in due)
    all_there()


@pytest.mark.parametrize(
    "words",
    ["", "for Elin and Macsen", "123456789012", "{reference}1", "{other} {reference}"],
    ids=["nothing", "words", "a stranger's number", "a digit too many", "two people's numbers"],
)
def test_money_nobody_can_place_waits_for_a_person(case: str, bank: Bank, words: str) -> None:
    with clock.travel(MARCH_2):
        other = given_a_plan(2)
    on = first_day(case)
    morning(on)
    said = words.format(reference=reference_of(case), other=reference_of(other))
    taken = evening(bank, on, Paid(120_00, said))
    assert (taken.matched, taken.in_suspense) == (0, 1)
    assert queries.owed(case).total == 120_00
    [waiting] = queries.suspense()
    assert waiting.entry.pence == 120_00
    assert len(waiting.near) == (2 if "other" in words else 0)
    [task] = cases.work_list(kinds=[TaskKind.SUSPENSE])
    assert task.reason == {"entries": 1, "pence": 120_00}
    all_there()
    with clock.travel(on + DAY):
        actions.settle_suspense(
            receipt=waiting.entry.reference,
            paying_parent=cases.case(case).paying_parent,
            because="rang his bank",
            by=CASEWORKER,
        )
    assert queries.suspense() == []
    assert cases.work_list(kinds=[TaskKind.SUSPENSE]) == []
    assert queries.owed(case).total == 0
    assert queries.bank_entry(waiting.entry.reference).paying_parent == cases.case(case).paying_parent
    payment = queries.history(case, Side.PAYING)[-1]
    assert (payment.kind, payment.on) == (HistoryKind.PAYMENT, on)  # paid on the day it came, not the day it was placed
    all_there()


def test_nobody_settles_twice_and_no_machine_settles_at_all(case: str, bank: Bank) -> None:
    on = first_day(case)
    evening(bank, on, Paid(5_00, "?"), Paid(-3_00, code="ACMT/CHRG"), pays(case, 1_00))
    receipt, charge = (record.entry.reference for record in queries.suspense())
    matched = receipt.rpartition(".")[0] + ".3"
    payer = cases.case(case).paying_parent
    told = {"paying_parent": payer, "because": "x"}
    with pytest.raises(CannotSettle):
        actions.settle_suspense(receipt=receipt, by=PAYDAY, **told)
    for other in (charge, matched, "S-0000-0000-0.1", "nonsense"):
        with pytest.raises(CannotSettle):
            actions.settle_suspense(receipt=other, by=CASEWORKER, **told)
    actions.settle_suspense(receipt=receipt, by=CASEWORKER, **told)
    with pytest.raises(CannotSettle):
        actions.settle_suspense(receipt=receipt, by=CASEWORKER, **told)
    with pytest.raises(CannotSettle):
        actions.settle_as_bank_charge(entry_reference=receipt, because="x", by=CASEWORKER)
    actions.settle_as_bank_charge(entry_reference=charge, because="monthly fee", by=CASEWORKER)
    assert queries.suspense() == []
    assert queries.credit(payer) == 6_00
    all_there()


# ---- The arithmetic alone --------------------------------------------------------------------------------------------

amounts = st.integers(1, 500_00)


@st.composite
def open_instalments(draw: st.DrawFn) -> list[Open]:
    days = sorted(draw(st.lists(st.integers(0, 4), min_size=1, max_size=6)))
    made = []
    for number, day in enumerate(days):
        maintenance = draw(amounts)
        fee = draw(st.sampled_from([0, (maintenance + 2) // 5]))
        case = f"C-{draw(st.integers(1, 3))}-{number}"
        made.append(Open(number, ONE + day * DAY, maintenance, fee, 1, case, "GB", 1, 2, 3, 4))
    return made


receipts = st.lists(amounts, min_size=1, max_size=4).map(
    lambda pence: [Money(number, f"S.{number}", ONE, one, 0) for number, one in enumerate(pence)]
)


@given(receipts, open_instalments())
def test_every_penny_of_every_receipt_is_in_exactly_one_place(money: list[Money], owing: list[Open]) -> None:
    applied = apply(money, owing, lambda territory: (20, 4), USUAL)  # type: ignore[arg-type, return-value]
    for use in applied.uses:
        assert use.money.pence == use.left + sum(part.maintenance + part.fee for part in use.parts)
        assert all(part.maintenance >= 0 and part.fee >= 0 for part in use.parts)
        assert all(0 <= part.receiving_fee <= part.maintenance for part in use.parts)
    paid = {one.instalment: [0, 0] for one in owing}
    for use in applied.uses:
        for part in use.parts:
            paid[part.to.instalment][0] += part.maintenance
            paid[part.to.instalment][1] += part.fee
    left = {one.instalment: (maintenance, fee) for one, maintenance, fee in applied.left}
    for one in owing:
        rest = left.get(one.instalment, (one.maintenance, one.fee))
        assert (one.maintenance - paid[one.instalment][0], one.fee - paid[one.instalment][1]) == rest
        assert rest[0] >= 0 and rest[1] >= 0
    # Nothing stays held while something is due, and no later day is paid while an earlier one is not.
    unused = sum(use.left for use in applied.uses) + sum(m.pence for m in money[len(applied.uses) :])
    open_days = [one.due_on for one in owing if any(left.get(one.instalment, (one.maintenance, one.fee)))]
    assert not (unused and open_days)
    assert all(part.to.due_on <= min(open_days) for use in applied.uses for part in use.parts) if open_days else True


@given(amounts, amounts)
def test_one_receipt_for_one_instalment_is_the_usual_case_of_the_general_rule(pence: int, maintenance: int) -> None:
    def rates(territory: str) -> tuple[int, int]:
        return 20, 4

    one = Open(1, ONE, maintenance, (maintenance + 2) // 5, 1, "C-1", "GB", 1, 2, 3, 4)
    nobody = one._replace(instalment=2, due_on=ONE + DAY, maintenance=1, fee=0)
    quick = apply([Money(1, "S.1", ONE, pence, 0)], [one], rates, USUAL)  # type: ignore[arg-type]
    general = apply([Money(1, "S.1", ONE, pence, 0)], [one, nobody], rates, USUAL)  # type: ignore[arg-type]
    assert quick.uses[0].parts[0] == general.uses[0].parts[0]
    assert quick.uses[0].left == general.uses[0].left + sum(
        part.maintenance + part.fee for part in general.uses[0].parts[1:]
    )


def test_the_setting_of_the_split_is_the_laws() -> None:
    assert settings.current().allocation == USUAL
