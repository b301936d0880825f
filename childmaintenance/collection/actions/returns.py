"""Everything on a statement but receipts: payouts that left, payments that came back, and what only a person can explain."""

from collections import Counter
from collections.abc import Sequence

from django.db.models import Q

from childmaintenance.cases import actions as cases
from childmaintenance.cases.terms import TaskKind
from childmaintenance.collection import arrivals as arriving
from childmaintenance.collection.actions.undoing import undo_receipt
from childmaintenance.collection.arrivals import Arrival
from childmaintenance.collection.models import BankEntry, Payout, PayoutFile, PayoutReturned
from childmaintenance.collection.terms import EntryKind, FileState
from childmaintenance.foundation.actor import Actor
from childmaintenance.ledger import actions as ledger
from childmaintenance.ledger import queries as books
from childmaintenance.ledger.terms import AccountKind, JournalKind, Posting


def book_outgoing_and_returned(arrivals: Sequence[Arrival], statement: int, *, by: Actor) -> None:
    """Find out what each entry is about, keep it, and post it. What agrees with nothing of ours waits for a person."""
    if not arrivals:
        return
    payouts = _payouts([arrival.detail.end_to_end for arrival in arrivals])
    returned = _returned(arrivals)
    in_transit = Counter({file: -pence for file, pence in books.standing(AccountKind.IN_TRANSIT).items()})
    came_back = set(PayoutReturned.objects.filter(payout__in=payouts.values()).values_list("payout_id", flat=True))
    files = dict(PayoutFile.objects.filter(reference__in=in_transit).values_list("reference", "total"))
    accounts: dict[str, tuple[AccountKind, str]] = {}
    for arrival in arrivals:
        payout = payouts.get(arrival.detail.end_to_end)
        if arrival.kind == EntryKind.PAYOUT:
            file = _file_that_left(arrival, payout, files)
            if file and in_transit[file] >= -arrival.pence:
                in_transit[file] += arrival.pence
                accounts[arrival.reference] = (AccountKind.IN_TRANSIT, file)
                arrival.about = file
                continue
        elif arrival.kind == EntryKind.PAYOUT_RETURNED:
            if payout and payout.pence == arrival.pence and payout.pk not in came_back:
                came_back.add(payout.pk)
                accounts[arrival.reference] = (AccountKind.IN_TRANSIT, payout.file.reference)
                arrival.about = payout.reference
                continue
        elif (original := returned.get(arrival.reference)) is not None:
            arrival.undoes = original
            continue
        arrival.kind = EntryKind.OTHER
        accounts[arrival.reference] = (AccountKind.SUSPENSE, arrival.reference)
    arriving.copy(arrivals, statement)
    _post(arrivals, accounts, by=by)
    for arrival in arrivals:
        if arrival.kind == EntryKind.PAYOUT_RETURNED:
            _undo_payout(arrival, payouts[arrival.detail.end_to_end], by=by)
        elif arrival.undoes is not None:
            undo_receipt(arrival, arrival.undoes, by=by)


def _payouts(references: Sequence[str]) -> dict[str, Payout]:
    """Released payouts by the reference that the bank carries to the end and back."""
    rows = Payout.objects.filter(reference__in={one for one in references if one}, file__state=FileState.RELEASED)
    return {row.reference: row for row in rows.select_related("file", "books")}


def _file_that_left(arrival: Arrival, payout: Payout | None, files: dict[str, int]) -> str | None:
    """A whole file, or a single payout of one, and only where the amount agrees to the penny."""
    if files.get(arrival.message) == -arrival.pence:
        return arrival.message
    if payout is not None and payout.pence == -arrival.pence:
        return payout.file.reference
    return None


def _returned(arrivals: Sequence[Arrival]) -> dict[str, int]:
    """Which receipt each returned one takes back: the one it names, or the only one with its end-to-end reference and amount."""
    back = [arrival for arrival in arrivals if arrival.kind == EntryKind.RECEIPT_RETURNED]
    if not back:
        return {}
    names = {arrival.detail.bank_reference for arrival in back} | {arrival.bank_reference for arrival in back}
    ends = {arrival.detail.end_to_end for arrival in back} - {""}
    originals = list(
        BankEntry.objects.filter(Q(bank_reference__in=names) | Q(end_to_end__in=ends), kind=EntryKind.RECEIPT).exclude(
            pk__in=BankEntry.objects.filter(undoes__isnull=False).values("undoes")
        )
    )
    found: dict[str, int] = {}
    for arrival in back:
        free = [one for one in originals if one.pence == -arrival.pence and one.pk not in found.values()]
        named = [one for one in free if one.bank_reference == arrival.detail.bank_reference]
        carried = [one for one in free if one.end_to_end and one.end_to_end == arrival.detail.end_to_end]
        candidates = named or carried
        if len(candidates) == 1:
            found[arrival.reference] = candidates[0].pk
    return found


def _post(arrivals: Sequence[Arrival], accounts: dict[str, tuple[AccountKind, str]], *, by: Actor) -> None:
    """One journal between the bank and the account on the other side. Returned receipts are corrected, not posted."""
    kinds = {
        EntryKind.PAYOUT: JournalKind.PAYOUT_CONFIRMED,
        EntryKind.PAYOUT_RETURNED: JournalKind.PAYOUT_RETURNED,
        EntryKind.OTHER: JournalKind.BANK_OTHER,
    }
    numbers = ledger.open_accounts([(AccountKind.BANK, ""), *accounts.values()])
    bank = numbers[AccountKind.BANK, ""]
    postings = []
    for arrival in arrivals:
        if arrival.reference not in accounts:
            continue
        ours, other = [(bank, abs(arrival.pence))], [(numbers[accounts[arrival.reference]], abs(arrival.pence))]
        debit, credit = (ours, other) if arrival.pence > 0 else (other, ours)
        key = f"{arrival.kind.value}:{arrival.reference}"
        because = arrival.about or arrival.reference
        postings.append(Posting(kinds[arrival.kind], arrival.booked_on, key, because, debit, credit))
    ledger.post_many(postings, by=by)


def _undo_payout(arrival: Arrival, payout: Payout, *, by: Actor) -> None:
    """The money is ours to pay out again, when a person has seen to the account it should go to."""
    key = f"payout:{payout.reference}"
    ledger.correct(
        journal=books.journals_with_keys([key])[key],
        key=f"payout-returned:{payout.reference}",
        because=arrival.reference,
        on=arrival.booked_on,
        by=by,
    )
    PayoutReturned.objects.create(payout=payout, entry_id=arrival.id, reason=arrival.detail.reason)
    cases.open_task(
        kind=TaskKind.RETURNED_PAYOUT,
        case=payout.books.case_id,
        about=payout.reference,
        reason={"pence": payout.pence, "returned_on": arrival.booked_on.isoformat(), "code": arrival.detail.reason},
        key=f"returned-payout:{payout.reference}",
        by=by,
    )
