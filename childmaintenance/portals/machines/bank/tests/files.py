"""Reads statements and writes payout files for the tests, apart from both the bank's code and ours."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lxml import etree

from .conftest import CLIENT

CAMT = {"c": "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"}


@dataclass(frozen=True)
class Line:
    """One entry of a statement."""

    pence: int
    reference: str
    codes: str
    names: tuple[str, ...]
    words: tuple[str, ...]
    end_to_end: tuple[str, ...]
    names_entry: tuple[str, ...]
    reason: str
    reversal: bool


def entries(file: Path) -> list[Line]:
    """The entries of a statement file, in order."""
    root = etree.parse(str(file)).getroot()
    return [_line(entry) for entry in root.iterfind(".//c:Ntry", CAMT)]


def balances(file: Path) -> tuple[int, int]:
    """Opening and closing balance in pence."""
    root = etree.parse(str(file)).getroot()
    found = {
        balance.findtext("c:Tp/c:CdOrPrtry/c:Cd", None, CAMT): _pence(balance)
        for balance in root.iterfind(".//c:Bal", CAMT)
    }
    return found["OPBD"], found["CLBD"]


def _pence(place: etree._Element) -> int:
    amount = int(str(place.findtext("c:Amt", "", CAMT)).replace(".", ""))
    return amount if place.findtext("c:CdtDbtInd", "", CAMT) == "CRDT" else -amount


def _texts(place: etree._Element, path: str) -> tuple[str, ...]:
    return tuple(str(found.text) for found in place.iterfind(path, CAMT))


def _line(entry: etree._Element) -> Line:
    family = "c:BkTxCd/c:Domn/c:Fmly"
    return Line(
        pence=_pence(entry),
        reference=str(entry.findtext("c:AcctSvcrRef", "", CAMT)),
        codes="/".join(_texts(entry, f"{family}/c:Cd") + _texts(entry, f"{family}/c:SubFmlyCd")),
        names=_texts(entry, ".//c:Dbtr/c:Pty/c:Nm") + _texts(entry, ".//c:Cdtr/c:Pty/c:Nm"),
        words=_texts(entry, ".//c:Ustrd"),
        end_to_end=_texts(entry, ".//c:EndToEndId"),
        names_entry=_texts(entry, ".//c:TxDtls/c:Refs/c:AcctSvcrRef"),
        reason=str(entry.findtext(".//c:RtrInf/c:Rsn/c:Cd", "", CAMT)),
        reversal=entry.findtext("c:RvslInd", "", CAMT) == "true",
    )


def payout_file(
    payments: list[tuple[str, str, str, str]],
    *,
    message: str = "PAY-1",
    on: date,
    batch: bool = True,
    count: int | None = None,
    total: str | None = None,
    account: str = CLIENT.bban,
    currency: str = "GBP",
) -> bytes:
    """A pain.001.001.09 file; each payment is (pounds, name, bban, end-to-end id)."""
    count = len(payments) if count is None else count
    pence = sum(int(re.sub(r"\D", "", amount)) for amount, *_ in payments)
    total = f"{pence // 100}.{pence % 100:02d}" if total is None else total
    sums = f"<NbOfTxs>{count}</NbOfTxs><CtrlSum>{total}</CtrlSum>"
    transfers = "".join(
        f"<CdtTrfTxInf><PmtId><EndToEndId>{end_to_end}</EndToEndId></PmtId>"
        f'<Amt><InstdAmt Ccy="{currency}">{amount}</InstdAmt></Amt><Cdtr><Nm>{name}</Nm></Cdtr>'
        f"<CdtrAcct><Id><Othr><Id>{bban}</Id></Othr></Id></CdtrAcct>"
        "<RmtInf><Ustrd>Child maintenance</Ustrd></RmtInf></CdtTrfTxInf>"
        for amount, name, bban, end_to_end in payments
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"><CstmrCdtTrfInitn>'
        f"<GrpHdr><MsgId>{message}</MsgId><CreDtTm>{on}T09:00:00</CreDtTm>{sums}<InitgPty><Nm>Us</Nm></InitgPty></GrpHdr>"
        f"<PmtInf><PmtInfId>{message}-1</PmtInfId><PmtMtd>TRF</PmtMtd><BtchBookg>{str(batch).lower()}</BtchBookg>{sums}"
        f"<ReqdExctnDt><Dt>{on}</Dt></ReqdExctnDt><Dbtr><Nm>Us</Nm></Dbtr><DbtrAcct><Id><Othr><Id>{account}</Id></Othr></Id></DbtrAcct>"
        f"<DbtrAgt><FinInstnId/></DbtrAgt>{transfers}</PmtInf></CstmrCdtTrfInitn></Document>"
    ).encode()
