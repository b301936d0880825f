"""Every way in which a statement can be spoiled, and that the true one is never lost."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from lxml import etree

from childmaintenance.portals.machines.bank.stand_in import Account, Bank, Mischief
from childmaintenance.portals.machines.bank.stand_in.words import SPOILING

from .files import balances, entries

MONDAY = date(2026, 3, 2)
GARETH = Account("G BEVAN-TREMLOW", "000002", "00000101")


def end_with(bank: Bank, how: Mischief, on: date = MONDAY) -> bytes:
    bank.pay_in(on=on, pence=120_00, payer=GARETH, words="123456789012")
    bank.misbehave(how, on=on)
    return bank.end_day(on).read_bytes()


def test_the_same_file_comes_twice_under_two_names(bank: Bank) -> None:
    end_with(bank, Mischief.SAME_FILE_AGAIN)
    one, other = sorted(bank.statements.glob("*.xml"))
    assert one.read_bytes() == other.read_bytes()


def test_an_overlapping_statement_repeats_yesterdays_entries_and_still_adds_up(bank: Bank) -> None:
    end_with(bank, Mischief.NONE)
    end_with(bank, Mischief.OVERLAP, MONDAY + timedelta(days=1))
    first, second = sorted(bank.statements.glob("*.xml"))
    assert entries(second)[0] == entries(first)[0]
    assert len(entries(second)) == 2
    assert balances(second) == (1_000_00, 1_240_00)
    third = bank.end_day(MONDAY + timedelta(days=2))
    assert balances(third) == (1_240_00, 1_240_00)


@pytest.mark.parametrize("how", sorted(SPOILING))
def test_a_spoiled_statement_is_followed_by_the_true_one_when_asked(bank: Bank, how: Mischief) -> None:
    spoiled = end_with(bank, how)
    true = bank.send_again(MONDAY)
    assert spoiled != true.read_bytes()
    assert [line.pence for line in entries(true)] == [120_00]
    assert balances(true) == (1_000_00, 1_120_00)


@pytest.mark.parametrize("how", [Mischief.TRUNCATED, Mischief.MALFORMED, Mischief.EMPTY, Mischief.NOT_XML])
def test_these_are_not_well_formed(bank: Bank, how: Mischief) -> None:
    with pytest.raises(etree.XMLSyntaxError):
        etree.fromstring(end_with(bank, how))


def test_the_rest_are_wrong_in_the_one_way_they_are_named_for(bank: Bank) -> None:
    said = {how: end_with(bank, how, MONDAY + timedelta(days=day)) for day, how in enumerate(sorted(SPOILING))}
    assert b"<!ENTITY l9" in said[Mischief.ENTITY_EXPANSION] and b"&l9;" in said[Mischief.ENTITY_EXPANSION]
    assert b"file:///etc/passwd" in said[Mischief.EXTERNAL_ENTITY] and b"&outside;" in said[Mischief.EXTERNAL_ENTITY]
    assert len(said[Mischief.HUGE]) > 40 * 1024 * 1024
    assert b"GBP" not in said[Mischief.WRONG_CURRENCY]
    assert b'<Amt Ccy="GBP">-120.00' in said[Mischief.NEGATIVE_AMOUNT]
    assert b'<Amt Ccy="GBP">120.005' in said[Mischief.FRACTION_OF_A_PENNY]
    assert b"00000100000042" not in said[Mischief.WRONG_ACCOUNT]
    assert said[Mischief.NO_REFERENCE].count(b"<AcctSvcrRef>") == 1


def test_wrong_balances_are_a_pound_out(bank: Bank) -> None:
    end_with(bank, Mischief.WRONG_BALANCES)
    [file] = bank.statements.glob("*.xml")
    opening, closing = balances(file)
    assert closing - opening - sum(line.pence for line in entries(file)) == 1_00
