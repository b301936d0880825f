"""A statement's entries on their way into the books: rows made, receipts matched to paying parents, everything copied in."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from childmaintenance.collection.bank.camt053 import Detail, Line, Statement
from childmaintenance.collection.bank.sorting import rows_of, sorted_out
from childmaintenance.collection.payment_reference import references_in
from childmaintenance.collection.terms import EntryKind, Refusal, StatementRefused
from childmaintenance.foundation.actor import Actor
from childmaintenance.foundation.copying import NULL, copy_lines, new_numbers, rows, text
from childmaintenance.ledger import actions as ledger
from childmaintenance.ledger.terms import AccountKind, JournalKind, Posting

ENTRY = (
    *(
        "id",
        "statement_id",
        "line",
        "kind",
        "booked_on",
        "pence",
        "bank_reference",
        "code",
        "payer_id",
        "undoes_id",
        "about",
    ),
    *("end_to_end", "reason", "party_name", "party_account", "words"),
)
HELD = ("entry_id", "payer_id", "receipt", "received_on", "pence", "used")
PAYERS = "SELECT payment_reference, id, held_for FROM collection_payer WHERE payment_reference = ANY(%s)"
KNOWN = "SELECT bank_reference, pence, booked_on FROM collection_bankentry WHERE bank_reference = ANY(%s)"


class Matched(NamedTuple):
    payer: int
    held_for: int


@dataclass(slots=True)
class Arrival:
    """One entry that is new to us. What a payout or a return is about is found out before it is kept."""

    line: int
    kind: EntryKind
    booked_on: dt.date
    pence: int  # below nought when money went out
    bank_reference: str
    code: str
    detail: Detail
    message: str
    payment_info: str
    id: int = 0
    reference: str = ""
    matched: Matched | None = None
    undoes: int | None = None
    about: str = ""
    references: set[str] = field(default_factory=set)


def new_arrivals(statement: Statement) -> tuple[list[Arrival], int]:
    """The entries we have not had, and how many we have had. Raises StatementRefused for one that comes twice or has changed."""
    found: list[Arrival] = []
    for line in statement.lines:
        kind = sorted_out(line)
        for bank_reference, pence, detail in rows_of(line):
            found.append(_arrival(len(found) + 1, line, kind, bank_reference, pence, detail))
    by_reference = {arrival.bank_reference: arrival for arrival in found}
    if len(by_reference) < len(found):
        raise StatementRefused(Refusal.ENTRY_TWICE)
    known = rows(KNOWN, [list(by_reference)]) if found else []
    for bank_reference, pence, booked_on in known:
        again = by_reference.pop(bank_reference)
        if (again.pence, again.booked_on) != (pence, booked_on):
            raise StatementRefused(Refusal.ENTRY_CHANGED, f"entry {again.line}")
    return list(by_reference.values()), len(known)


def _arrival(number: int, line: Line, kind: EntryKind, bank_reference: str, pence: int, detail: Detail) -> Arrival:
    return Arrival(
        number,
        kind,
        line.booked_on,
        pence if line.credit else -pence,
        bank_reference,
        line.code,
        detail,
        line.message or detail.message,
        line.payment_info or detail.payment_info,
    )


def match_receipts(arrivals: Sequence[Arrival]) -> None:
    """Whose each receipt is: the one paying parent whose reference stands in its words. None or several is nobody's."""
    wanted: set[str] = set()
    for arrival in arrivals:
        if arrival.kind == EntryKind.RECEIPT:
            arrival.references = references_in(arrival.detail.words, arrival.detail.end_to_end)
            wanted |= arrival.references
    payers = {row[0]: Matched(row[1], row[2]) for row in rows(PAYERS, [list(wanted)])} if wanted else {}
    for arrival in arrivals:
        mine = [payers[reference] for reference in arrival.references if reference in payers]
        if len(mine) == 1:
            arrival.matched = mine[0]


def keep(arrivals: Sequence[Arrival], statement: str) -> None:
    """Number the entries, and give each its reference."""
    for arrival, number in zip(arrivals, new_numbers("collection_bankentry_id_seq", len(arrivals)), strict=True):
        arrival.id, arrival.reference = number, f"{statement}.{arrival.line}"


def copy(arrivals: Sequence[Arrival], statement: int) -> None:
    """Copy the entries of a statement in."""
    copy_lines("collection_bankentry", ENTRY, (_row(arrival, statement) for arrival in arrivals))


def _row(arrival: Arrival, statement: int) -> str:
    detail = arrival.detail
    return (
        f"{arrival.id}\t{statement}\t{arrival.line}\t{arrival.kind.value}\t{arrival.booked_on}\t{arrival.pence}\t"
        f"{text(arrival.bank_reference)}\t{text(arrival.code)}\t{arrival.matched.payer if arrival.matched else NULL}\t"
        f"{NULL if arrival.undoes is None else arrival.undoes}\t{text(arrival.about)}\t{text(detail.end_to_end)}\t"
        f"{text(detail.reason)}\t{text(detail.party_name)}\t{text(detail.party_account)}\t{text(detail.words)}\n"
    )


def post_receipts(arrivals: Sequence[Arrival], *, by: Actor) -> None:
    """Money came in: it is held for whoever it was matched to, and stands in suspense where nobody knows."""
    suspended = [arrival for arrival in arrivals if arrival.matched is None]
    names = [(AccountKind.BANK, ""), *((AccountKind.SUSPENSE, arrival.reference) for arrival in suspended)]
    numbers = ledger.open_accounts(names)
    bank = numbers[AccountKind.BANK, ""]
    postings, held = [], []
    for arrival in arrivals:
        if arrival.matched is None:
            account = int(numbers[AccountKind.SUSPENSE, arrival.reference])
        else:
            account = arrival.matched.held_for
            held.append(
                f"{arrival.id}\t{arrival.matched.payer}\t{arrival.reference}\t{arrival.booked_on}\t{arrival.pence}\t0\n"
            )
        side = [(account, arrival.pence)]
        postings.append(
            Posting(
                JournalKind.RECEIPT,
                arrival.booked_on,
                f"receipt:{arrival.reference}",
                arrival.reference,
                [(bank, arrival.pence)],
                side,
            )
        )
    ledger.post_many(postings, by=by)
    copy_lines("collection_held", HELD, held)
