"""Killed at any moment, told twice, asked by two at once: nothing is lost and nothing is done twice."""

import datetime as dt
import os
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, connections

from childmaintenance.cases import queries as cases
from childmaintenance.collection import actions, queries
from childmaintenance.collection.jobs import allocate
from childmaintenance.collection.tests.bank_files import Bank, Paid
from childmaintenance.collection.tests.families import PAYDAY, given_a_plan, reference_of
from childmaintenance.foundation import clock
from childmaintenance.ledger import queries as ledger

pytestmark = pytest.mark.slow

PARENTS = 24
KILLS = 50
KILLED = "childmaintenance.collection.tests.payday_to_kill"
WEEK = dt.timedelta(days=7)
MONDAY = dt.date(2026, 3, 2)


def given_parents(number: int) -> list[str]:
    with clock.travel(MONDAY):
        return [given_a_plan(one) for one in range(1, number + 1)]


def first_day(all_cases: list[str]) -> dt.date:
    """The first pay day of the plans, which all have the same."""
    with clock.travel(MONDAY):
        return queries.next_payment(all_cases[0]).payment.due_on


def everybody_pays(bank: Bank, on: dt.date, all_cases: list[str]) -> bytes:
    """A statement in which each pays what a week costs, and somebody unknown pays too."""
    paid = [Paid(120_00, reference_of(case)) for case in all_cases]
    return bank.statement(on, *paid, Paid(5_00, "who knows"))


def the_books_are_right(all_cases: list[str], weeks: int) -> None:
    where = queries.money_is_all_there()
    assert where.holds, where.differences
    assert where.received == weeks * (len(all_cases) * 120_00 + 5_00)
    assert where.suspense == weeks * 5_00
    assert sum(ledger.trial_balance().by_kind.values()) == 0
    assert {queries.owed(case).total for case in all_cases} == {0}
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*), count(DISTINCT entry_id), sum(maintenance + fee) FROM collection_allocation")
        assert cursor.fetchone() == (weeks * len(all_cases), weeks * len(all_cases), weeks * len(all_cases) * 120_00)
    paid_out = {case: queries.payouts_of(case) for case in all_cases}
    assert all(len(payouts) == weeks for payouts in paid_out.values())
    assert {payout.pence for payouts in paid_out.values() for payout in payouts} == {96_00}
    references = [payout.reference for payouts in paid_out.values() for payout in payouts]
    assert len(references) == len(set(references))


def test_a_payday_killed_fifty_times_ends_as_if_it_never_had_been(own_database, tmp_path):
    all_cases, bank = given_parents(PARENTS), Bank(balance=1_000_00)
    on = first_day(all_cases)
    killed = weeks = 0
    while killed < KILLS:
        file = tmp_path / f"{on}.xml"
        file.write_bytes(everybody_pays(bank, on, all_cases))
        done = subprocess.run(
            [sys.executable, "-m", KILLED, str(file), on.isoformat(), str(KILLS - killed), str(weeks)],
            env={**os.environ, "OCM_DATABASE_NAME": own_database},
            capture_output=True,
            text=True,
            timeout=240,
        )
        assert done.returncode == 0, done.stderr[-3000:]
        killed += int(done.stdout.strip().splitlines()[-1])
        weeks += 1
        on += WEEK
    the_books_are_right(all_cases, weeks)


def test_the_worker_killed_while_it_allocates_leaves_its_job_to_the_next(own_database, start_worker):
    all_cases, bank = given_parents(6), Bank()
    on = first_day(all_cases)
    with clock.travel(on):
        actions.start_of_day(on=on, by=PAYDAY)
        actions.take_in_statement(data=everybody_pays(bank, on, all_cases), by=PAYDAY)
    for _ in range(3):
        allocate.defer()
    for wait in (0.4, 1.2):
        worker = start_worker()
        time.sleep(wait)
        os.killpg(worker.pid, 9)
        worker.wait()
    start_worker()
    until = time.monotonic() + 60
    while time.monotonic() < until and any(queries.owed(case).total for case in all_cases):
        time.sleep(0.3)
    assert {queries.owed(case).total for case in all_cases} == {0}
    assert queries.money_is_all_there().holds


def test_the_same_file_delivered_by_four_at_once_is_taken_in_once(own_database):
    all_cases, bank = given_parents(3), Bank()
    on = first_day(all_cases)
    data = everybody_pays(bank, on, all_cases)
    together = threading.Barrier(4)

    def deliver(_number: int) -> bool:
        together.wait()
        try:
            with clock.travel(on):
                return actions.take_in_statement(data=data, by=PAYDAY).again
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as pool:
        again = list(pool.map(deliver, range(4)))
    assert sorted(again) == [False, True, True, True]
    assert queries.money_is_all_there().received == 3 * 120_00 + 5_00


def test_two_who_allocate_at_once_allocate_each_receipt_once(own_database):
    all_cases, bank = given_parents(5), Bank()
    on = first_day(all_cases)
    with clock.travel(on):
        actions.start_of_day(on=on, by=PAYDAY)
        actions.take_in_statement(data=everybody_pays(bank, on, all_cases), by=PAYDAY)

    def work(_number: int) -> int:
        try:
            with clock.travel(on):
                done = 0
                while more := actions.allocate(by=PAYDAY, most=1):
                    done += more
                return done
        finally:
            connections.close_all()

    with ThreadPoolExecutor(3) as pool:
        assert sum(pool.map(work, range(3))) == len(all_cases)
    assert {queries.owed(case).total for case in all_cases} == {0}
    assert all(cases.case(case).status == "in_payment" for case in all_cases)
