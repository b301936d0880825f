"""Questions about what the bank told us, and what waits for a person."""

from collections.abc import Iterable

from django.db.models import QuerySet

from childmaintenance.collection.copies import unpacked
from childmaintenance.collection.models import BankEntry, BankStatement, Payer, SuspenseSettled
from childmaintenance.collection.payment_reference import references_in
from childmaintenance.collection.terms import BankEntryRecord, EntryKind, SuspenseRecord


def bank_entry(reference: str) -> BankEntryRecord:
    """One entry of a bank statement. Raises KeyError when there is none."""
    statement, _, line = reference.rpartition(".")
    rows = BankEntry.objects.filter(statement__reference=statement, line=int(line) if line.isdecimal() else 0)
    found = _records(rows)
    if not found:
        raise KeyError(reference)
    return found[0]


def entries_of(statement: str) -> list[BankEntryRecord]:
    """The entries that a statement brought, in its order."""
    return _records(BankEntry.objects.filter(statement__reference=statement).order_by("line"))


def waits_for_a_person(statement: str) -> int:
    """How many entries of a statement nobody has explained yet."""
    return _unexplained().filter(statement__reference=statement).count()


def suspense(limit: int = 200) -> list[SuspenseRecord]:
    """Money that nobody has explained yet, oldest first."""
    records = _records(_unexplained().order_by("booked_on", "id")[:limit])
    wanted = {record.reference: references_in(record.words, record.end_to_end) for record in records}
    payers = dict(
        Payer.objects.filter(payment_reference__in={one for some in wanted.values() for one in some}).values_list(
            "payment_reference", "paying_parent__reference"
        )
    )
    return [
        SuspenseRecord(
            entry=record,
            near=tuple(sorted(payers[one] for one in wanted[record.reference] if one in payers)),
        )
        for record in records
    ]


def statement_file(reference: str) -> bytes:
    """A statement's file, as it came. Raises KeyError when there is none."""
    body = BankStatement.objects.filter(reference=reference).values_list("body", flat=True).first()
    if body is None:
        raise KeyError(reference)
    return unpacked(body)


def statements_that_do_not_follow() -> list[str]:
    """Statements before which another one is missing, or came late."""
    return list(BankStatement.objects.filter(follows=False).order_by("id").values_list("reference", flat=True))


def _unexplained() -> QuerySet[BankEntry]:
    """Entries in suspense: neither settled nor taken back."""
    return (
        (BankEntry.objects.filter(kind=EntryKind.RECEIPT, payer=None) | BankEntry.objects.filter(kind=EntryKind.OTHER))
        .exclude(pk__in=SuspenseSettled.objects.values("entry"))
        .exclude(pk__in=BankEntry.objects.filter(undoes__isnull=False).values("undoes"))
    )


def _records(rows: Iterable[BankEntry]) -> list[BankEntryRecord]:
    found = list(rows.select_related("statement", "payer", "settled__payer"))  # type: ignore[attr-defined]
    ids = [row.pk for row in found]
    undone = dict(BankEntry.objects.filter(undoes__in=ids).values_list("undoes", "booked_on"))
    originals = {
        row.pk: f"{row.statement.reference}.{row.line}"
        for row in BankEntry.objects.filter(pk__in=[row.undoes_id for row in found if row.undoes_id]).select_related(
            "statement"
        )
    }
    records = []
    for row in found:
        settled = getattr(row, "settled", None)
        payer = row.payer or (settled.payer if settled else None)
        records.append(
            BankEntryRecord(
                reference=f"{row.statement.reference}.{row.line}",
                statement=row.statement.reference,
                kind=EntryKind(row.kind),
                booked_on=row.booked_on,
                pence=row.pence,
                paying_parent=payer.paying_parent_id if payer else "",
                words=row.words,
                party_name=row.party_name,
                end_to_end=row.end_to_end,
                reason=row.reason,
                returned_on=undone.get(row.pk),
                undoes=originals.get(row.undoes_id, "") if row.undoes_id else "",
            )
        )
    return records
