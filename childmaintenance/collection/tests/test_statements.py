"""Taking statements in: once, whole, in any order, and what is not a receipt."""

import datetime as dt
import threading

import pytest
from django.db import connections

from childmaintenance.cases import queries as cases
from childmaintenance.cases.terms import Side, TaskKind
from childmaintenance.collection import actions, queries
from childmaintenance.collection.terms import EntryKind, HistoryKind, Refusal, StatementRefused
from childmaintenance.collection.tests.bank_files import OURS, Bank, Paid, camt053
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
from childmaintenance.collection.tests.families import PAYDAY, given_a_plan
from childmaintenance.foundation import clock
from childmaintenance.ledger import queries as ledger
from childmaintenance.ledger.terms import AccountKind


@pytest.fixture
def bank() -> Bank:
    return Bank(balance=1_000_00)


@pytest.fixture
def case(db: None) -> str:
    with clock.travel(MARCH_2):
        return given_a_plan()


def take_in(data: bytes):  # type: ignore[no-untyped-def]
    return actions.take_in_statement(data=data, by=PAYDAY)


def test_the_same_file_again_changes_nothing(case: str, bank: Bank) -> None:
    on = first_day(case)
    morning(on)
    data = bank.statement(on, pays(case, 120_00))
    first = take_in(data)
    again = take_in(data)
    assert again.again and again.statement == first.statement
    assert queries.statement_file(first.statement) == data
    assert len(queries.entries_of(first.statement)) == 1
    assert ledger.balance(AccountKind.BANK, "") == 120_00
    all_there()


def test_the_same_number_with_other_content_is_refused(case: str, bank: Bank) -> None:
    on = first_day(case)
    take_in(bank.statement(on, pays(case, 120_00)))
    before = ledger.balance(AccountKind.BANK, "")
    bank.number -= 1
    with pytest.raises(StatementRefused) as refused:
        take_in(bank.statement(on + DAY, pays(case, 50_00)))
    assert refused.value.reason == Refusal.OTHER_CONTENT
    assert ledger.balance(AccountKind.BANK, "") == before
    all_there()


def test_a_statement_that_overlaps_brings_only_what_is_new(case: str, bank: Bank) -> None:
    on = first_day(case)
    first = evening(bank, on, pays(case, 120_00))
    known = bank.kept
    data = camt053(
        on + DAY,
        [*known, Paid(30_00, known[0].words, "NEW-1")],
        number=f"{OURS}-00002",
        opening=1_000_00,
        closing=1_150_00,
    ).replace(f"<BookgDt><Dt>{on + DAY}".encode(), f"<BookgDt><Dt>{on}".encode(), 1)
    taken = take_in(data)
    assert (taken.new_entries, taken.known_entries, taken.follows) == (1, 1, True)
    assert [entry.pence for entry in queries.entries_of(taken.statement)] == [30_00]
    assert [entry.pence for entry in queries.entries_of(first.statement)] == [120_00]
    assert ledger.balance(AccountKind.BANK, "") == 150_00
    all_there()


def test_an_entry_that_changed_is_refused(case: str, bank: Bank) -> None:
    on = first_day(case)
    evening(bank, on, pays(case, 120_00, bank_reference="R-1"))
    with pytest.raises(StatementRefused) as refused:
        take_in(bank.statement(on, pays(case, 121_00, bank_reference="R-1")))
    assert refused.value.reason == Refusal.ENTRY_CHANGED
    all_there()


def test_an_entry_twice_in_a_file_is_refused(case: str, bank: Bank) -> None:
    with pytest.raises(StatementRefused) as refused:
        take_in(bank.statement(MARCH_2, Paid(1, "a", "R-1"), Paid(1, "a", "R-1")))
    assert refused.value.reason == Refusal.ENTRY_TWICE
    assert ledger.balance(AccountKind.BANK, "") == 0


def test_a_refused_file_leaves_nothing_behind(case: str, bank: Bank) -> None:
    with pytest.raises(StatementRefused):
        take_in(bank.statement(MARCH_2, pays(case, 120_00), closing=1))
    assert queries.suspense() == [] and ledger.trial_balance().by_kind == {}


def test_a_missing_statement_is_noticed(case: str, bank: Bank) -> None:
    assert evening(bank, MARCH_2, pays(case, 1_00)).follows
    late = bank.statement(MARCH_2 + DAY, pays(case, 2_00))
    taken = evening(bank, MARCH_2 + 2 * DAY, pays(case, 4_00))
    assert not taken.follows
    assert queries.statements_that_do_not_follow() == [taken.statement]
    take_in(late)
    assert ledger.balance(AccountKind.BANK, "") == 7_00
    all_there()


def test_several_receipts_in_one_entry_are_each_somebodys(case: str, bank: Bank) -> None:
    on = first_day(case)
    parts = (pays(case, 120_00, bank_reference="T1"), Paid(9_00, "?", "T2"))
    taken = evening(bank, on, Paid(129_00, parts=parts))
    assert (taken.new_entries, taken.matched, taken.in_suspense) == (2, 1, 1)
    all_there()


def test_what_agrees_with_nothing_of_ours_waits_for_a_person(case: str, bank: Bank) -> None:
    on = first_day(case)
    taken = evening(
        bank,
        on,
        Paid(-5_00, code="ACMT/CHRG"),
        Paid(-96_00, message="F-0000-0000-0"),
        Paid(-50_00, reversal=True, reason="MD07", names="NEVER-SEEN"),
        Paid(96_00, reversal=True, reason="AC04", end_to_end="F-0000-0000-0-1"),
    )
    assert taken.in_suspense == 4
    assert {record.entry.kind for record in queries.suspense()} == {EntryKind.OTHER}
    assert ledger.balance(AccountKind.BANK, "") == -55_00
    all_there()


# ---- Money that comes back -------------------------------------------------------------------------------------------


def test_a_receipt_taken_back_is_owed_again(case: str, bank: Bank) -> None:
    on = first_day(case)
    morning(on)
    evening(bank, on, pays(case, 120_00))
    [paid] = bank.kept
    evening(bank, on + DAY, Paid(-120_00, reversal=True, reason="MD07", names=paid.bank_reference))
    assert queries.owed(case).total == 120_00
    lines = queries.history(case, Side.PAYING)
    assert [(line.kind, line.amount, line.corrected) for line in lines] == [
        (HistoryKind.CHARGE, 120_00, False),
        (HistoryKind.PAYMENT, -120_00, True),
        (HistoryKind.PAYMENT_RETURNED, 120_00, False),
    ]
    assert [line.kind for line in queries.history(case, Side.RECEIVING)] == [
        HistoryKind.COLLECTED,
        HistoryKind.COLLECTED_RETURNED,
    ]
    assert cases.work_list(kinds=[TaskKind.RETURNED_RECEIPT]) == []
    assert payday(on + DAY) is None
    record = queries.bank_entry(lines[1].about)
    assert (record.returned_on, record.pence) == (on + DAY, 120_00)
    all_there()


def test_a_receipt_taken_back_after_it_was_paid_out_is_recovered_from_what_comes_later(case: str, bank: Bank) -> None:
    on = first_day(case)
    morning(on)
    evening(bank, on, pays(case, 120_00))
    [paid] = bank.kept
    payday(on)
    evening(bank, on + DAY, Paid(-120_00, reversal=True, reason="MD07", names=paid.bank_reference))
    [task] = cases.work_list(kinds=[TaskKind.RETURNED_RECEIPT])
    assert (task.case, task.reason["short_pence"]) == (case, 96_00)
    assert queries.history(case, Side.RECEIVING)[-1].balance == -96_00
    all_there()
    morning(on + WEEK)
    evening(bank, on + WEEK, pays(case, 240_00))
    payday(on + WEEK)
    assert [payout.pence for payout in queries.payouts_of(case)] == [96_00, 96_00]
    assert queries.history(case, Side.RECEIVING)[-1].balance == 0
    all_there()


def test_a_receipt_and_its_return_in_one_file(case: str, bank: Bank) -> None:
    on = first_day(case)
    morning(on)
    taken = evening(
        bank,
        on,
        pays(case, 120_00, bank_reference="R-1"),
        Paid(-120_00, reversal=True, reason="MD07", names="R-1"),
    )
    assert taken.new_entries == 2
    assert queries.owed(case).total == 120_00
    all_there()


def test_a_return_that_names_only_the_end_to_end_reference_is_found_when_it_is_the_only_one(
    case: str, bank: Bank
) -> None:
    on = first_day(case)
    morning(on)
    evening(bank, on, pays(case, 60_00, end_to_end="SO-1"), pays(case, 60_00, end_to_end="SO-2"))
    evening(bank, on + DAY, Paid(-60_00, reversal=True, reason="MD07", end_to_end="SO-2", names="?"))
    assert queries.owed(case).total == 60_00
    evening(bank, on + DAY, pays(case, 60_00, end_to_end="SO-1"))
    evening(bank, on + 2 * DAY, Paid(-60_00, reversal=True, reason="MD07", end_to_end="SO-1", names="?"))
    assert len(queries.suspense()) == 1  # two would fit, and nobody guesses
    all_there()


def test_the_same_receipt_is_taken_back_once(case: str, bank: Bank) -> None:
    on = first_day(case)
    evening(bank, on, pays(case, 120_00, bank_reference="R-1"))
    for day in (1, 2):
        evening(bank, on + day * DAY, Paid(-120_00, reversal=True, reason="MD07", names="R-1"))
    assert len(queries.suspense()) == 1
    all_there()


def test_a_part_of_a_receipt_taken_back_waits_for_a_person(case: str, bank: Bank) -> None:
    on = first_day(case)
    morning(on)
    evening(bank, on, pays(case, 120_00, bank_reference="R-1"))
    evening(bank, on + DAY, Paid(-20_00, reversal=True, reason="MD07", names="R-1"))
    assert queries.owed(case).total == 0 and len(queries.suspense()) == 1
    all_there()


def test_money_taken_back_out_of_suspense_needs_nobody(case: str, bank: Bank) -> None:
    evening(bank, MARCH_2, Paid(5_00, "?", "R-1"))
    evening(bank, MARCH_2 + DAY, Paid(-5_00, reversal=True, reason="MD07", names="R-1"))
    assert queries.suspense() == [] and cases.work_list(kinds=[TaskKind.SUSPENSE]) == []
    assert ledger.balance(AccountKind.BANK, "") == 0
    all_there()


def test_a_receipt_settled_by_a_person_can_be_taken_back_too(case: str, bank: Bank) -> None:
    from childmaintenance.collection.tests.families import CASEWORKER

    on = first_day(case)
    morning(on)
    evening(bank, on, Paid(120_00, "?", "R-1"))
    [waiting] = queries.suspense()
    payer = cases.case(case).paying_parent
    actions.settle_suspense(receipt=waiting.entry.reference, paying_parent=payer, because="rang", by=CASEWORKER)
    assert queries.owed(case).total == 0
    evening(bank, on + DAY, Paid(-120_00, reversal=True, reason="MD07", names="R-1"))
    assert queries.owed(case).total == 120_00 and queries.suspense() == []
    all_there()


def test_other_money_that_is_held_pays_what_the_returned_receipt_had_paid(case: str, bank: Bank) -> None:
    on = first_day(case)
    morning(on)
    evening(bank, on, pays(case, 120_00, bank_reference="R-1"))
    evening(bank, on + DAY, pays(case, 100_00))
    evening(bank, on + 2 * DAY, Paid(-120_00, reversal=True, reason="MD07", names="R-1"))
    assert queries.owed(case).total == 20_00
    assert queries.credit(cases.case(case).paying_parent) == 0
    all_there()


# ---- Two at once -----------------------------------------------------------------------------------------------------


def test_the_same_file_delivered_by_two_at_once_is_taken_in_once(own_database: str, bank: Bank) -> None:
    with clock.travel(MARCH_2):
        case = given_a_plan()
    on = first_day(case)
    morning(on)
    data = bank.statement(on, *(pays(case, 1_00 + n) for n in range(40)))
    both_are_ready, taken = threading.Barrier(2), []

    def deliver() -> None:
        with clock.travel(on):
            both_are_ready.wait(10)
            taken.append(take_in(data))
            actions.allocate_waiting(by=PAYDAY)
        connections.close_all()

    threads = [threading.Thread(target=deliver) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(one.again for one in taken) == [False, True]
    actions.allocate_waiting(by=PAYDAY)
    where = queries.money_is_all_there()
    assert where.holds, where.differences
    assert where.received == sum(1_00 + n for n in range(40))


def test_days_are_dates_of_the_bank(case: str, bank: Bank) -> None:
    booked = dt.date(2026, 3, 1)
    taken = evening(bank, MARCH_2, pays(case, 1_00, booked_on=booked))
    assert queries.entries_of(taken.statement)[0].booked_on == booked
