"""How postings reach the database: two COPY statements, journals first, in the text format of PostgreSQL."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from django.db import connection

from childmaintenance.ledger.terms import JournalId, Posting, Unbalanced

JOURNALS = 'COPY ledger_journal (id, kind, day, key, because, legs, pence, "by", at, corrects_id) FROM STDIN'
ENTRIES = "COPY ledger_entry (journal_id, line, account_id, side, pence) FROM STDIN"
NULL = "\\N"
SPECIAL = re.compile(r"[\\\t\n\r]")
ESCAPED = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
ROWS_A_WRITE = 2000


def copy_in(
    postings: Sequence[Posting], *, by: str, at: dt.datetime, corrects: JournalId | None = None
) -> list[JournalId]:
    """Write whole journals and answer their numbers, in order. The accounts must exist and the keys be new.

    Raises Unbalanced before anything is written; what else is wrong the database refuses.
    """
    numbers = _new_numbers(len(postings))
    ending = f"{_escape(by)}\t{at.isoformat()}\t{NULL if corrects is None else corrects}\n"
    journals: list[str] = []
    entries: list[str] = []
    for number, posting in zip(numbers, postings, strict=True):
        pence = _both_sides(posting)
        journals.append(
            f"{number}\t{posting.kind}\t{posting.on}\t{_escape(posting.key)}\t{_escape(posting.because)}\t"
            f"{len(posting.debit) + len(posting.credit)}\t{pence}\t{ending}"
        )
        line = 0
        for account, amount in posting.debit:
            line += 1
            entries.append(f"{number}\t{line}\t{account}\tD\t{amount}\n")
        for account, amount in posting.credit:
            line += 1
            entries.append(f"{number}\t{line}\t{account}\tC\t{amount}\n")
    copy_text(JOURNALS, journals)
    copy_text(ENTRIES, entries)
    return numbers


def copy_text(statement: str, lines: Sequence[str]) -> None:
    """Send lines that are already in COPY's text format."""
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        for start in range(0, len(lines), ROWS_A_WRITE):
            copy.write("".join(lines[start : start + ROWS_A_WRITE]))


def _both_sides(posting: Posting) -> int:
    debits, credits_ = _sum(posting.debit), _sum(posting.credit)
    if debits != credits_ or not debits:
        raise Unbalanced(f"{posting.key}: {debits} pence debited and {credits_} credited")
    return debits


def _sum(side: Iterable[tuple[int, int]]) -> int:
    return sum([pence for _, pence in side])


def _new_numbers(count: int) -> list[JournalId]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('ledger_journal_id_seq') FROM generate_series(1, %s)", [count])
        return [JournalId(row[0]) for row in cursor.fetchall()]


def _escape(text: str) -> str:
    return SPECIAL.sub(lambda found: ESCAPED[found[0]], text) if SPECIAL.search(text) else text
