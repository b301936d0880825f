"""Living days in the tests of this room: the morning, the bank's statement in the evening, a payday."""

import datetime as dt

from childmaintenance.collection import actions, queries
from childmaintenance.collection.terms import TakenIn
from childmaintenance.collection.tests.bank_files import Bank, Paid
from childmaintenance.collection.tests.families import CLERK, LEADER, PAYDAY, reference_of
from childmaintenance.foundation import clock

MARCH_2 = dt.date(2026, 3, 2)  # a Monday
DAY = dt.timedelta(days=1)
WEEK = dt.timedelta(weeks=1)


def morning(on: dt.date) -> None:
    """Charge, use credit, notice what was missed."""
    with clock.travel(on):
        actions.start_of_day(on=on, by=PAYDAY)


def evening(bank: Bank, on: dt.date, *paid: Paid, **changes: object) -> TakenIn:
    """The bank's statement of the day is taken in and allocated."""
    with clock.travel(on):
        taken = actions.take_in_statement(data=bank.statement(on, *paid, **changes), by=PAYDAY)
        actions.allocate_waiting(by=PAYDAY)
    return taken


def payday(on: dt.date) -> str | None:
    """What is to be paid out is prepared by one and released by another."""
    with clock.travel(on):
        file = actions.prepare_payouts(on=on, by=CLERK)
        if file:
            actions.release_payouts(file=file, by=LEADER)
    return file


def pays(case: str, pence: int, **also: object) -> Paid:
    """The paying parent of a case pays under their number."""
    return Paid(pence, reference_of(case), **also)  # type: ignore[arg-type]


def first_day(case: str) -> dt.date:
    """The day the first payment of a case is due."""
    plan = queries.plan(case)
    assert plan is not None
    return plan.payments[0].due_on


def all_there() -> None:
    """Every penny is where it should be, counted twice."""
    where = queries.money_is_all_there()
    assert where.holds, where.differences
    assert where.received == where.maintenance + where.arrears + where.fees + where.credit + where.suspense
