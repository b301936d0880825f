"""What the bank makes of payout files, good and bad."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from childmaintenance.portals.machines.bank.stand_in import Account, Bank
from childmaintenance.portals.machines.bank.stand_in.words import Kind

from .files import entries, payout_file

MONDAY = date(2026, 3, 2)
CATRIN = ("57.60", "Catrin Morfudd", "00000300000007", "E1")
AMINA = ("0.10", "Amina Rahmani-Wells", "00000400000008", "E2")


def drop(bank: Bank, name: str, body: bytes) -> None:
    (bank.payouts / name).write_bytes(body)


def test_a_batch_is_one_entry_with_every_payment_in_it(bank: Bank) -> None:
    drop(bank, "a.xml", payout_file([CATRIN, AMINA], on=MONDAY))
    [line] = entries(bank.end_day(MONDAY))
    assert (line.pence, line.codes) == (-57_70, "ICDT/DMCT")
    assert (line.names, line.end_to_end) == (("Catrin Morfudd", "Amina Rahmani-Wells"), ("E1", "E2"))
    assert bank.books().total(Kind.OUT) == -57_70
    assert (bank.payouts / "executed" / "a.xml").exists()


def test_single_booking_is_one_entry_a_payment(bank: Bank) -> None:
    drop(bank, "a.xml", payout_file([CATRIN, AMINA], on=MONDAY, batch=False))
    assert [line.pence for line in entries(bank.end_day(MONDAY))] == [-57_60, -10]


def test_a_payment_to_a_closed_account_comes_back_the_next_day(bank: Bank) -> None:
    bank.close_somebodys_account(Account("Catrin Morfudd", "000003", "00000007"))
    drop(bank, "a.xml", payout_file([CATRIN, AMINA], on=MONDAY))
    assert [line.pence for line in entries(bank.end_day(MONDAY))] == [-57_70]
    [back] = entries(bank.end_day(MONDAY + timedelta(days=1)))
    assert (back.pence, back.reason, back.end_to_end, back.reversal) == (57_60, "AC04", ("E1",), True)
    assert bank.books().balance == 1_000_00 - 10


def test_a_file_for_tomorrow_waits(bank: Bank) -> None:
    drop(bank, "a.xml", payout_file([CATRIN], on=MONDAY + timedelta(days=1)))
    assert entries(bank.end_day(MONDAY)) == []
    assert len(entries(bank.end_day(MONDAY + timedelta(days=1)))) == 1


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (payout_file([CATRIN], on=MONDAY, count=2), "number of payments"),
        (payout_file([CATRIN], on=MONDAY, total="57.61"), "control sum"),
        (payout_file([CATRIN], on=MONDAY, account="00000199999999"), "not yours"),
        (payout_file([CATRIN], on=MONDAY, currency="EUR"), "not in pounds"),
        (payout_file([("0.00", *CATRIN[1:])], on=MONDAY), "nought or less"),
        (payout_file([("57.605", *CATRIN[1:])], on=MONDAY, total="57.60"), "fraction of a penny"),
        (payout_file([CATRIN, CATRIN], on=MONDAY), "twice"),
        (payout_file([], on=MONDAY), "number of payments"),
        (payout_file([("5000.00", *CATRIN[1:])], on=MONDAY), "not enough money"),
        (payout_file([(*CATRIN[:2], "1234", "E1")], on=MONDAY), "not a sort code"),
        (payout_file([CATRIN], on=MONDAY)[:-40], "not well-formed"),
        (b"<Document/>", "not pain.001.001.09"),
        (b'<!DOCTYPE D [<!ENTITY a "b">]>' + payout_file([CATRIN], on=MONDAY).split(b"?>")[1], "document type"),
    ],
)
def test_a_file_that_is_wrong_is_refused_whole_with_the_reason_beside_it(bank: Bank, body: bytes, why: str) -> None:
    drop(bank, "bad.xml", body)
    assert entries(bank.end_day(MONDAY)) == []
    assert why in (bank.payouts / "refused" / "bad.xml.reason.txt").read_text()
    assert (bank.payouts / "refused" / "bad.xml").read_bytes() == body
    assert bank.books().balance == 1_000_00


def test_a_message_id_is_executed_once(bank: Bank) -> None:
    drop(bank, "a.xml", payout_file([CATRIN], on=MONDAY))
    bank.end_day(MONDAY)
    drop(bank, "a.xml", payout_file([CATRIN], on=MONDAY))
    drop(bank, "b.xml", payout_file([AMINA], on=MONDAY))
    assert entries(bank.end_day(MONDAY + timedelta(days=1))) == []
    assert sorted(file.name for file in (bank.payouts / "refused").glob("*.xml")) == ["a.xml", "b.xml"]
    assert bank.books().balance == 1_000_00 - 57_60


def test_a_bank_killed_before_putting_a_file_away_does_not_pay_it_again(bank: Bank) -> None:
    drop(bank, "a.xml", payout_file([CATRIN], on=MONDAY))
    bank.end_day(MONDAY)
    (bank.payouts / "executed" / "a.xml").rename(bank.payouts / "a.xml")
    assert entries(bank.end_day(MONDAY + timedelta(days=1))) == []
    assert (bank.payouts / "executed" / "a.xml").exists()


def test_money_of_the_same_day_may_be_paid_out(bank: Bank) -> None:
    payer = Account("A Person", "000005", "00000009")
    bank.pay_in(on=MONDAY, pence=5_000_00, payer=payer, words="x")
    drop(bank, "a.xml", payout_file([("5999.99", *CATRIN[1:])], on=MONDAY))
    assert [line.pence for line in entries(bank.end_day(MONDAY))] == [5_000_00, -5_999_99]
