"""How postings reach the database: two COPY statements, journals first."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from childmaintenance.foundation.copying import NULL, copy_lines, new_numbers, text
from childmaintenance.ledger.terms import JournalId, Posting, Unbalanced

JOURNAL = ("id", "kind", "day", "key", "because", "legs", "pence", "by", "at", "corrects_id")
ENTRY = ("journal_id", "line", "account_id", "side", "pence")


def copy_in(
    postings: Sequence[Posting], *, by: str, at: dt.datetime, corrects: JournalId | None = None
) -> list[JournalId]:
    """Write whole journals and answer their numbers, in order. The accounts must exist and the keys be new.

    Raises Unbalanced; what else is wrong the database refuses. Call it in a savepoint, so that nothing of it stays then.
    """
    numbers = [JournalId(number) for number in new_numbers("ledger_journal_id_seq", len(postings))]
    ending = f"{text(by)}\t{at.isoformat()}\t{NULL if corrects is None else corrects}\n"
    copy_lines("ledger_journal", JOURNAL, _journals(numbers, postings, ending))
    copy_lines("ledger_entry", ENTRY, _entries(numbers, postings))
    return numbers


def _journals(numbers: Sequence[JournalId], postings: Sequence[Posting], ending: str) -> Iterator[str]:
    for number, posting in zip(numbers, postings, strict=True):
        yield (
            f"{number}\t{posting.kind}\t{posting.on}\t{text(posting.key)}\t{text(posting.because)}\t"
            f"{len(posting.debit) + len(posting.credit)}\t{_both_sides(posting)}\t{ending}"
        )


def _entries(numbers: Sequence[JournalId], postings: Sequence[Posting]) -> Iterator[str]:
    """All lines of a journal as one text: fewer steps for a million of them."""
    for number, posting in zip(numbers, postings, strict=True):
        lines, line = "", 0
        for account, amount in posting.debit:
            line += 1
            lines += f"{number}\t{line}\t{account}\tD\t{amount}\n"
        for account, amount in posting.credit:
            line += 1
            lines += f"{number}\t{line}\t{account}\tC\t{amount}\n"
        yield lines


def _both_sides(posting: Posting) -> int:
    debits, credits_ = _sum(posting.debit), _sum(posting.credit)
    if debits != credits_ or not debits:
        raise Unbalanced(f"{posting.key}: {debits} pence debited and {credits_} credited")
    return debits


def _sum(side: Iterable[tuple[int, int]]) -> int:
    return sum([pence for _, pence in side])
