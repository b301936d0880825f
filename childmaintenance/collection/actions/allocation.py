"""Allocating: what is held for paying parents goes to what they owe, many parents at a time, in one transaction."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import groupby
from typing import Any

from django.db import transaction

from childmaintenance.cases import actions as cases
from childmaintenance.cases.terms import TaskKind
from childmaintenance.collection import fees, settings
from childmaintenance.collection.applying import Applied, Money, Open, Use, apply
from childmaintenance.foundation import audit, clock
from childmaintenance.foundation.actor import Actor
from childmaintenance.foundation.copying import array, copy_lines, nothing_collected, rows, run
from childmaintenance.ledger import actions as ledger
from childmaintenance.ledger.terms import AccountKind, JournalKind, Posting

READY = """
SELECT p.id FROM collection_payer p
WHERE EXISTS (SELECT FROM collection_held h WHERE h.payer_id = p.id)
  AND EXISTS (SELECT FROM collection_owing o WHERE o.payer_id = p.id AND (o.maintenance > 0 OR o.fee > 0))
ORDER BY p.id LIMIT %s FOR NO KEY UPDATE SKIP LOCKED
"""
HELD = """
SELECT h.payer_id, p.held_for, h.entry_id, h.receipt, h.received_on, h.pence, h.used
FROM collection_held h JOIN collection_payer p ON p.id = h.payer_id
WHERE h.payer_id = ANY(%s::bigint[]) ORDER BY h.payer_id, h.received_on, h.entry_id
"""
OWING = """
SELECT o.payer_id, o.instalment_id, o.due_on, o.maintenance, o.fee, b.id, b.case_id, b.territory,
       b.owes_maintenance, b.owes_fee, b.due_maintenance, b.to_pay_out
FROM collection_owing o JOIN collection_casebooks b ON b.id = o.books_id
WHERE o.payer_id = ANY(%s::bigint[]) AND (o.maintenance > 0 OR o.fee > 0) ORDER BY o.payer_id, o.due_on, o.instalment_id
"""
ALLOCATION = (
    "entry_id",
    "instalment_id",
    "books_id",
    "offset",
    "on",
    "maintenance",
    "fee",
    "receiving_fee",
    "late",
)
LESS_HELD = """
UPDATE collection_held h SET pence = v.pence, used = v.used
FROM unnest(%s::bigint[], %s::bigint[], %s::bigint[]) AS v (entry_id, pence, used) WHERE h.entry_id = v.entry_id
"""
LESS_OWING = """
UPDATE collection_owing o SET maintenance = v.maintenance, fee = v.fee
FROM unnest(%s::bigint[], %s::bigint[], %s::bigint[]) AS v (instalment_id, maintenance, fee)
WHERE o.instalment_id = v.instalment_id
"""
MISSED = "SELECT instalment_id FROM collection_missed WHERE settled_on IS NULL AND instalment_id = ANY(%s::bigint[])"


def allocate_waiting(*, by: Actor) -> int:
    """Allocate for everybody for whom money is held and something is due; answers for how many. Each chunk is a transaction."""
    count = 0
    while done := allocate(by=by):
        count += done
    return count


@transaction.atomic
def allocate(*, by: Actor, most: int | None = None) -> int:
    """Allocate for the next paying parents who wait, and answer how many there were.

    Killed, nothing of it was done. Two at once take different people. Asked again, what is done is not done again.
    """
    payers = [row[0] for row in rows(READY, [most or settings.current().receipts_a_job])]
    if payers:
        with nothing_collected():
            _allocate_for(payers, by=by)
    return len(payers)


@transaction.atomic
def allocate_for(*, payer: int, by: Actor) -> None:
    """Allocate for one paying parent, whose row the caller has locked."""
    _allocate_for([payer], by=by)


def _allocate_for(payers: Sequence[int], *, by: Actor) -> None:
    today, how = clock.today(), settings.current().allocation
    known: dict[str, tuple[Fraction, Fraction]] = {}

    def rates(territory: str) -> tuple[Fraction, Fraction]:
        if territory not in known:
            known[territory] = fees.rates(territory, today)
        return known[territory]

    owing = {
        payer: [Open._make(row[1:]) for row in some]
        for payer, some in groupby(rows(OWING, [array(payers)]), key=_first)
    }
    done: list[tuple[int, Applied]] = []
    for payer, some in groupby(rows(HELD, [array(payers)]), key=_first):
        held = list(some)
        if payer in owing:
            done.append((held[0][1], apply([Money._make(row[2:]) for row in held], owing[payer], rates, how)))
    if not done:
        return
    missed = {
        row[0] for row in rows(MISSED, [array(one.instalment for _, applied in done for one, _, _ in applied.left)])
    }
    _post(done, by=by)
    _keep(done, missed)
    _lessen(done)
    if missed:
        settled = {one.instalment for _, applied in done for one, *left in applied.left if left == [0, 0]}
        settle_missed(missed & settled, by=by)
    audit.record(by=by, act="collection.allocate", about=f"{len(done)} paying parents")


def _post(done: Iterable[tuple[int, Applied]], *, by: Actor) -> None:
    name = (AccountKind.RECEIVING_FEES, "")
    receiving_fees = ledger.open_accounts([name])[name]
    postings = [
        _posting(use, account, receiving_fees) for account, applied in done for use in applied.uses if use.parts
    ]
    ledger.post_many(postings, by=by)


def _posting(use: Use, held_for: int, receiving_fees: int) -> Posting:
    """One receipt's journal: what the paying parent owes less, and what the receiving parents get, less their fee."""
    debit = [(held_for, use.money.pence - use.left)]
    credit = []
    kept = 0
    for one, maintenance, fee, receiving_fee in use.parts:
        if maintenance:
            debit.append((one.due_maintenance, maintenance))
            credit.append((one.owes_maintenance, maintenance))
            if maintenance > receiving_fee:
                credit.append((one.to_pay_out, maintenance - receiving_fee))
            kept += receiving_fee
        if fee:
            credit.append((one.owes_fee, fee))
    if kept:
        credit.append((receiving_fees, kept))
    return Posting(
        JournalKind.ALLOCATION,
        use.counts_on,
        f"allocation:{use.money.receipt}:{use.money.used}",
        use.money.receipt,
        debit,
        credit,
    )


def _keep(done: Iterable[tuple[int, Applied]], missed: set[int]) -> None:
    lines = (
        f"{use.money.entry}\t{one.instalment}\t{one.books}\t{use.money.used}\t{use.counts_on}\t{maintenance}\t{fee}\t{receiving_fee}\t"
        f"{'t' if one.instalment in missed else 'f'}\n"
        for _, applied in done
        for use in applied.uses
        for one, maintenance, fee, receiving_fee in use.parts
    )
    copy_lines("collection_allocation", ALLOCATION, lines)


def _lessen(done: Iterable[tuple[int, Applied]]) -> None:
    """Take what was used off the two lists of what is open."""
    uses = [use for _, applied in done for use in applied.uses]
    spent_whole = array(use.money.entry for use in uses if not use.left)
    run("DELETE FROM collection_held WHERE entry_id = ANY(%s::bigint[])", [spent_whole])
    some = [use for use in uses if use.left]
    if some:
        spent = [use.money.used + use.money.pence - use.left for use in some]
        run(LESS_HELD, [[use.money.entry for use in some], [use.left for use in some], spent])
    lefts = [left for _, applied in done for left in applied.left]
    paid = [one.instalment for one, maintenance, fee in lefts if not maintenance and not fee]
    run("DELETE FROM collection_owing WHERE instalment_id = ANY(%s::bigint[])", [array(paid)])
    partly = [left for left in lefts if left[1] or left[2]]
    if partly:
        columns = [[one.instalment for one, *_ in partly], [left[1] for left in partly], [left[2] for left in partly]]
        run(LESS_OWING, columns)


def settle_missed(instalments: Iterable[int], *, by: Actor) -> None:
    """Missed payments that have come after all: they are marked, and nobody need look into them."""
    if not (numbers := list(instalments)):
        return
    found = rows(
        "UPDATE collection_missed m SET settled_on = %s FROM collection_instalment i JOIN collection_plan l ON l.id = i.plan_id "
        "WHERE m.instalment_id = i.id AND m.settled_on IS NULL AND i.id = ANY(%s) RETURNING l.reference || '.' || i.number",
        [clock.today(), numbers],
    )
    for (reference,) in found:
        cases.close_tasks(kind=TaskKind.MISSED_PAYMENT, about=reference, outcome="paid", by=by)


def _first(row: tuple[Any, ...]) -> int:
    return int(row[0])
