"""Where every penny received is, counted twice: from this room's own rows, and from the ledger. The two must agree."""

from collections.abc import Iterable, Mapping

from childmaintenance.collection.terms import Whereabouts
from childmaintenance.foundation.copying import rows
from childmaintenance.ledger import queries as books
from childmaintenance.ledger.terms import AccountKind

# Receipts that the bank has not taken back, and of each what went where. Exactly one of the places must hold each penny.
RECEIPTS = """
SELECT s.reference || '.' || e.line, e.pence,
       coalesce(a.maintenance, 0), coalesce(a.late, 0), coalesce(a.fee, 0), coalesce(h.pence, 0),
       CASE WHEN e.payer_id IS NULL AND t.id IS NULL THEN e.pence ELSE 0 END
FROM collection_bankentry e
JOIN collection_bankstatement s ON s.id = e.statement_id
LEFT JOIN (
    SELECT entry_id, sum(maintenance) FILTER (WHERE NOT late) AS maintenance, sum(maintenance) FILTER (WHERE late) AS late,
           sum(fee) AS fee
    FROM collection_allocation GROUP BY entry_id
) a ON a.entry_id = e.id
LEFT JOIN collection_held h ON h.entry_id = e.id
LEFT JOIN collection_suspensesettled t ON t.entry_id = e.id
WHERE e.kind = 'receipt' AND NOT EXISTS (SELECT FROM collection_bankentry u WHERE u.undoes_id = e.id)
"""
HELD_OF_RETURNED = """
SELECT count(*) FROM collection_held h WHERE EXISTS (SELECT FROM collection_bankentry u WHERE u.undoes_id = h.entry_id)
"""
BY_PAYER = """
SELECT p.paying_parent_id, -sum(h.pence) FROM collection_held h JOIN collection_payer p ON p.id = h.payer_id GROUP BY 1
"""
OWED = """
SELECT b.case_id, sum(o.{0}) FROM collection_owing o JOIN collection_casebooks b ON b.id = o.books_id GROUP BY 1
"""
UNEXPLAINED = """
SELECT s.reference || '.' || e.line, -e.pence FROM collection_bankentry e
JOIN collection_bankstatement s ON s.id = e.statement_id
WHERE (e.kind = 'other' OR (e.kind = 'receipt' AND e.payer_id IS NULL))
  AND NOT EXISTS (SELECT FROM collection_suspensesettled t WHERE t.entry_id = e.id)
  AND NOT EXISTS (SELECT FROM collection_bankentry u WHERE u.undoes_id = e.id)
"""
TO_PAY_OUT = """
SELECT case_id, -sum(pence) FROM (
    SELECT b.case_id, a.maintenance - a.receiving_fee AS pence
    FROM collection_allocation a JOIN collection_casebooks b ON b.id = a.books_id
    WHERE NOT EXISTS (SELECT FROM collection_bankentry u WHERE u.undoes_id = a.entry_id)
    UNION ALL
    SELECT b.case_id, -p.pence FROM collection_payout p
    JOIN collection_payoutfile f ON f.id = p.file_id AND f.state = 'released'
    JOIN collection_casebooks b ON b.id = p.books_id
    WHERE NOT EXISTS (SELECT FROM collection_payoutreturned r WHERE r.payout_id = p.id)
) every GROUP BY case_id
"""
IN_TRANSIT = """
SELECT f.reference, -sum(pence) FROM (
    SELECT file_id, pence FROM collection_payout
    UNION ALL
    SELECT coalesce(f.id, p.file_id), e.pence FROM collection_bankentry e
    LEFT JOIN collection_payoutfile f ON f.reference = e.about
    LEFT JOIN collection_payout p ON p.reference = e.about
    WHERE e.kind = 'payout'
) every JOIN collection_payoutfile f ON f.id = every.file_id WHERE f.state = 'released' GROUP BY f.reference
"""
RECEIVING_FEES = """
SELECT '', -coalesce(sum(a.receiving_fee), 0) FROM collection_allocation a
WHERE NOT EXISTS (SELECT FROM collection_bankentry u WHERE u.undoes_id = a.entry_id)
"""
BANK = "SELECT '', coalesce(sum(pence), 0) FROM collection_bankentry"
CHARGED = """
SELECT '', -coalesce(sum(i.fee), 0) FROM collection_instalment i WHERE i.charged_on IS NOT NULL
"""


def money_is_all_there() -> Whereabouts:
    """Count every penny received, and compare each list and total of this room with the ledger, account by account."""
    differences: list[str] = []
    sums = [0, 0, 0, 0, 0, 0]
    for reference, *amounts in rows(RECEIPTS):
        sums = [total + int(amount) for total, amount in zip(sums, amounts, strict=True)]
        if amounts[0] != sum(amounts[1:]):
            differences.append(f"receipt {reference}: {amounts[0]} received, {sum(amounts[1:])} accounted for")
    if returned := int(rows(HELD_OF_RETURNED)[0][0]):
        differences.append(f"{returned} receipts that the bank took back are still held")
    if total := books.trial_balance().total:
        differences.append(f"the trial balance is {total}")
    for kind, statement in (
        (AccountKind.HELD_FOR, BY_PAYER),
        (AccountKind.OWES_MAINTENANCE, OWED.format("maintenance")),
        (AccountKind.OWES_FEE, OWED.format("fee")),
        (AccountKind.SUSPENSE, UNEXPLAINED),
        (AccountKind.TO_PAY_OUT, TO_PAY_OUT),
        (AccountKind.IN_TRANSIT, IN_TRANSIT),
        (AccountKind.RECEIVING_FEES, RECEIVING_FEES),
        (AccountKind.FEES_CHARGED, CHARGED),
        (AccountKind.BANK, BANK),
    ):
        differences += _compare(kind, {reference: int(pence) for reference, pence in rows(statement)})
    return Whereabouts(
        received=sums[0],
        maintenance=sums[1],
        arrears=sums[2],
        fees=sums[3],
        credit=sums[4],
        suspense=sums[5],
        differences=tuple(differences),
    )


def _compare(kind: AccountKind, ours: Mapping[str, int]) -> Iterable[str]:
    """What the ledger says of each account of a kind beside what this room's rows come to."""
    ledger = books.standing(kind)
    for reference in sorted({*ledger, *ours}):
        if ledger.get(reference, 0) != ours.get(reference, 0):
            name = f"{kind.value} {reference}".strip()
            yield f"{name}: {ledger.get(reference, 0)} in the ledger, {ours.get(reference, 0)} in the rows"
