"""Questions about the books. Money is in whole pence, a debit above nought and a credit below; answers are records."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection
from django.db.models import Case, F, Sum, When

from childmaintenance.ledger.models import Account, Entry, Journal
from childmaintenance.ledger.terms import (
    AccountKind,
    AccountNumber,
    JournalId,
    JournalKind,
    Movement,
    Posting,
    Side,
    TrialBalance,
)

SIGNED = Case(When(side=Side.DEBIT, then=F("pence")), default=-F("pence"))
NUMBERS = """
SELECT kind, reference, number
FROM unnest(%s::text[], %s::text[]) AS wanted (kind, reference) JOIN ledger_account USING (kind, reference)
"""
STANDING = """
SELECT a.reference, s.pence
FROM ledger_account a
CROSS JOIN LATERAL (
    SELECT sum(CASE side WHEN 'D' THEN pence ELSE -pence END)::bigint AS pence FROM ledger_entry WHERE account_id = a.number
) s
WHERE a.kind = %s AND s.pence <> 0
"""
MOVEMENTS = """
SELECT j.id, j.kind, j.key, j.day, j.at, j.because, j.corrects_id, a.kind, a.reference,
       CASE e.side WHEN 'D' THEN e.pence ELSE -e.pence END
FROM unnest(%s::text[], %s::text[]) AS wanted (kind, reference)
JOIN ledger_account a USING (kind, reference)
JOIN ledger_entry e ON e.account_id = a.number
JOIN ledger_journal j ON j.id = e.journal_id
WHERE j.day BETWEEN coalesce(%s, '-infinity'::date) AND coalesce(%s, 'infinity'::date)
ORDER BY j.day, j.id, e.line
"""


def balance(kind: AccountKind, reference: str, upto: dt.date | None = None) -> int:
    """What stands in one account, up to and including a day if one is given; nought for one that was never opened."""
    entries = Entry.objects.filter(account__kind=kind, account__reference=reference)
    if upto is not None:
        entries = entries.filter(journal__day__lte=upto)
    return int(entries.aggregate(pence=Sum(SIGNED))["pence"] or 0)


def balances(kind: AccountKind, references: Iterable[str]) -> dict[str, int]:
    """What stands in several accounts of a kind; each reference asked for is in the answer."""
    wanted = list(references)
    rows = (
        Entry.objects.filter(account__kind=kind, account__reference__in=wanted)
        .values_list("account__reference")
        .annotate(pence=Sum(SIGNED))
    )
    return dict.fromkeys(wanted, 0) | {reference: int(pence) for reference, pence in rows}


def standing(kind: AccountKind) -> dict[str, int]:
    """Every account of a kind in which something stands."""
    return dict(_rows(STANDING, [kind]))


def movements(
    accounts: Iterable[tuple[AccountKind, str]], since: dt.date | None = None, upto: dt.date | None = None
) -> list[Movement]:
    """Every line in these accounts, both days included, in the order of the days and then of posting."""
    names = list(accounts)
    rows = _rows(MOVEMENTS, [[kind for kind, _ in names], [reference for _, reference in names], since, upto])
    return [
        Movement(
            journal=JournalId(row[0]),
            journal_kind=JournalKind(row[1]),
            key=row[2],
            on=row[3],
            at=row[4],
            because=row[5],
            corrects=row[6],
            account_kind=AccountKind(row[7]),
            reference=row[8],
            pence=row[9],
        )
        for row in rows
    ]


def trial_balance() -> TrialBalance:
    """All accounts by kind; it comes to nought, or the database has broken its promise."""
    rows = Entry.objects.values_list("account__kind").annotate(pence=Sum(SIGNED))
    return TrialBalance(by_kind={AccountKind(kind): int(pence) for kind, pence in rows})


def account_numbers(names: Sequence[tuple[AccountKind, str]]) -> dict[tuple[AccountKind, str], AccountNumber]:
    """The numbers of those accounts that are open."""
    rows = _rows(NUMBERS, [[kind for kind, _ in names], [reference for _, reference in names]])
    return {(AccountKind(kind), reference): AccountNumber(number) for kind, reference, number in rows}


def account_names() -> Iterable[tuple[AccountKind, str]]:
    """The name of every account that is open, for checks that each reference still means something."""
    for kind, reference in Account.objects.values_list("kind", "reference").iterator():
        yield AccountKind(kind), reference


def journals_with_keys(keys: Sequence[str]) -> dict[str, JournalId]:
    """The journals that were posted under these keys."""
    return {key: JournalId(number) for key, number in Journal.objects.filter(key__in=keys).values_list("key", "pk")}


def correction_of(journal: JournalId) -> JournalId | None:
    """The journal that corrects this one, if one does."""
    number = Journal.objects.filter(corrects=journal).values_list("pk", flat=True).first()
    return None if number is None else JournalId(number)


def posting_of(journal: JournalId) -> Posting | None:
    """A journal as it would be posted, the lines of each side by account number; None when there is no such journal."""
    row = Journal.objects.filter(pk=journal).first()
    if row is None:
        return None
    lines = list(Entry.objects.filter(journal=journal).values_list("side", "account_id", "pence"))
    debit = sorted((account, pence) for side, account, pence in lines if side == Side.DEBIT)
    credit = sorted((account, pence) for side, account, pence in lines if side == Side.CREDIT)
    return Posting(row.kind, row.day, row.key, row.because, debit, credit)


def _rows(statement: str, parameters: list[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return list(cursor.fetchall())
