"""Questions about payments to receiving parents and the files they leave in."""

from collections.abc import Iterable

from childmaintenance.collection.copies import unpacked
from childmaintenance.collection.models import Payout, PayoutFile
from childmaintenance.collection.terms import FileState, PayoutFileRecord, PayoutRecord
from childmaintenance.ledger import queries as books
from childmaintenance.ledger.terms import AccountKind


def payout_files(limit: int = 50) -> list[PayoutFileRecord]:
    """Payout files, newest first."""
    return _files(PayoutFile.objects.order_by("-id")[:limit])


def payout_file(reference: str) -> PayoutFileRecord:
    """One payout file. Raises KeyError when there is none."""
    found = _files(PayoutFile.objects.filter(reference=reference))
    if not found:
        raise KeyError(reference)
    return found[0]


def payouts_in(file: str) -> list[PayoutRecord]:
    """The payouts of a file, in its order."""
    return _payouts(Payout.objects.filter(file__reference=file).order_by("id"))


def payouts_of(case: str) -> list[PayoutRecord]:
    """The released payouts of a case, newest first."""
    rows = Payout.objects.filter(books__case__reference=case, file__state=FileState.RELEASED)
    return _payouts(rows.order_by("-id"))


def payout(reference: str) -> PayoutRecord:
    """One payout. Raises KeyError when there is none."""
    found = _payouts(Payout.objects.filter(reference=reference))
    if not found:
        raise KeyError(reference)
    return found[0]


def files_to_send() -> list[tuple[str, bytes]]:
    """Released files that the bank has not been given, oldest first: reference and bytes."""
    rows = PayoutFile.objects.filter(state=FileState.RELEASED, sent_at=None).order_by("released_at", "id")
    return [(row.reference, unpacked(row.body)) for row in rows if row.body is not None]


def _files(rows: Iterable[PayoutFile]) -> list[PayoutFileRecord]:
    found = list(rows)
    in_transit = books.balances(AccountKind.IN_TRANSIT, [row.reference for row in found])
    return [
        PayoutFileRecord(
            reference=row.reference,
            state=FileState(row.state),
            prepared_on=row.prepared_on,
            prepared_by=row.prepared_by,
            released_at=row.released_at,
            released_by=row.released_by,
            sent_at=row.sent_at,
            payouts=row.payouts,
            total=row.total,
            left_the_bank=row.total + in_transit[row.reference] if row.state == FileState.RELEASED else 0,
        )
        for row in found
    ]


def _payouts(rows: Iterable[Payout]) -> list[PayoutRecord]:
    return [
        PayoutRecord(
            reference=row.reference,
            file=row.file.reference,
            case=row.books.case_id,
            receiving_parent=row.books.receiving_parent_id,
            pence=row.pence,
            account_ending=row.account_number[-4:],
            returned=hasattr(row, "returned"),
        )
        for row in rows.select_related("file", "books", "returned")  # type: ignore[attr-defined]
    ]
