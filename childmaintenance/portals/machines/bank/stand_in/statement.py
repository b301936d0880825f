"""Writes the day's statement: ISO 20022 camt.053.001.08, opening and closing balances that agree with the entries."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from lxml import etree

from .books import Store
from .words import Account, Kind, Mischief, Movement

NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"
CODES = {
    Kind.IN: ("RCDT", "DMCT"),
    Kind.IN_BACK: ("RCDT", "RRTN"),
    Kind.OUT: ("ICDT", "DMCT"),
    Kind.OUT_BACK: ("ICDT", "RRTN"),
}


def draw(store: Store, *, on: date, mischief: Mischief = Mischief.NONE) -> None:
    """Draw the statement of a day that has just been booked and keep it, ready to send, inside the caller's change."""
    account, at_first = store.account()
    with store.change() as db:
        last = db.execute(
            "select number, first_day, opening, closing from statement order by number desc limit 1"
        ).fetchone()
        number, first_day, opening = (last[0] + 1, on.isoformat(), last[3]) if last else (1, on.isoformat(), at_first)
        if mischief is Mischief.OVERLAP and last:
            first_day, opening = last[1], last[2]
        movements = store.movements("booked_on between ? and ?", first_day, on.isoformat())
        closing = opening + sum(movement.pence for movement in movements)
        body = to_xml(
            account,
            movements,
            number=number,
            first=date.fromisoformat(first_day),
            last=on,
            opening=opening,
            closing=closing,
        )
        file = f"statement-{on}-{number:05d}.xml"
        row = (number, first_day, on.isoformat(), opening, closing, file, body, "to-send")
        db.execute("insert into statement values (?, ?, ?, ?, ?, ?, ?, ?)", row)


def to_xml(
    account: Account,
    movements: Iterable[Movement],
    *,
    number: int,
    first: date,
    last: date,
    opening: int,
    closing: int,
) -> bytes:
    """The statement as a file; every amount in pence, in the order in which the movements were booked."""
    entries = [list(group) for _, group in groupby(movements, key=lambda movement: movement.entry)]
    sums = [sum(movement.pence for movement in entry) for entry in entries]
    root = etree.Element("Document", nsmap={None: NAMESPACE})
    body = _in(root, "BkToCstmrStmt")
    written = f"{last.isoformat()}T23:30:00"
    head = _in(body, "GrpHdr")
    _in(head, "MsgId", f"STMT-{last:%Y%m%d}-{number:05d}")
    _in(head, "CreDtTm", written)
    pages = _in(head, "MsgPgntn")
    _in(pages, "PgNb", "1")
    _in(pages, "LastPgInd", "true")
    statement = _in(body, "Stmt")
    _in(statement, "Id", f"{account.bban}-{number:05d}")
    _in(statement, "ElctrncSeqNb", str(number))
    _in(statement, "LglSeqNb", str(number))
    _in(statement, "CreDtTm", written)
    period = _in(statement, "FrToDt")
    _in(period, "FrDtTm", f"{first.isoformat()}T00:00:00")
    _in(period, "ToDtTm", f"{last.isoformat()}T23:59:59")
    _account(_in(statement, "Acct"), account, client=True)
    _balance(statement, "OPBD", opening, first)
    _balance(statement, "CLBD", closing, last)
    _summary(_in(statement, "TxsSummry"), sums)
    for entry, pence in zip(entries, sums, strict=True):
        _entry(_in(statement, "Ntry"), entry, pence)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def pounds(pence: int) -> str:
    """Pounds and pence without a sign, as the standard writes them."""
    whole, rest = divmod(abs(pence), 100)
    return f"{whole}.{rest:02d}"


def _in(parent: etree._Element, name: str, text: str | None = None) -> etree._Element:
    made = etree.SubElement(parent, name)
    if text is not None:
        made.text = text
    return made


def _amount(parent: etree._Element, pence: int, name: str = "Amt") -> None:
    _in(parent, name, pounds(pence)).set("Ccy", "GBP")


def _side(parent: etree._Element, pence: int) -> None:
    _in(parent, "CdtDbtInd", "CRDT" if pence >= 0 else "DBIT")


def _account(place: etree._Element, account: Account, *, client: bool = False) -> None:
    other = _in(_in(place, "Id"), "Othr")
    _in(other, "Id", account.bban)
    _in(_in(other, "SchmeNm"), "Cd", "BBAN")
    if client:
        _in(place, "Ccy", "GBP")
        _in(place, "Nm", account.name)
        member = _in(_in(_in(place, "Svcr"), "FinInstnId"), "ClrSysMmbId")
        _in(_in(member, "ClrSysId"), "Cd", "GBDSC")
        _in(member, "MmbId", account.sort_code)


def _balance(statement: etree._Element, code: str, pence: int, on: date) -> None:
    balance = _in(statement, "Bal")
    _in(_in(_in(balance, "Tp"), "CdOrPrtry"), "Cd", code)
    _amount(balance, pence)
    _side(balance, pence)
    _in(_in(balance, "Dt"), "Dt", on.isoformat())


def _summary(place: etree._Element, sums: list[int]) -> None:
    credits, debits = [pence for pence in sums if pence > 0], [pence for pence in sums if pence < 0]
    every = _in(place, "TtlNtries")
    _in(every, "NbOfNtries", str(len(sums)))
    _in(every, "Sum", pounds(sum(credits) - sum(debits)))
    net = _in(every, "TtlNetNtry")
    _in(net, "Amt", pounds(sum(sums)))
    _side(net, sum(sums))
    for name, some in (("TtlCdtNtries", credits), ("TtlDbtNtries", debits)):
        side = _in(place, name)
        _in(side, "NbOfNtries", str(len(some)))
        _in(side, "Sum", pounds(sum(some)))


def _entry(place: etree._Element, movements: list[Movement], pence: int) -> None:
    one = movements[0]
    _amount(place, pence)
    _side(place, pence)
    _in(place, "RvslInd", "true" if one.undoes else "false")
    _in(_in(place, "Sts"), "Cd", "BOOK")
    _in(_in(place, "BookgDt"), "Dt", one.on.isoformat())
    _in(_in(place, "ValDt"), "Dt", one.on.isoformat())
    _in(place, "AcctSvcrRef", one.entry)
    family, subfamily = CODES[one.kind]
    domain = _in(_in(place, "BkTxCd"), "Domn")
    _in(domain, "Cd", "PMNT")
    codes = _in(domain, "Fmly")
    _in(codes, "Cd", family)
    _in(codes, "SubFmlyCd", subfamily)
    details = _in(place, "NtryDtls")
    if one.entry != one.reference:
        batch = _in(details, "Btch")
        _in(batch, "MsgId", one.message)
        _in(batch, "PmtInfId", one.payment_info)
        _in(batch, "NbOfTxs", str(len(movements)))
        _amount(batch, pence, "TtlAmt")
        _side(batch, pence)
    for movement in movements:
        _transaction(_in(details, "TxDtls"), movement)


def _transaction(place: etree._Element, movement: Movement) -> None:
    references = _in(place, "Refs")
    if movement.message:
        _in(references, "MsgId", movement.message)
    # A payment that came back names the payment it undoes; any other names itself.
    _in(references, "AcctSvcrRef", movement.undoes or movement.reference)
    if movement.payment_info:
        _in(references, "PmtInfId", movement.payment_info)
    _in(references, "EndToEndId", movement.end_to_end)
    _amount(place, movement.pence)
    _side(place, movement.pence)
    party = "Dbtr" if movement.kind in (Kind.IN, Kind.IN_BACK) else "Cdtr"
    parties = _in(place, "RltdPties")
    _in(_in(_in(parties, party), "Pty"), "Nm", movement.party.name)
    _account(_in(parties, f"{party}Acct"), movement.party)
    if movement.words:
        _in(_in(place, "RmtInf"), "Ustrd", movement.words)
    if movement.reason:
        _in(_in(_in(place, "RtrInf"), "Rsn"), "Cd", movement.reason)
