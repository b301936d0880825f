"""Taking a receipt back after the bank has: opposite journals, and everything it had paid is open again."""

from django.db.models import Sum

from childmaintenance.cases import actions as cases
from childmaintenance.cases.terms import TaskKind
from childmaintenance.collection.actions.allocation import allocate_for, settle_missed
from childmaintenance.collection.actions.suspense import close_when_nothing_waits
from childmaintenance.collection.arrivals import Arrival
from childmaintenance.collection.books import lock_payer
from childmaintenance.collection.models import Allocation, BankEntry, CaseBooks, Held, Missed, SuspenseSettled
from childmaintenance.collection.netting import net_credits
from childmaintenance.foundation import locks
from childmaintenance.foundation.actor import Actor
from childmaintenance.foundation.copying import run
from childmaintenance.foundation.outbox import announce
from childmaintenance.ledger import actions as ledger
from childmaintenance.ledger import queries as books
from childmaintenance.ledger.terms import AccountKind

OPEN_AGAIN = """
INSERT INTO collection_owing (instalment_id, payer_id, books_id, due_on, maintenance, fee)
SELECT i.id, b.payer_id, b.id, i.due_on, sum(a.maintenance), sum(a.fee)
FROM collection_allocation a
JOIN collection_instalment i ON i.id = a.instalment_id
JOIN collection_casebooks b ON b.id = a.books_id
WHERE a.entry_id = %s GROUP BY i.id, b.payer_id, b.id, i.due_on
ON CONFLICT (instalment_id) DO UPDATE
SET maintenance = collection_owing.maintenance + excluded.maintenance, fee = collection_owing.fee + excluded.fee
"""


def undo_receipt(arrival: Arrival, original_entry: int, *, by: Actor) -> None:
    """Undo the receipt that the bank took back. What was paid out of it is recovered only from money collected later."""
    original = BankEntry.objects.select_related("statement").get(pk=original_entry)
    reference = f"{original.statement.reference}.{original.line}"
    locks.hold(f"collection: {reference}")  # against a person who settles it at this moment
    settled = SuspenseSettled.objects.filter(entry=original).first()
    payer = original.payer_id or (settled.payer_id if settled else None)
    if payer:
        lock_payer(payer)
    parts = Allocation.objects.filter(entry=original)
    keys = [
        f"allocation:{reference}:{offset}"
        for offset in sorted(set(parts.values_list("offset", flat=True)), reverse=True)
    ]
    keys += [f"settled:{reference}"] if settled else []
    keys += [f"receipt:{reference}"]
    journals = books.journals_with_keys(keys)
    for key in keys:
        ledger.correct(
            journal=journals[key], key=f"undone:{key}", because=arrival.reference, on=arrival.booked_on, by=by
        )
    Held.objects.filter(entry=original).delete()
    run(OPEN_AGAIN, [original.pk])
    Missed.objects.filter(instalment__in=parts.values("instalment")).update(settled_on=None)
    _tell_a_person(original, reference, arrival, by=by)
    if payer:
        settle_missed(net_credits([payer]), by=by)
        allocate_for(payer=payer, by=by)
    else:
        close_when_nothing_waits(original.statement.reference, by=by)
    announce("ReceiptReturned", receipt=reference)


def _tell_a_person(original: BankEntry, reference: str, arrival: Arrival, *, by: Actor) -> None:
    """For each receiving parent who has had money that is now gone: what is short is shown and recovered later, never hidden."""
    touched = Allocation.objects.filter(entry=original).values_list("books_id").annotate(pence=Sum("maintenance"))
    for case in CaseBooks.objects.filter(pk__in=[row[0] for row in touched]):
        short = books.balance(AccountKind.TO_PAY_OUT, case.case_id)
        if short > 0:
            cases.open_task(
                kind=TaskKind.RETURNED_RECEIPT,
                case=case.case_id,
                about=reference,
                reason={"pence": original.pence, "short_pence": short, "returned_on": arrival.booked_on.isoformat()},
                key=f"returned-receipt:{reference}:{case.case_id}",
                by=by,
            )
