"""What each entry of a statement is, as far as its own words say; whose it is, `actions.statements` looks up."""

from childmaintenance.collection.bank.camt053 import Detail, Line
from childmaintenance.collection.terms import EntryKind

RETURNED = "RRTN"


def sorted_out(line: Line) -> EntryKind:
    """The kind an entry claims to be: money in, money out, or either of them coming back."""
    came_back = line.reversal or line.code.endswith(RETURNED) or any(detail.reason for detail in line.details)
    if line.credit:
        return EntryKind.PAYOUT_RETURNED if came_back else EntryKind.RECEIPT
    return EntryKind.RECEIPT_RETURNED if came_back else EntryKind.PAYOUT


def rows_of(line: Line) -> list[tuple[str, int, Detail]]:
    """An entry as rows: the bank's reference of each, its pence, its transaction.

    A credit that gathers several receipts becomes one row for each; everything else is one row, a batch of payouts too.
    """
    first = line.details[0]
    if not line.credit or len(line.details) == 1:
        return [(line.bank_reference, line.pence, first)]
    own = [detail.bank_reference for detail in line.details]
    distinct = all(own) and len(set(own)) == len(own)
    return [
        (own[place] if distinct else f"{line.bank_reference}.{place + 1}", detail.pence or 0, detail)
        for place, detail in enumerate(line.details)
    ]
