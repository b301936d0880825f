"""A person says whose or what an entry in suspense is. Nothing else ever does."""

from django.db import transaction

from childmaintenance.cases import actions as cases
from childmaintenance.cases.terms import TaskKind
from childmaintenance.collection import queries
from childmaintenance.collection.actions.allocation import allocate_for
from childmaintenance.collection.books import lock_payer, payer_for
from childmaintenance.collection.models import BankEntry, Held, SuspenseSettled
from childmaintenance.collection.terms import CannotSettle, EntryKind
from childmaintenance.foundation import audit, clock, locks
from childmaintenance.foundation.actor import Actor, ActorKind
from childmaintenance.ledger import actions as ledger
from childmaintenance.ledger.terms import AccountKind, JournalKind, entry


@transaction.atomic
def settle_suspense(*, receipt: str, paying_parent: str, because: str, by: Actor) -> None:
    """Say that a receipt in suspense is this paying parent's. It is allocated at once. Raises CannotSettle."""
    row = _in_suspense(receipt, by)
    if row.kind != EntryKind.RECEIPT:
        raise CannotSettle("only money that came in can be a paying parent's")
    payer = lock_payer(payer_for(paying_parent).pk)
    ledger.post(
        kind=JournalKind.SUSPENSE_SETTLED,
        on=clock.today(),
        key=f"settled:{receipt}",
        because=because,
        debit=[entry(AccountKind.SUSPENSE, receipt, row.pence)],
        credit=[entry(AccountKind.HELD_FOR, paying_parent, row.pence)],
        by=by,
    )
    SuspenseSettled.objects.create(entry=row, payer=payer, because=because, at=clock.now(), by=str(by))
    Held.objects.create(entry=row, payer=payer, receipt=receipt, received_on=row.booked_on, pence=row.pence)
    _close(receipt, because, by, act="collection.settle_suspense")
    allocate_for(payer=payer.pk, by=by)


@transaction.atomic
def settle_as_bank_charge(*, entry_reference: str, because: str, by: Actor) -> None:
    """Say that an entry in suspense is the bank's own: a charge, interest, or its correction. Raises CannotSettle."""
    row = _in_suspense(entry_reference, by)
    if row.kind != EntryKind.OTHER:
        raise CannotSettle("money somebody paid in is not the bank's")
    suspense = [entry(AccountKind.SUSPENSE, entry_reference, abs(row.pence))]
    charges = [entry(AccountKind.BANK_CHARGES, "", abs(row.pence))]
    debit, credit = (charges, suspense) if row.pence < 0 else (suspense, charges)
    ledger.post(
        kind=JournalKind.SUSPENSE_SETTLED,
        on=clock.today(),
        key=f"settled:{entry_reference}",
        because=because,
        debit=debit,
        credit=credit,
        by=by,
    )
    SuspenseSettled.objects.create(entry=row, payer=None, because=because, at=clock.now(), by=str(by))
    _close(entry_reference, because, by, act="collection.settle_as_bank_charge")


def _in_suspense(reference: str, by: Actor) -> BankEntry:
    """The entry, and nobody else settles it meanwhile."""
    locks.hold(f"collection: {reference}")
    if by.kind == ActorKind.SYSTEM:
        raise CannotSettle("a person must say whose it is")
    statement, _, line = reference.rpartition(".")
    rows = BankEntry.objects.filter(statement__reference=statement, line=int(line) if line.isdecimal() else -1)
    row = rows.select_related("statement").first()
    if row is None or row.payer_id or row.kind not in (EntryKind.RECEIPT, EntryKind.OTHER):
        raise CannotSettle("this entry is not in suspense")
    if SuspenseSettled.objects.filter(entry=row).exists() or BankEntry.objects.filter(undoes=row).exists():
        raise CannotSettle("this entry has been settled, or the bank took it back")
    return row


def close_when_nothing_waits(statement: str, *, by: Actor) -> None:
    """Close a statement's task when the last of its entries has been explained."""
    if not queries.waits_for_a_person(statement):
        cases.close_tasks(kind=TaskKind.SUSPENSE, about=statement, outcome="settled", by=by)


def _close(reference: str, because: str, by: Actor, *, act: str) -> None:
    close_when_nothing_waits(reference.rpartition(".")[0], by=by)
    audit.record(by=by, act=act, about=reference, why=because)
