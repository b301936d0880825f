"""From a plan to money in the other parent's account, and everything that can happen on the way."""

import datetime as dt

import pytest

from childmaintenance.cases.terms import Side
from childmaintenance.collection import actions, queries
from childmaintenance.collection.terms import HistoryKind
from childmaintenance.collection.tests.bank_files import Bank, Paid
from childmaintenance.collection.tests.families import CLERK, LEADER, PAYDAY, given_a_plan, reference_of
from childmaintenance.foundation import clock

pytestmark = pytest.mark.django_db
MARCH_2 = dt.date(2026, 3, 2)  # a Monday


def live(on: dt.date) -> None:
    actions.start_of_day(on=on, by=PAYDAY)


def take_in(data: bytes):  # type: ignore[no-untyped-def]
    taken = actions.take_in_statement(data=data, by=PAYDAY)
    actions.allocate_waiting(by=PAYDAY)
    return taken


def test_a_week_of_maintenance_reaches_the_other_parent() -> None:
    bank = Bank(balance=1_000_00)
    with clock.travel(MARCH_2):
        case = given_a_plan()
    plan = queries.plan(case)
    assert plan is not None and plan.weekly == 100_00 and len(plan.instalments) == 52
    first = plan.payments[0]
    assert (first.maintenance, first.fee, first.receiving_fee) == (100_00, 20_00, 4_00)
    with clock.travel(first.due_on):
        live(first.due_on)
        assert queries.owed(case).total == 120_00
        taken = take_in(bank.statement(first.due_on, Paid(120_00, reference_of(case))))
        assert (taken.matched, taken.in_suspense) == (1, 0)
        assert queries.owed(case).total == 0
        file = actions.prepare_payouts(on=first.due_on, by=CLERK)
        actions.release_payouts(file=file, by=LEADER)
        [(reference, body)] = queries.files_to_send()
        assert reference == file and b'<InstdAmt Ccy="GBP">96.00</InstdAmt>' in body
        actions.mark_sent(file=file, by=PAYDAY)
        assert queries.files_to_send() == []
        take_in(bank.statement(first.due_on, Paid(-96_00, message=file)))
        assert queries.payout_file(file).left_the_bank == 96_00
    assert [(line.kind, line.amount, line.balance) for line in queries.history(case, Side.PAYING)] == [
        (HistoryKind.CHARGE, 120_00, 120_00),
        (HistoryKind.PAYMENT, -120_00, 0),
    ]
    assert [(line.kind, line.amount, line.fee, line.balance) for line in queries.history(case, Side.RECEIVING)] == [
        (HistoryKind.COLLECTED, 96_00, 4_00, 96_00),
        (HistoryKind.PAID_OUT, -96_00, 0, 0),
    ]
    where = queries.money_is_all_there()
    assert where.holds, where.differences
    assert (where.received, where.maintenance, where.fees) == (120_00, 100_00, 20_00)
