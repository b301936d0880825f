"""Taking a bank statement in: whole or not at all, once however often it comes, every entry exactly one row."""

import hashlib

from django.db import IntegrityError, transaction

from childmaintenance.cases import actions as cases
from childmaintenance.cases.terms import TaskKind
from childmaintenance.collection import arrivals as arriving
from childmaintenance.collection import settings
from childmaintenance.collection.actions.returns import book_outgoing_and_returned
from childmaintenance.collection.arrivals import Arrival
from childmaintenance.collection.bank import camt053
from childmaintenance.collection.copies import packed
from childmaintenance.collection.models import BankStatement
from childmaintenance.collection.terms import EntryKind, Refusal, StatementRefused, TakenIn
from childmaintenance.foundation import audit, clock, locks
from childmaintenance.foundation.actor import Actor
from childmaintenance.foundation.copying import nothing_collected
from childmaintenance.foundation.identifiers import new_reference
from childmaintenance.foundation.outbox import announce


@nothing_collected()
def take_in_statement(*, data: bytes, by: Actor) -> TakenIn:
    """Take a camt.053 file in and answer what became of it. The very same file again changes nothing.

    Entries that an earlier statement brought are recognised and not taken twice. Raises StatementRefused with the reason; then
    nothing was taken in. Allocating follows as jobs.
    """
    now = settings.current()
    digest = hashlib.sha256(data).hexdigest()
    if known := _taken_before(digest):
        return known
    statement = camt053.read(
        data,
        bban=settings.own_account().bban,
        largest=now.largest_statement_bytes,
        a_transaction=now.bytes_without_a_transaction,
    )
    with transaction.atomic():
        # One statement at a time: which entries are new depends on all that came before.
        locks.hold("collection: bank statements")
        return _taken_before(digest) or _take_in(statement, data, digest, by=by)


def _take_in(statement: camt053.Statement, data: bytes, digest: str, *, by: Actor) -> TakenIn:
    new, known = arriving.new_arrivals(statement)
    last = (
        BankStatement.objects.filter(account=statement.account)
        .order_by("-id")
        .values_list("closing", flat=True)
        .first()
    )
    follows = last is None or last == statement.closing - sum(arrival.pence for arrival in new)
    reference = new_reference("S")
    try:
        with transaction.atomic():
            row = BankStatement.objects.create(
                reference=reference,
                account=statement.account,
                number=statement.number,
                sequence=statement.sequence,
                message=statement.message,
                first_day=statement.first_day,
                last_day=statement.last_day,
                opening=statement.opening,
                closing=statement.closing,
                entries=len(statement.lines),
                new_entries=len(new),
                follows=follows,
                sha256=digest,
                size=len(data),
                body=packed(data),
                taken_at=clock.now(),
                by=str(by),
            )
    except IntegrityError:
        raise StatementRefused(Refusal.OTHER_CONTENT, statement.number) from None
    arriving.match_receipts(new)
    arriving.keep(new, reference)
    # Returned receipts may be in the same file as the receipts they take back.
    receipts = [arrival for arrival in new if arrival.kind == EntryKind.RECEIPT]
    arriving.copy(receipts, row.pk)
    arriving.post_receipts(receipts, by=by)
    others = [arrival for arrival in new if arrival.kind != EntryKind.RECEIPT]
    book_outgoing_and_returned(others, row.pk, by=by)
    waiting = [arrival for arrival in new if _waits_for_a_person(arrival)]
    if waiting:
        # One task a statement: a person works through its entries in `queries.suspense`, not through a hundred tasks.
        cases.open_task(
            kind=TaskKind.SUSPENSE,
            about=reference,
            reason={"entries": len(waiting), "pence": sum(arrival.pence for arrival in waiting)},
            key=f"suspense:{reference}",
            by=by,
        )
    audit.record(by=by, act="collection.take_in_statement", about=reference, why=statement.number)
    announce("StatementTaken", statement=reference)
    matched = sum(1 for arrival in receipts if arrival.matched)
    defer_allocating(matched)
    return TakenIn(
        statement=reference,
        new_entries=len(new),
        known_entries=known,
        matched=matched,
        in_suspense=len(waiting),
        follows=follows,
    )


def _taken_before(digest: str) -> TakenIn | None:
    reference = BankStatement.objects.filter(sha256=digest).values_list("reference", flat=True).first()
    return TakenIn(statement=reference, again=True) if reference else None


def _waits_for_a_person(arrival: Arrival) -> bool:
    return arrival.kind == EntryKind.OTHER or (arrival.kind == EntryKind.RECEIPT and arrival.matched is None)


def defer_allocating(receipts: int) -> None:
    """One job for each so many receipts, in the transaction that brought them."""
    from childmaintenance.collection import jobs  # it imports the actions

    for _ in range(-(-receipts // settings.current().receipts_a_job)):
        jobs.allocate.defer()
