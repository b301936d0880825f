"""Owen and Priya look after the money: one prepares, the other releases, and nobody guesses."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from childmaintenance.accounts.terms import Role
from childmaintenance.cases import actions as cases
from childmaintenance.cases import queries as case_queries
from childmaintenance.cases.terms import TaskKind
from childmaintenance.cases.tests.test_applying import CASEWORKER
from childmaintenance.collection import actions as collection
from childmaintenance.collection import queries as money
from childmaintenance.collection.tests.bank_files import Bank, Paid
from childmaintenance.collection.tests.families import PAYDAY, given_a_plan, reference_of
from childmaintenance.foundation import clock
from childmaintenance.portals.casework.tests.stories.test_deciding import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def owen(staff_client) -> Client:
    return staff_client(Role.PAYMENTS_OFFICER, name="Owen")


@pytest.fixture
def priya(staff_client) -> Client:
    return staff_client(Role.PAYMENTS_OFFICER, name="Priya")


def given_a_payment(words: str = "") -> str:
    """A case whose first payment has come, with these words on it or the right ones."""
    case = given_a_plan()
    payment = money.next_payment(case).payment
    with clock.travel(payment.due_on):
        collection.start_of_day(on=payment.due_on, by=PAYDAY)
        collection.take_in_statement(
            data=Bank().statement(payment.due_on, Paid(payment.total, words or reference_of(case))), by=PAYDAY
        )
        collection.allocate_waiting(by=PAYDAY)
    return case


def test_one_prepares_and_only_another_releases(owen, priya):
    given_a_payment()
    assert "Prepare a payout file" in text_of(owen.get("/casework/money/payouts"))
    prepared = owen.post("/casework/money/payouts/prepare", follow=True)
    assert "somebody else must release it" in text_of(prepared)
    file = money.payout_files()[0].reference
    refused = owen.post(f"/casework/money/payouts/{file}/release", follow=True)
    assert "needs another person" in text_of(refused)
    assert money.files_to_send() == []
    assert "1 payout" in text_of(priya.get("/casework/"))
    released = priya.post(f"/casework/money/payouts/{file}/release", follow=True)
    assert "Released. The file goes to the bank." in text_of(released)
    again = priya.post(f"/casework/money/payouts/{file}/release", follow=True)
    assert "cannot be released" in text_of(again)
    assert [reference for reference, _body in money.files_to_send()] == [file]


def test_a_file_taken_back_puts_its_money_into_the_next(owen, priya):
    given_a_payment()
    owen.post("/casework/money/payouts/prepare")
    file = money.payout_files()[0].reference
    assert "Enter the reason" in text_of(priya.post(f"/casework/money/payouts/{file}", {"because": ""}))
    priya.post(f"/casework/money/payouts/{file}", {"because": "wrong day"})
    priya.post("/casework/money/payouts/prepare")
    assert money.payout_files()[0].total == money.payout_files()[1].total


def test_nothing_to_pay_out_says_so(owen):
    assert "There is nothing to pay out" in text_of(owen.post("/casework/money/payouts/prepare", follow=True))
    assert "No files yet" in text_of(owen.get("/casework/money/payouts"))


def test_money_with_the_wrong_words_waits_for_a_person_and_a_reason(owen):
    case = given_a_payment("for the kids")
    assert "1 payment, £120.00 in all" in text_of(owen.get("/casework/"))
    listed = owen.get("/casework/money/suspense").content.decode()
    link = re.search(r'href="(/casework/money/suspense/[^"]+)"', listed)[1]
    assert "for the kids" in text_of(owen.get(link))
    assert "There is no case with this number" in text_of(
        owen.post(link, {"case": "C-0000-0000-0", "because": "the name fits"})
    )
    settled = owen.post(link, {"case": case.lower(), "because": "the name and the amount fit"}, follow=True)
    assert "Settled" in text_of(settled)
    assert "Nothing is waiting" in text_of(owen.get("/casework/money/suspense"))
    assert "not waiting any more" in text_of(owen.get(link, follow=True))
    assert money.owed(case).total <= 0
    assert money.money_is_all_there().holds


def test_a_statement_by_hand_is_taken_whole_once_or_refused_with_a_reason(owen):
    case = given_a_plan()
    data = Bank().statement(clock.today(), Paid(120_00, reference_of(case)))
    page = "/casework/money/statements"

    def send(body: bytes) -> str:
        return text_of(owen.post(page, {"file": SimpleUploadedFile("statement.xml", body)}, follow=True))

    assert "Choose the bank" in text_of(owen.post(page))
    assert "Taken in. 1 new entry." in send(data)
    assert "taken in before" in send(data)
    assert "Nothing was taken in. The file is not well-formed" in send(data[:-40])
    assert "Nothing was taken in. An amount is not in pounds" in send(data.replace(b"GBP", b"EUR"))
    assert "Nothing was taken in" in send(b"hello")
    assert "Nothing was taken in. The file carries a document type" in send(
        b'<!DOCTYPE x [<!ENTITY a "aaaa">]><Document>&a;</Document>'
    )


def test_a_task_that_a_person_ends(owen, staff_client):
    case = given_a_plan()
    cases.open_task(
        kind=TaskKind.MISSED_PAYMENT,
        case=case,
        key="missed",
        reason={"due_on": "2026-03-02", "short_pence": 12000},
        by=CASEWORKER,
    )
    rhian = staff_client(Role.CASEWORKER)
    listed = rhian.get("/casework/")
    assert "£120.00 due on 2 March 2026 has not come" in text_of(listed)
    link = re.search(r'href="(/casework/tasks/[^"]+)"', listed.content.decode())[1]
    assert "Enter what you did" in text_of(rhian.post(link, {"outcome": ""}))
    rhian.post(link, {"outcome": "Phoned: he pays on Friday"})
    assert case_queries.work_list(case=case) == []
    assert "done already" in text_of(rhian.get(link, follow=True))


@pytest.mark.parametrize("page", ["suspense", "payouts", "statements"])
def test_a_caseworker_has_nothing_to_do_with_the_money(staff_client, page):
    assert staff_client(Role.CASEWORKER).get(f"/casework/money/{page}").status_code == 403
