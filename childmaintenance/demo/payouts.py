"""What the payments officers of the town do: settle money in suspense, prepare payouts in the evening, release them next day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from childmaintenance.cases import actions as cases
from childmaintenance.cases import queries as case_queries
from childmaintenance.cases.terms import TaskKind
from childmaintenance.collection import actions as collection
from childmaintenance.collection import queries as collections
from childmaintenance.collection.terms import CannotRelease, SuspenseRecord
from childmaintenance.demo.people import Family
from childmaintenance.demo.residents import Register
from childmaintenance.foundation.actor import Actor
from childmaintenance.foundation.clock import LONDON
from childmaintenance.foundation.language import pounds

Tell = Callable[[str], None]
TAKEN_UP_AFTER = dt.timedelta(days=3)  # money in suspense lies a while before somebody takes it up
LEFT_ALONE_AFTER = dt.timedelta(days=10)  # by then whoever could be found has been found
OFFICER = "PAYMENTS_OFFICER"


def prepare(book: Register, on: dt.date, tell: Tell) -> None:
    """One officer prepares what is to be paid out; there may be nothing, and an earlier file may still wait."""
    by = book.colleague(OFFICER, 0)
    if _to_release():
        return
    if file := collection.prepare_payouts(on=on, by=by):
        record = collections.payout_file(file)
        tell(f"{by.name} prepared {record.payouts} payments to receiving parents, {pounds(record.total)} in all.")


def release(book: Register, tell: Tell) -> None:
    """Another officer releases what was prepared, or discards it when it is no longer covered."""
    by = book.colleague(OFFICER, 1)
    for file in _to_release():
        try:
            collection.release_payouts(file=file, by=by)
        except CannotRelease as why:
            collection.discard_payouts(file=file, because=str(why), by=by)
            tell(f"{by.name} discarded a payout file: {why}.")
        else:
            tell(f"{by.name} released the payments of file {file} to the bank.")


def settle(book: Register, on: dt.date, tell: Tell) -> None:
    """Look at money that nobody could match, and say whose it is when the name says so; a stranger's money waits."""
    by = book.colleague(OFFICER, 1)
    tasks = case_queries.work_list(kinds=[TaskKind.SUSPENSE, TaskKind.RETURNED_RECEIPT, TaskKind.RETURNED_PAYOUT])
    ages = [(task, on - task.opened_at.astimezone(LONDON).date()) for task in tasks]
    if any(task.kind == TaskKind.SUSPENSE and TAKEN_UP_AFTER <= age <= LEFT_ALONE_AFTER for task, age in ages):
        for one in collections.suspense():
            family = _whose(book, one)
            if family is not None and one.entry.booked_on + TAKEN_UP_AFTER <= on:
                _settle(book, one, family, by, tell)
    for task, age in ages:
        if task.kind != TaskKind.SUSPENSE and age >= TAKEN_UP_AFTER:
            cases.close_task(task=task.reference, outcome="looked at, and both parents know", by=by)


def _settle(book: Register, one: SuspenseRecord, family: Family, by: Actor, tell: Tell) -> None:
    collection.settle_suspense(
        receipt=one.entry.reference,
        paying_parent=book.parties[book.payer(family)],
        because="The name, the account and the amount are those of this paying parent; the reference was mistyped.",
        by=by,
    )
    tell(f"{by.name} found out that {pounds(one.entry.pence)} came from {family.paying.name}.")


def _to_release() -> list[str]:
    """Files that wait for a second person."""
    return [task.about for task in case_queries.work_list(kinds=[TaskKind.RELEASE_PAYOUTS])]


def _whose(book: Register, one: SuspenseRecord) -> Family | None:
    """The paying parent of the town whose name is on the payment, if there is exactly one."""
    named = [family for family in book.people.families if family.paying.account_name == one.entry.party_name]
    payers = {family.payer for family in named}
    return book.people.by_key[payers.pop()] if len(payers) == 1 else None
