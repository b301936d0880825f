"""Paying receiving parents: prepared by one, released by another, every payout in exactly one file."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

from django.db import transaction

from childmaintenance.cases import actions as cases
from childmaintenance.cases.terms import TaskKind
from childmaintenance.collection import settings
from childmaintenance.collection.bank import pain001
from childmaintenance.collection.bank.pain001 import Transfer
from childmaintenance.collection.copies import packed
from childmaintenance.collection.models import Payout, PayoutFile
from childmaintenance.collection.terms import CannotRelease, FileState, FileWaiting
from childmaintenance.foundation import audit, clock, locks
from childmaintenance.foundation.actor import Actor, ActorKind
from childmaintenance.foundation.copying import copy_lines, nothing_collected, rows, text
from childmaintenance.foundation.identifiers import new_reference
from childmaintenance.foundation.outbox import announce
from childmaintenance.ledger import actions as ledger
from childmaintenance.ledger import queries as books
from childmaintenance.ledger.terms import AccountKind, JournalKind, Posting
from childmaintenance.parties import queries as parties
from childmaintenance.parties.terms import BankAccountRecord

PAYOUT = ("reference", "file_id", "books_id", "pence", "account_name", "sort_code", "account_number", "roll_number")
PAYEES = "SELECT case_id, id, receiving_parent_id FROM collection_casebooks WHERE case_id = ANY(%s) ORDER BY id"
SENT_BACK = """
SELECT p.books_id, p.sort_code || p.account_number
FROM collection_payoutreturned r JOIN collection_payout p ON p.id = r.payout_id
"""
TO_RELEASE = """
SELECT p.reference, p.pence, p.account_name, p.sort_code, p.account_number, p.roll_number, b.case_id, b.to_pay_out
FROM collection_payout p JOIN collection_casebooks b ON b.id = p.books_id WHERE p.file_id = %s ORDER BY p.id
"""
LOCK = "collection: payouts"


@nothing_collected()
@transaction.atomic
def prepare_payouts(*, on: dt.date, by: Actor) -> str | None:
    """Put everything that is to be paid out, and can be, into one file, and answer its reference; None where there is nothing.

    Who has not said where to pay, or whose bank sent the last payment back, gets a task instead. Raises FileWaiting while an
    earlier file is neither released nor discarded.
    """
    locks.hold(LOCK)
    if waiting := PayoutFile.objects.filter(state=FileState.PREPARED).values_list("reference", flat=True).first():
        raise FileWaiting(waiting)
    to_pay = {case: -pence for case, pence in books.standing(AccountKind.TO_PAY_OUT).items() if pence < 0}
    payees = rows(PAYEES, [list(to_pay)]) if to_pay else []
    accounts = parties.bank_accounts({party for _, _, party in payees})
    sent_back = set(rows(SENT_BACK))
    payable: list[tuple[int, int, BankAccountRecord]] = []
    for case, number, party in payees:
        account = accounts.get(party)
        if account is None:
            _ask_for_bank_details(case, number, to_pay[case], by=by)
        elif (number, account.sort_code + account.account_number) not in sent_back:
            payable.append((number, to_pay[case], account))
    if not payable:
        return None
    file = PayoutFile.objects.create(
        reference=new_reference("F"),
        prepared_on=on,
        prepared_at=clock.now(),
        prepared_by=str(by),
        payouts=len(payable),
        total=sum(pence for _, pence, _ in payable),
    )
    copy_lines("collection_payout", PAYOUT, _lines(file, payable))
    cases.open_task(
        kind=TaskKind.RELEASE_PAYOUTS,
        about=file.reference,
        reason={"pence": file.total, "payouts": file.payouts, "prepared_by": file.prepared_by},
        key=f"release:{file.reference}",
        by=by,
    )
    audit.record(by=by, act="collection.prepare_payouts", about=file.reference, why=f"{len(payable)} payouts")
    return file.reference


@nothing_collected()
@transaction.atomic
def release_payouts(*, file: str, by: Actor) -> None:
    """Release a prepared file to the bank: a member of staff who is not the one who prepared it. Raises CannotRelease.

    What is no longer covered, because a receipt was taken back meanwhile, stops the whole file: discard it and prepare anew.
    """
    locks.hold(LOCK)
    row = _prepared(file)
    if by.kind != ActorKind.STAFF:
        raise CannotRelease("a member of staff releases payouts")
    if str(by) == row.prepared_by:
        raise CannotRelease("another person than the one who prepared it must release it")
    payouts = rows(TO_RELEASE, [row.pk])
    standing = books.standing(AccountKind.TO_PAY_OUT)
    uncovered = [payout[0] for payout in payouts if -standing.get(payout[6], 0) < payout[1]]
    if uncovered:
        raise CannotRelease(f"{len(uncovered)} payouts are no longer covered: discard the file and prepare it anew")
    now, own = settings.current(), settings.own_account()
    body = pain001.write(
        (
            Transfer(reference, pence, name, sort, number, roll or reference.replace("-", ""))
            for reference, pence, name, sort, number, roll, *_ in payouts
        ),
        message=file,
        made=clock.now(),
        on=clock.today(),
        own=own,
        name=now.name_on_payments,
    )
    said, added = pain001.read_back(body)
    if not said == added == (row.payouts, row.total):
        raise CannotRelease(f"the file's control totals do not agree: {said}, {added}, {row.payouts} of {row.total}")
    name = (AccountKind.IN_TRANSIT, file)
    in_transit = ledger.open_accounts([name])[name]
    ledger.post_many([_posting(payout, file, in_transit) for payout in payouts], by=by)
    row.state, row.released_at, row.released_by = FileState.RELEASED, clock.now(), str(by)
    row.sha256, row.body = hashlib.sha256(body).hexdigest(), packed(body)
    row.save(update_fields=["state", "released_at", "released_by", "sha256", "body"])
    cases.close_tasks(kind=TaskKind.RELEASE_PAYOUTS, about=file, outcome="released", by=by)
    audit.record(by=by, act="collection.release_payouts", about=file)
    announce("PayoutReleased", file=file)


@transaction.atomic
def discard_payouts(*, file: str, because: str, by: Actor) -> None:
    """Take a prepared file back before it is released; its money is in the next one."""
    locks.hold(LOCK)
    row = _prepared(file)
    row.state, row.discarded_at, row.discarded_by, row.discarded_because = (
        FileState.DISCARDED,
        clock.now(),
        str(by),
        because,
    )
    row.save(update_fields=["state", "discarded_at", "discarded_by", "discarded_because"])
    cases.close_tasks(kind=TaskKind.RELEASE_PAYOUTS, about=file, outcome="discarded", by=by)
    audit.record(by=by, act="collection.discard_payouts", about=file, why=because)


@transaction.atomic
def mark_sent(*, file: str, by: Actor) -> None:
    """The file's bytes are with the bank. Said again, the first time stays."""
    sent = PayoutFile.objects.filter(reference=file, state=FileState.RELEASED, sent_at=None).update(sent_at=clock.now())
    if sent:
        audit.record(by=by, act="collection.mark_sent", about=file)


def _prepared(file: str) -> PayoutFile:
    row = PayoutFile.objects.select_for_update().filter(reference=file).first()
    if row is None:
        raise CannotRelease("there is no such file")
    if row.state != FileState.PREPARED:
        raise CannotRelease(f"this file is {row.get_state_display().lower()} already")
    return row


def _lines(file: PayoutFile, payable: Iterable[tuple[int, int, BankAccountRecord]]) -> Iterator[str]:
    for place, (number, pence, account) in enumerate(payable, start=1):
        yield (
            f"{file.reference}-{place}\t{file.pk}\t{number}\t{pence}\t{text(account.account_name)}\t{account.sort_code}\t"
            f"{account.account_number}\t{text(account.roll_number)}\n"
        )


def _posting(payout: tuple[Any, ...], file: str, in_transit: int) -> Posting:
    reference, pence, *_, to_pay_out = payout
    return Posting(
        JournalKind.PAYOUT, clock.today(), f"payout:{reference}", file, [(to_pay_out, pence)], [(in_transit, pence)]
    )


def _ask_for_bank_details(case: str, number: int, pence: int, *, by: Actor) -> None:
    """Once until they have been paid: the key changes with the last payout."""
    last = Payout.objects.filter(books=number).order_by("-id").values_list("reference", flat=True).first()
    cases.open_task(
        kind=TaskKind.BANK_DETAILS,
        case=case,
        about=case,
        reason={"pence": pence},
        key=f"bank-details:{case}:{last or 'first'}",
        by=by,
    )
