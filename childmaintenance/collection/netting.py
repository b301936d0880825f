"""Credits against charges of the same case: no money moves, and the ledger's accounts are the same ones on both sides."""

from collections.abc import Sequence
from itertools import groupby

from childmaintenance.foundation.copying import rows, run

BOTH = """
SELECT o.books_id, o.instalment_id, o.maintenance, o.fee FROM collection_owing o
WHERE o.payer_id = ANY(%s) AND o.books_id IN (
    SELECT books_id FROM collection_owing WHERE payer_id = ANY(%s) AND (maintenance < 0 OR fee < 0))
ORDER BY o.books_id, o.due_on, o.instalment_id
"""
KEEP = """
UPDATE collection_owing o SET maintenance = v.maintenance, fee = v.fee
FROM unnest(%s::bigint[], %s::bigint[], %s::bigint[]) AS v (instalment_id, maintenance, fee)
WHERE o.instalment_id = v.instalment_id
"""
GONE = (
    "DELETE FROM collection_owing WHERE instalment_id = ANY(%s) AND maintenance = 0 AND fee = 0 RETURNING instalment_id"
)


def net_credits(payers: Sequence[int]) -> list[int]:
    """Use up what was credited, oldest charge first; answers the instalments that are settled by it.

    The caller holds the paying parents' locks.
    """
    changed: list[tuple[int, int, int]] = []
    for _, some in groupby(rows(BOTH, [list(payers), list(payers)]), key=lambda row: row[0]):
        items = [list(row[1:]) for row in some]
        before = [tuple(item) for item in items]
        for place in (1, 2):
            _settle(items, place)
        changed += [tuple(item) for item, old in zip(items, before, strict=True) if tuple(item) != old]
    if not changed:
        return []
    run(KEEP, [[row[place] for row in changed] for place in range(3)])
    return [row[0] for row in rows(GONE, [[row[0] for row in changed]])]


def _settle(items: list[list[int]], place: int) -> None:
    """Maintenance against maintenance, or fee against fee."""
    credit = -sum(item[place] for item in items if item[place] < 0)
    used = min(credit, sum(item[place] for item in items if item[place] > 0))
    for sign, left in ((1, used), (-1, used)):
        for item in items:
            if left and item[place] * sign > 0:
                part = min(left, abs(item[place]))
                item[place] -= part * sign
                left -= part
