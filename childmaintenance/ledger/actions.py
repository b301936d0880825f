"""The acts of this room: open accounts, post a journal, post many, correct one. Each joins the caller's transaction.

No audit line is written here: a journal says who posted it, when and because of what, and the room that posts audits its act.
"""

import datetime as dt
from collections.abc import Iterable, Sequence

from django.db import connection, transaction
from psycopg.errors import UniqueViolation

from childmaintenance.foundation import clock
from childmaintenance.foundation.actor import Actor
from childmaintenance.ledger import queries
from childmaintenance.ledger.copying import copy_in
from childmaintenance.ledger.terms import (
    AccountKind,
    AccountNumber,
    AlreadyCorrected,
    Entry,
    JournalId,
    JournalKind,
    KeyReused,
    NoSuchJournal,
    Posting,
)

OPEN = """
INSERT INTO ledger_account (kind, reference)
SELECT kind, reference FROM unnest(%s::text[], %s::text[]) WITH ORDINALITY AS wanted (kind, reference, place)
WHERE NOT EXISTS (SELECT FROM ledger_account a WHERE a.kind = wanted.kind AND a.reference = wanted.reference)
ORDER BY place
ON CONFLICT DO NOTHING
"""


@transaction.atomic
def open_accounts(names: Iterable[tuple[AccountKind, str]]) -> dict[tuple[AccountKind, str], AccountNumber]:
    """The numbers of these accounts; those that are not there yet are opened, in the order given."""
    wanted = list(dict.fromkeys(names))
    found = queries.account_numbers(wanted)
    if len(found) < len(wanted):
        missing = [name for name in wanted if name not in found]
        with connection.cursor() as cursor:
            cursor.execute(OPEN, [[kind for kind, _ in missing], [reference for _, reference in missing]])
        found |= queries.account_numbers(missing)
    return found


@transaction.atomic
def post(
    *,
    kind: JournalKind,
    on: dt.date,
    key: str,
    because: str,
    debit: Sequence[Entry],
    credit: Sequence[Entry],
    by: Actor,
) -> JournalId:
    """Post one journal and answer its number. The same key with the same content is the same journal, posted once.

    Lines are made with `terms.entry`, in whole pence. Raises Unbalanced, and KeyReused for a known key with other content.
    """
    numbers = open_accounts((line.kind, line.reference) for line in (*debit, *credit))
    posting = Posting(
        kind,
        on,
        key,
        because,
        [(numbers[line.kind, line.reference], line.pence) for line in debit],
        [(numbers[line.kind, line.reference], line.pence) for line in credit],
    )
    return post_many([posting], by=by)[0]


@transaction.atomic
def post_many(postings: Sequence[Posting], *, by: Actor) -> list[JournalId]:
    """Post whole journals by COPY and answer their numbers, in order; about 100,000 entries a second.

    Lines are account numbers (`open_accounts`) and pence. Keys that are known with the same content are not posted again.
    Raises Unbalanced and KeyReused; then nothing is posted.
    """
    try:
        return _copy_anew(postings, by)
    except UniqueViolation:
        # Somebody posted one of the keys before, or did so while we waited for them: leave out what is there already.
        known = queries.journals_with_keys([posting.key for posting in postings])
        fresh = [posting for posting in postings if posting.key not in known]
        for posting in postings:
            if posting.key in known and queries.posting_of(known[posting.key]) != _sorted(posting):
                raise KeyReused(posting.key) from None
        numbers = dict(zip([posting.key for posting in fresh], _copy_anew(fresh, by), strict=True))
        return [known.get(posting.key) or numbers[posting.key] for posting in postings]


@transaction.atomic
def correct(*, journal: JournalId, key: str, because: str, on: dt.date, by: Actor) -> JournalId:
    """Post the opposite of a journal, once. Asked again with the same key it answers the same correction.

    Raises NoSuchJournal, and AlreadyCorrected where another key has corrected it.
    """
    original = queries.posting_of(journal)
    if original is None:
        raise NoSuchJournal(journal)
    opposite = Posting(JournalKind.CORRECTION, on, key, because, original.credit, original.debit)
    try:
        with transaction.atomic():
            return copy_in([opposite], by=str(by), at=clock.now(), corrects=journal)[0]
    except UniqueViolation:
        correction = queries.correction_of(journal)
        if correction is None or queries.journals_with_keys([key]).get(key) != correction:
            raise AlreadyCorrected(journal) from None
        return correction


@transaction.atomic
def _copy_anew(postings: Sequence[Posting], by: Actor) -> list[JournalId]:
    """In a savepoint, so that a refused COPY leaves the caller's transaction usable."""
    return copy_in(postings, by=str(by), at=clock.now()) if postings else []


def _sorted(posting: Posting) -> Posting:
    """With its lines in one order, to be compared."""
    return posting._replace(debit=sorted(posting.debit), credit=sorted(posting.credit))
