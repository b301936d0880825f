"""Bank statements as files: what is read out of a true one, and why a false one is refused."""

import datetime as dt
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from childmaintenance.collection.bank import camt053
from childmaintenance.collection.bank.sorting import rows_of, sorted_out
from childmaintenance.collection.terms import EntryKind, Refusal, StatementRefused
from childmaintenance.collection.tests.bank_files import OURS, Bank, Paid
from childmaintenance.collection.tests.bank_files import camt053 as made

ON = dt.date(2026, 3, 2)


def read(data: bytes, *, largest: int = 50_000_000, a_transaction: int = 2**20) -> camt053.Statement:
    return camt053.read(data, bban=OURS, largest=largest, a_transaction=a_transaction)


def true_file(*paid: Paid, **changes: object) -> bytes:
    return Bank(balance=500_00).statement(ON, *(paid or (Paid(120_00, "867936319828"), Paid(-20_00))), **changes)


def refusal(data: bytes, **bounds: int) -> Refusal:
    with pytest.raises(StatementRefused) as refused:
        read(data, **bounds)
    assert str(refused.value).startswith(refused.value.reason.label)
    return refused.value.reason


@pytest.mark.parametrize("version", ["02", "03", "04", "05", "06", "07", "08"])
def test_every_version_says_the_same(version: str) -> None:
    bank = Bank(balance=500_00, version=version)
    found = read(
        bank.statement(ON, Paid(120_00, "REF 867936319828", name="Siân O'Neill & Sons", end_to_end="E-1"), Paid(-20_05))
    )
    assert (found.opening, found.closing, found.last_day, found.first_day) == (500_00, 599_95, ON, ON)
    assert (found.account, found.number, found.sequence) == (OURS, f"{OURS}-00001", "1")
    money_in, money_out = found.lines
    assert (money_in.credit, money_in.pence, money_in.booked_on, money_in.code) == (True, 120_00, ON, "RCDT/DMCT")
    [detail] = money_in.details
    assert (detail.words, detail.party_name, detail.end_to_end) == ("REF 867936319828", "Siân O'Neill & Sons", "E-1")
    assert (money_out.credit, money_out.pence) == (False, 20_05)
    assert money_out.details[0].end_to_end == ""


def test_an_iban_of_ours_is_our_account() -> None:
    data = true_file().replace(f"<Othr><Id>{OURS}</Id></Othr>".encode(), f"<IBAN>GB33TEST{OURS}</IBAN>".encode())
    assert read(data).account == f"GB33TEST{OURS}"


def test_a_day_without_entries_is_a_statement_too() -> None:
    found = read(Bank(balance=7).statement(ON))
    assert (found.opening, found.closing, found.lines) == (7, 7, ())


def test_a_balance_may_be_below_nought() -> None:
    found = read(Bank(balance=-5_00).statement(ON, Paid(-1_00)))
    assert (found.opening, found.closing) == (-5_00, -6_00)


def test_an_amount_may_be_written_with_one_decimal_or_none() -> None:
    found = read(true_file(Paid(120_50, amount="120.5"), Paid(7_00, amount="7"), Paid(1_10, amount="1.10000")))
    assert [line.pence for line in found.lines] == [120_50, 7_00, 1_10]


def test_a_credit_that_gathers_receipts_is_one_row_for_each() -> None:
    parts = (Paid(30_00, "111111111111", "T1"), Paid(45_00, "222222222222", "T2"))
    [line] = read(true_file(Paid(75_00, parts=parts, bank_reference="B1"))).lines
    assert [(reference, pence, detail.words) for reference, pence, detail in rows_of(line)] == [
        ("T1", 30_00, "111111111111"),
        ("T2", 45_00, "222222222222"),
    ]


def test_a_batch_of_payouts_stays_one_row() -> None:
    parts = tuple(Paid(-10_00, end_to_end=f"F-{n}") for n in range(3))
    [line] = read(true_file(Paid(-30_00, parts=parts, message="F-FILE"))).lines
    assert line.message == "F-FILE"
    assert [pence for _, pence, _ in rows_of(line)] == [30_00]
    assert sorted_out(line) == EntryKind.PAYOUT


@pytest.mark.parametrize(
    ("paid", "kind"),
    [
        (Paid(5), EntryKind.RECEIPT),
        (Paid(-5), EntryKind.PAYOUT),
        (Paid(-5, reversal=True), EntryKind.RECEIPT_RETURNED),
        (Paid(-5, reason="MD07"), EntryKind.RECEIPT_RETURNED),
        (Paid(-5, code="RCDT/RRTN"), EntryKind.RECEIPT_RETURNED),
        (Paid(5, reversal=True, reason="AC04"), EntryKind.PAYOUT_RETURNED),
        (Paid(5, code="ICDT/RRTN"), EntryKind.PAYOUT_RETURNED),
    ],
)
def test_what_an_entry_claims_to_be(paid: Paid, kind: EntryKind) -> None:
    [line] = read(true_file(paid)).lines
    assert sorted_out(line) == kind


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BOMB = f'<!DOCTYPE Document [<!ENTITY l0 "ha">{LAUGHS}]>'.encode()
OUTSIDE = b'<!DOCTYPE Document [<!ENTITY out SYSTEM "file:///etc/passwd">]>'
REMOTE = b'<!DOCTYPE Document SYSTEM "http://127.0.0.1:9/statement.dtd">'
NAME = b"<Nm>A PAYER</Nm>"


def with_type(kind: bytes, used: bytes = b"<Nm>A PAYER</Nm>") -> bytes:
    return true_file().replace(b"<Document", kind + b"<Document", 1).replace(NAME, used, 1)


FALSE = {
    "nothing": (b"", Refusal.EMPTY),
    "only spaces": (b"  \n ", Refusal.EMPTY),
    "words": (b"Dear customer, no statement today.", Refusal.NOT_XML),
    "zeros": (b"\x00" * 100, Refusal.NOT_XML),
    "half a file": (true_file()[: len(true_file()) * 2 // 3], Refusal.MALFORMED),
    "all but the last letter": (true_file()[:-1], Refusal.MALFORMED),
    "a tag closed by another": (true_file().replace(b"</Stmt>", b"</Statement>"), Refusal.MALFORMED),
    "something after the end": (true_file() + b"<more/>", Refusal.MALFORMED),
    "an undefined entity": (true_file().replace(NAME, b"<Nm>&who;</Nm>", 1), Refusal.MALFORMED),
    "a bomb of entities": (with_type(BOMB, b"<Nm>&l9;</Nm>"), Refusal.DOCUMENT_TYPE),
    "a file of ours as entity": (with_type(OUTSIDE, b"<Nm>&out;</Nm>"), Refusal.DOCUMENT_TYPE),
    "a document type elsewhere": (with_type(REMOTE), Refusal.DOCUMENT_TYPE),
    "another encoding": (true_file().replace(b'encoding="UTF-8"', b'encoding="ISO-8859-1"'), Refusal.ENCODING),
    "two bytes a letter": (true_file().decode().replace("UTF-8", "UTF-16").encode("utf-16"), Refusal.ENCODING),
    "letters that are not UTF-8": (true_file().replace(b"A PAYER", b"A \xff\xfe", 1), Refusal.MALFORMED),
    "HTML": (b"<html><body>Sign in</body></html>", Refusal.NOT_A_STATEMENT),
    "another message": (true_file().replace(b"camt.053.001.08", b"camt.054.001.08"), Refusal.NOT_A_STATEMENT),
    "a version nobody knows": (true_file().replace(b"camt.053.001.08", b"camt.053.001.99"), Refusal.VERSION),
    "no statement inside": (
        b'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt/></Document>',
        Refusal.NOT_ONE_STATEMENT,
    ),
    "two statements": (
        true_file().replace(b"</Stmt>", b"</Stmt><Stmt><Id>2</Id></Stmt>"),
        Refusal.NOT_ONE_STATEMENT,
    ),
    "the second page": (
        true_file(page="<MsgPgntn><PgNb>2</PgNb><LastPgInd>true</LastPgInd></MsgPgntn>"),
        Refusal.NOT_THE_WHOLE,
    ),
    "more pages to come": (
        true_file(page="<MsgPgntn><PgNb>1</PgNb><LastPgInd>false</LastPgInd></MsgPgntn>"),
        Refusal.NOT_THE_WHOLE,
    ),
    "another account": (true_file(account="20999900000000"), Refusal.WRONG_ACCOUNT),
    "another currency": (true_file().replace(b'Ccy="GBP"', b'Ccy="EUR"'), Refusal.WRONG_CURRENCY),
    "one entry in another currency": (true_file(Paid(5, currency="EUR")), Refusal.WRONG_CURRENCY),
    "an account in another currency": (true_file(currency="EUR"), Refusal.WRONG_CURRENCY),
    "no currency": (true_file().replace(b' Ccy="GBP"', b"", 1), Refusal.WRONG_CURRENCY),
    "no account": (true_file(account=""), Refusal.MISSING),
    "no number": (true_file().replace(f"<Id>{OURS}-00001</Id>".encode(), b""), Refusal.MISSING),
    "no message id": (true_file().replace(b"<MsgId>MSG-00001</MsgId>", b""), Refusal.MISSING),
    "no closing balance": (true_file().replace(b"CLBD", b"ITBD"), Refusal.MISSING),
    "no opening balance": (true_file().replace(b"OPBD", b"ITBD"), Refusal.MISSING),
    "an entry without a reference": (true_file(Paid(5, bank_reference="-")), Refusal.MISSING),
    "an entry without a side": (
        true_file().replace(b"<CdtDbtInd>CRDT</CdtDbtInd><RvslInd>", b"<RvslInd>", 1),
        Refusal.MISSING,
    ),
    "a side nobody knows": (
        true_file().replace(b"<CdtDbtInd>CRDT</CdtDbtInd><RvslInd>", b"<CdtDbtInd>LEFT</CdtDbtInd><RvslInd>", 1),
        Refusal.MISSING,
    ),
    "an amount below nought": (true_file(Paid(5_00, amount="-5.00")), Refusal.NOT_AN_AMOUNT),
    "an amount of nought": (true_file(Paid(0, amount="0.00")), Refusal.NOT_AN_AMOUNT),
    "a fraction of a penny": (true_file(Paid(5_00, amount="5.005")), Refusal.NOT_AN_AMOUNT),
    "an amount in figures of another script": (true_file(Paid(5_00, amount="٥.٠٠")), Refusal.NOT_AN_AMOUNT),
    "an amount with an exponent": (true_file(Paid(5_00, amount="5e2")), Refusal.NOT_AN_AMOUNT),
    "more money than there is": (true_file(Paid(5_00, amount="9" * 20)), Refusal.NOT_AN_AMOUNT),
    "a day that is not": (
        true_file().replace(b"<Dt>2026-03-02</Dt></BookgDt>", b"<Dt>2026-02-30</Dt></BookgDt>"),
        Refusal.NOT_A_DATE,
    ),
    "not a day at all": (
        true_file().replace(b"<Dt>2026-03-02</Dt></BookgDt>", b"<Dt>Monday</Dt></BookgDt>"),
        Refusal.NOT_A_DATE,
    ),
    "no booking day": (true_file().replace(b"<BookgDt><Dt>2026-03-02</Dt></BookgDt>", b""), Refusal.MISSING),
    "a name of ten thousand letters": (true_file(Paid(5_00, name="x" * 10_000)), Refusal.TOO_LONG),
    "an entry that is only expected": (true_file(Paid(5_00, status="PDNG")), Refusal.NOT_BOOKED),
    "an entry without a status": (true_file(Paid(5_00, status="")), Refusal.NOT_BOOKED),
    "parts that do not add up": (true_file(Paid(75_00, parts=(Paid(30_00), Paid(44_00)))), Refusal.PARTS_DO_NOT_ADD_UP),
    "one part of another amount": (true_file(Paid(75_00, parts=(Paid(74_00),))), Refusal.PARTS_DO_NOT_ADD_UP),
    "a closing balance a penny off": (true_file(closing=600_01), Refusal.DOES_NOT_ADD_UP),
    "a summary of fewer entries": (
        true_file().replace(b"<NbOfNtries>2<", b"<NbOfNtries>1<"),
        Refusal.SUMMARY_DIFFERS,
    ),
    "a summary of another sum": (true_file().replace(b"<Sum>140.00<", b"<Sum>140.01<"), Refusal.SUMMARY_DIFFERS),
    "an amount said twice": (
        true_file().replace(
            b"<CdtDbtInd>CRDT</CdtDbtInd><RvslInd>",
            b"<CdtDbtInd>CRDT</CdtDbtInd><CdtDbtInd>DBIT</CdtDbtInd><RvslInd>",
            1,
        ),
        Refusal.NOT_A_STATEMENT,
    ),
    "very deep": (
        true_file().replace(b"<Stmt>", b"<Stmt>" + b"<x>" * 5000, 1).replace(b"</Stmt>", b"</x>" * 5000 + b"</Stmt>"),
        Refusal.MALFORMED,
    ),
}


@pytest.mark.parametrize(("data", "reason"), FALSE.values(), ids=FALSE.keys())
def test_a_false_file_is_refused_by_name(data: bytes, reason: Refusal) -> None:
    assert refusal(data) == reason


def test_every_reason_of_a_file_has_a_test_here() -> None:
    from_the_books = {Refusal.ENTRY_TWICE, Refusal.OTHER_CONTENT, Refusal.ENTRY_CHANGED}
    tested = {reason for _, reason in FALSE.values()} | {Refusal.TOO_LARGE, Refusal.PADDED}
    assert tested | from_the_books == set(Refusal)


def test_a_file_that_is_too_large_is_not_looked_at() -> None:
    assert refusal(true_file(), largest=1000) == Refusal.TOO_LARGE


@pytest.mark.parametrize(
    "where", [b"</Stmt>", b"<Ntry>", b"<GrpHdr>"], ids=["at the end", "before an entry", "at the head"]
)
@pytest.mark.parametrize(
    "pad", [b"<AddtlStmtInf>" + b"x" * 400 + b"</AddtlStmtInf>", b"<a/>", b"<!-- " + b"y" * 500 + b" -->", b" " * 500]
)
def test_padding_is_refused_before_it_hurts(where: bytes, pad: bytes) -> None:
    data = true_file().replace(where, pad * (40_000_000 // len(pad)) + where, 1)
    tracemalloc.start()
    assert refusal(data) == Refusal.PADDED
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 20_000_000


def test_one_endless_text_is_refused() -> None:
    data = true_file().replace(NAME, b"<Nm>" + b"x" * 30_000_000 + b"</Nm>", 1)
    assert refusal(data) in (Refusal.PADDED, Refusal.TOO_LONG)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_whatever_happens_to_a_file_it_is_read_or_refused(data: st.DataObject) -> None:
    body = bytearray(true_file())
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(body) - 1))
        match data.draw(st.sampled_from(["change", "cut", "repeat", "insert"])):
            case "change":
                body[place] = data.draw(st.integers(0, 255))
            case "cut":
                del body[place : place + data.draw(st.integers(1, 200))]
            case "repeat":
                body[place:place] = body[place : place + data.draw(st.integers(1, 200))]
            case "insert":
                body[place:place] = data.draw(st.binary(max_size=20))
        if not body:
            break
    try:
        found = read(bytes(body))
    except StatementRefused:
        return
    moved = sum(line.pence if line.credit else -line.pence for line in found.lines)
    assert found.opening + moved == found.closing


def test_a_file_made_by_hand_is_read() -> None:
    data = made(ON, [Paid(1, "w", "R1")], number="S-00001", opening=0, closing=1, summary=False)
    assert read(data).lines[0].bank_reference == "R1"
