"""Executes the client's payout files (ISO 20022 pain.001.001.09): the whole file, or none of it with a reason."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from pathlib import Path

from lxml import etree

from .books import Store
from .files import put_in_place
from .words import Account, BankRefuses, Kind

NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"
NS = {"p": NAMESPACE}
LARGEST = 256 * 1024 * 1024  # bytes


@dataclass(frozen=True)
class Payment:
    """One credit transfer of a payout file."""

    pence: int
    to: Account
    end_to_end: str
    words: str
    payment_info: str
    batch: bool
    on: date


@dataclass(frozen=True)
class Done:
    """What became of one file: where it goes, and why when it was refused."""

    file: Path
    to: str  # executed or refused
    reason: str = ""


def execute(store: Store, folder: Path, *, on: date) -> list[Done]:
    """Execute every file that is waiting and due, inside the caller's change; the files themselves stay where they are."""
    done: list[Done] = []
    for file in sorted(folder.glob("*.xml")):
        body = file.read_bytes()
        try:
            message, payments = read(body, client=store.account()[0])
            if any(payment.on > on for payment in payments):
                continue  # it waits for its day
            if _executed_before(store, folder, file, message, body):
                done.append(Done(file, "executed"))
                continue
            total = sum(payment.pence for payment in payments)
            if total > store.balance() + _on_its_way(store, on):
                raise BankRefuses("There is not enough money on the account.")
        except BankRefuses as refusal:
            done.append(Done(file, "refused", str(refusal)))
            continue
        _pay(store, message, payments, on=on)
        with store.change() as db:
            row = (message, file.name, hashlib.sha256(body).hexdigest(), on.isoformat())
            db.execute("insert into payout_file values (?, ?, ?, ?)", row)
        done.append(Done(file, "executed"))
    return done


def put_away(folder: Path, done: list[Done]) -> None:
    """Move files to executed/ or refused/, the reason beside a refused one."""
    for one in done:
        place = folder / one.to
        place.mkdir(exist_ok=True)
        name = one.file.name
        if one.reason:
            while (place / name).exists():  # the same file may be refused again and again
                name = f"again-{name}"
            put_in_place(place / f"{name}.reason.txt", one.reason.encode())
        if one.file.exists():
            one.file.replace(place / name)


def read(body: bytes, *, client: Account) -> tuple[str, list[Payment]]:
    """The message id and the payments of a file that adds up; anything else is BankRefuses."""
    if len(body) > LARGEST:
        raise BankRefuses("The file is too large.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    try:
        root = etree.fromstring(body, parser)
    except etree.XMLSyntaxError:
        raise BankRefuses("The file is not well-formed XML.") from None
    if root.getroottree().docinfo.doctype:
        raise BankRefuses("The file carries a document type, which is not taken.")
    if root.tag != f"{{{NAMESPACE}}}Document":
        raise BankRefuses("The file is not pain.001.001.09.")
    start = _one(root, "p:CstmrCdtTrfInitn")
    head = _one(start, "p:GrpHdr")
    payments: list[Payment] = []
    for block in start.findall("p:PmtInf", NS):
        some = list(_payments(block, client))
        _adds_up(block, some, "payment information", needed=False)
        payments.extend(some)
    _adds_up(head, payments, "group header", needed=True)
    names = [payment.end_to_end for payment in payments]
    if len(set(names)) != len(names):
        raise BankRefuses("An end-to-end id is in the file twice.")
    return _text(head, "p:MsgId"), payments


def _payments(block: etree._Element, client: Account) -> Iterator[Payment]:
    payer = _account(block, "p:DbtrAcct", "p:DbtrAgt", name=_text(block, "p:Dbtr/p:Nm"))
    if payer.bban != client.bban:
        raise BankRefuses("The file pays from an account that is not yours.")
    if _text(block, "p:PmtMtd") != "TRF":
        raise BankRefuses("Only transfers (TRF) are taken.")
    try:
        on = date.fromisoformat(_text(block, "p:ReqdExctnDt/p:Dt"))
    except ValueError:
        raise BankRefuses("The requested execution date is not a date.") from None
    batch = block.findtext("p:BtchBookg", "true", NS) == "true"
    for transfer in block.findall("p:CdtTrfTxInf", NS):
        words = transfer.findtext("p:RmtInf/p:Ustrd", "", NS)
        to = _account(transfer, "p:CdtrAcct", "p:CdtrAgt", name=_text(transfer, "p:Cdtr/p:Nm"))
        end_to_end = _text(transfer, "p:PmtId/p:EndToEndId")
        amount = _one(transfer, "p:Amt/p:InstdAmt")
        if amount.get("Ccy") != "GBP":
            raise BankRefuses("An amount is not in pounds.")
        pence = _pence(amount.text or "")
        if pence <= 0:
            raise BankRefuses("An amount is nought or less.")
        yield Payment(pence, to, end_to_end, words, _text(block, "p:PmtInfId"), batch, on)


def _adds_up(place: etree._Element, payments: list[Payment], where: str, *, needed: bool) -> None:
    count, total = place.findtext("p:NbOfTxs", "", NS), place.findtext("p:CtrlSum", "", NS)
    if not needed and not count and not total:
        return
    if count != str(len(payments)) or not payments:
        raise BankRefuses(f"The number of payments in the {where} does not agree with the file.")
    if _pence(total) != sum(payment.pence for payment in payments):
        raise BankRefuses(f"The control sum in the {where} does not agree with the file.")


def _pence(text: str) -> int:
    try:
        amount = Decimal(text.strip()) * 100
        whole = int(amount)
    except (InvalidOperation, ValueError, OverflowError):
        raise BankRefuses("An amount is not a number.") from None
    if whole != amount:
        raise BankRefuses("An amount has a fraction of a penny.")
    return whole


def _account(place: etree._Element, account: str, agent: str, *, name: str) -> Account:
    number = _text(place, f"{account}/p:Id/p:Othr/p:Id")
    sort_code = place.findtext(f"{agent}/p:FinInstnId/p:ClrSysMmbId/p:MmbId", "", NS)
    if len(number) == 14 and number.isdigit() and sort_code in ("", number[:6]):
        return Account(name, number[:6], number[6:])
    if len(number) == 8 and number.isdigit() and len(sort_code) == 6 and sort_code.isdigit():
        return Account(name, sort_code, number)
    raise BankRefuses("An account is not a sort code and an account number.")


def _one(place: etree._Element, path: str) -> etree._Element:
    found = place.find(path, NS)
    if found is None:
        raise BankRefuses(f"{path.replace('p:', '')} is missing.")
    return found


def _text(place: etree._Element, path: str) -> str:
    text = (_one(place, path).text or "").strip()
    if not text:
        raise BankRefuses(f"{path.replace('p:', '')} is empty.")
    return text


def _executed_before(store: Store, folder: Path, file: Path, message: str, body: bytes) -> bool:
    """True when this very file was executed and only its putting away was interrupted; a second copy is refused."""
    rows = store.ask("select file, sha256 from payout_file where message = ?", message)
    if not rows:
        return False
    same = rows[0] == (file.name, hashlib.sha256(body).hexdigest())
    if same and not (folder / "executed" / file.name).exists():
        return True
    raise BankRefuses("A file with this message id was executed before.")


def _on_its_way(store: Store, on: date) -> int:
    """What will have been booked by the end of the day, before payouts, in pence."""
    rows = store.ask(
        "select coalesce(sum(pence), 0) from movement where booked_on is null and due_on <= ?", on.isoformat()
    )
    return int(rows[0][0])


def _pay(store: Store, message: str, payments: list[Payment], *, on: date) -> None:
    entries = {one.payment_info: _entry(message, one, on) for one in payments if one.batch}
    closed = {row[0] for row in store.ask("select bban from closed_account")}
    for payment in payments:
        same = {
            "party": payment.to, "words": payment.words, "end_to_end": payment.end_to_end,
            "message": message, "payment_info": payment.payment_info,
        }  # fmt: skip
        entry = entries.get(payment.payment_info, "")
        reference = store.add_movement(on=on, pence=-payment.pence, kind=Kind.OUT, entry=entry, **same)
        if payment.to.bban in closed:
            store.add_movement(
                on=on + timedelta(days=1),
                pence=payment.pence,
                kind=Kind.OUT_BACK,
                undoes=reference,
                reason="AC04",
                **same,
            )


def _entry(message: str, payment: Payment, on: date) -> str:
    """The one reference of a batch's statement entry, the same however often it is worked out."""
    name = hashlib.sha256(f"{message}/{payment.payment_info}".encode()).hexdigest()[:16]
    return f"B{on:%Y%m%d}-{name}"
