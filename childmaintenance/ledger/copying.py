"""How postings reach the database: two COPY statements, journals first."""

import datetime as dt
from collections.abc import Iterable, Sequence

from childmaintenance.foundation.copying import NULL, copy_lines, new_numbers, text
from childmaintenance.ledger.terms import JournalId, Posting, Unbalanced

JOURNAL = ("id", "kind", "day", "key", "because", "legs", "pence", "by", "at", "corrects_id")
ENTRY = ("journal_id", "line", "account_id", "side", "pence")


def copy_in(
    postings: Sequence[Posting], *, by: str, at: dt.datetime, corrects: JournalId | None = None
) -> list[JournalId]:
    """Write whole journals and answer their numbers, in order. The accounts must exist and the keys be new.

    Raises Unbalanced before anything is written; what else is wrong the database refuses.
    """
    numbers = [JournalId(number) for number in new_numbers("ledger_journal_id_seq", len(postings))]
    ending = f"{text(by)}\t{at.isoformat()}\t{NULL if corrects is None else corrects}\n"
    journals: list[str] = []
    entries: list[str] = []
    for number, posting in zip(numbers, postings, strict=True):
        pence = _both_sides(posting)
        journals.append(
            f"{number}\t{posting.kind}\t{posting.on}\t{text(posting.key)}\t{text(posting.because)}\t"
            f"{len(posting.debit) + len(posting.credit)}\t{pence}\t{ending}"
        )
        line = 0
        for account, amount in posting.debit:
            line += 1
            entries.append(f"{number}\t{line}\t{account}\tD\t{amount}\n")
        for account, amount in posting.credit:
            line += 1
            entries.append(f"{number}\t{line}\t{account}\tC\t{amount}\n")
    copy_lines("ledger_journal", JOURNAL, journals)
    copy_lines("ledger_entry", ENTRY, entries)
    return numbers


def _both_sides(posting: Posting) -> int:
    debits, credits_ = _sum(posting.debit), _sum(posting.credit)
    if debits != credits_ or not debits:
        raise Unbalanced(f"{posting.key}: {debits} pence debited and {credits_} credited")
    return debits


def _sum(side: Iterable[tuple[int, int]]) -> int:
    return sum([pence for _, pence in side])
