"""A case's payment history as each parent may read it, straight from the ledger, and statements of account cut from it."""

import datetime as dt
from collections.abc import Iterable, Mapping
from itertools import groupby

from childmaintenance.cases.terms import Side
from childmaintenance.collection.models import Instalment
from childmaintenance.collection.terms import HistoryKind, HistoryLine, InstalmentKind, StatementOfAccount
from childmaintenance.ledger import queries as books
from childmaintenance.ledger.terms import AccountKind, JournalKind, Movement

PAYING = (AccountKind.OWES_MAINTENANCE, AccountKind.OWES_FEE)
RECEIVING = (AccountKind.DUE_MAINTENANCE, AccountKind.TO_PAY_OUT)
CHARGES = {
    InstalmentKind.REGULAR: HistoryKind.CHARGE,
    InstalmentKind.TRUE_UP: HistoryKind.TRUE_UP,
    InstalmentKind.CREDIT: HistoryKind.CREDIT,
}
ARRIVED = {HistoryKind.PAYMENT, HistoryKind.PAID_OUT}
TAKEN_BACK = {
    HistoryKind.PAYMENT: HistoryKind.PAYMENT_RETURNED,
    HistoryKind.COLLECTED: HistoryKind.COLLECTED_RETURNED,
    HistoryKind.PAID_OUT: HistoryKind.PAYOUT_RETURNED,
}


def history(case: str, side: Side) -> tuple[HistoryLine, ...]:
    """Every movement of a case for one of its parents, oldest first, each with the balance after it."""
    if side == Side.PAYING:
        return _with_balances(_paying(case))
    return _with_balances(_receiving(case))


def arrived(case: str, side: Side, most: int) -> tuple[HistoryLine, ...]:
    """The newest payments that one of the parents made or got, newest first, without what was charged between them."""
    lines = _paying(case, charges=False) if side == Side.PAYING else _receiving(case)
    return tuple(line for line in reversed(lines) if line.kind in ARRIVED)[:most]


def statement_lines(case: str, side: Side, since: dt.date, upto: dt.date) -> StatementOfAccount:
    """The lines of a stretch of days, both included, with the balance before and after."""
    lines = history(case, side)
    before = [line for line in lines if line.on < since]
    within = tuple(line for line in lines if since <= line.on <= upto)
    opening = before[-1].balance if before else 0
    return StatementOfAccount(
        case=case,
        side=side,
        since=since,
        upto=upto,
        opening=opening,
        lines=within,
        closing=within[-1].balance if within else opening,
    )


def _paying(case: str, *, charges: bool = True) -> list[HistoryLine]:
    """What was charged, trued up and credited, and what was paid and taken back."""
    journals = _journals(case, PAYING)
    if not charges:
        journals = [(m, sums) for m, sums in journals if m.corrects or m.journal_kind == JournalKind.ALLOCATION]
    kinds = _instalment_kinds(m.key.removeprefix("due:") for (m, _) in journals if m.key.startswith("due:"))
    lines: list[HistoryLine] = []
    by_journal: dict[int, HistoryKind] = {}
    corrected = {int(m.corrects) for m, _ in journals if m.corrects}
    for first, sums in journals:
        maintenance, fee = sums.get(PAYING[0], 0), sums.get(PAYING[1], 0)
        about = first.because
        if first.corrects:
            kind = TAKEN_BACK[by_journal[first.corrects]]
        elif first.journal_kind == JournalKind.ALLOCATION:
            kind = HistoryKind.PAYMENT
        else:
            about = first.key.removeprefix("due:")
            kind = CHARGES[kinds[about]]
        by_journal[first.journal] = kind
        lines.append(_line(first, kind, maintenance + fee, maintenance, fee, about, corrected))
    return lines


def _receiving(case: str) -> list[HistoryLine]:
    """What was collected, the fee taken from it, what was paid out, and what came back."""
    journals = _journals(case, RECEIVING)
    lines: list[HistoryLine] = []
    by_journal: dict[int, HistoryKind] = {}
    corrected = {int(m.corrects) for m, _ in journals if m.corrects}
    for first, sums in journals:
        # A debit lessens what the receiving parent is due, a credit adds to what is to be paid out.
        collected, waiting = sums.get(RECEIVING[0], 0), -sums.get(RECEIVING[1], 0)
        about = first.because
        if first.corrects:
            kind = TAKEN_BACK.get(by_journal.get(first.corrects, HistoryKind.CHARGE))
            if kind is None:
                continue
        elif first.journal_kind == JournalKind.ALLOCATION:
            kind = HistoryKind.COLLECTED
        elif first.journal_kind == JournalKind.PAYOUT:
            kind, about = HistoryKind.PAID_OUT, first.key.removeprefix("payout:")
        else:
            continue
        by_journal[first.journal] = kind
        moved_out = kind in (HistoryKind.PAID_OUT, HistoryKind.PAYOUT_RETURNED)
        maintenance = waiting if moved_out else collected
        lines.append(_line(first, kind, waiting, maintenance, maintenance - waiting, about, corrected))
    return lines


def _journals(case: str, kinds: Iterable[AccountKind]) -> list[tuple[Movement, Mapping[AccountKind, int]]]:
    """Each journal that touches these accounts of a case, with what it moved in each."""
    found: list[tuple[Movement, Mapping[AccountKind, int]]] = []
    movements = books.movements([(kind, case) for kind in kinds])
    for _, some in groupby(movements, key=lambda movement: movement.journal):
        lines = list(some)
        sums: dict[AccountKind, int] = {}
        for movement in lines:
            sums[movement.account_kind] = sums.get(movement.account_kind, 0) + movement.pence
        found.append((lines[0], sums))
    return found


def _instalment_kinds(references: Iterable[str]) -> dict[str, InstalmentKind]:
    plans = {reference.rpartition(".")[0] for reference in references}
    if not plans:
        return {}
    rows = Instalment.objects.filter(plan__reference__in=plans).values_list("plan__reference", "number", "kind")
    return {f"{plan}.{number}": InstalmentKind(kind) for plan, number, kind in rows}


def _line(
    first: Movement, kind: HistoryKind, amount: int, maintenance: int, fee: int, about: str, corrected: set[int]
) -> HistoryLine:
    return HistoryLine(
        on=first.on,
        kind=kind,
        amount=amount,
        maintenance=maintenance,
        fee=fee,
        balance=0,
        about=about,
        corrected=first.journal in corrected,
    )


def _with_balances(lines: Iterable[HistoryLine]) -> tuple[HistoryLine, ...]:
    balance, found = 0, []
    for line in lines:
        balance += line.amount
        found.append(
            HistoryLine(
                on=line.on,
                kind=line.kind,
                amount=line.amount,
                maintenance=line.maintenance,
                fee=line.fee,
                balance=balance,
                about=line.about,
                corrected=line.corrected,
            )
        )
    return tuple(found)
