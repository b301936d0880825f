"""Writes an ISO 20022 pain.001.001.09 payout file, and reads its own control totals back. Money is whole pence.

UK payments: the agent by sort code (GBDSC), the account by its eight digits. Names are in the letters that banks carry.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple
from xml.sax.saxutils import escape

from childmaintenance.collection.settings import OwnAccount

NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"
NOT_CARRIED = re.compile(r"[^A-Za-z0-9/\-?:().,'+ ]+")
WELSH_AND_OTHERS = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "Æ": "AE",
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "Đ": "D",
        "ð": "d",
        "þ": "th",
        "’": "'",
        "&": "+",
    }
)
LONGEST_NAME, LONGEST_WORDS = 70, 140


class Transfer(NamedTuple):
    """One payment to one account. `words` is what the payee's statement shows beside our name."""

    end_to_end: str
    pence: int
    name: str
    sort_code: str
    account_number: str
    words: str


class Totals(NamedTuple):
    """What a file says of itself."""

    payments: int
    pence: int


HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="{namespace}"><CstmrCdtTrfInitn>
<GrpHdr><MsgId>{message}</MsgId><CreDtTm>{made}</CreDtTm>{totals}<InitgPty><Nm>{name}</Nm></InitgPty></GrpHdr>
<PmtInf><PmtInfId>{message}</PmtInfId><PmtMtd>TRF</PmtMtd><BtchBookg>true</BtchBookg>{totals}
<ReqdExctnDt><Dt>{on}</Dt></ReqdExctnDt><Dbtr><Nm>{name}</Nm></Dbtr>
<DbtrAcct><Id><Othr><Id>{account}</Id></Othr></Id><Ccy>GBP</Ccy></DbtrAcct>
<DbtrAgt><FinInstnId><ClrSysMmbId><ClrSysId><Cd>GBDSC</Cd></ClrSysId><MmbId>{sort_code}</MmbId></ClrSysMmbId></FinInstnId></DbtrAgt>
"""
TRANSFER = (
    "<CdtTrfTxInf><PmtId><EndToEndId>{}</EndToEndId></PmtId>"
    '<Amt><InstdAmt Ccy="GBP">{}.{:02d}</InstdAmt></Amt>'
    "<CdtrAgt><FinInstnId><ClrSysMmbId><ClrSysId><Cd>GBDSC</Cd></ClrSysId><MmbId>{}</MmbId></ClrSysMmbId></FinInstnId></CdtrAgt>"
    "<Cdtr><Nm>{}</Nm></Cdtr><CdtrAcct><Id><Othr><Id>{}</Id></Othr></Id></CdtrAcct>"
    "<RmtInf><Ustrd>{}</Ustrd></RmtInf></CdtTrfTxInf>\n"
)
SAID = re.compile(rb"<NbOfTxs>([0-9]+)</NbOfTxs><CtrlSum>([0-9]+[.][0-9]{2})</CtrlSum>")
AMOUNT = re.compile(rb'<InstdAmt Ccy="GBP">([0-9]+)[.]([0-9]{2})</InstdAmt>')
TAIL = "</PmtInf></CstmrCdtTrfInitn></Document>\n"


def write(
    transfers: Iterable[Transfer], *, message: str, made: dt.datetime, on: dt.date, own: OwnAccount, name: str
) -> bytes:
    """The file: one batch, its number of payments and their sum in both headers. `name` is what the payees' banks show."""
    bodies, count, total = [], 0, 0
    for transfer in transfers:
        if transfer.pence <= 0:
            raise ValueError(f"{transfer.end_to_end} pays nothing")
        pounds, pence = divmod(transfer.pence, 100)
        count, total = count + 1, total + transfer.pence
        bodies.append(
            TRANSFER.format(
                escape(transfer.end_to_end),
                pounds,
                pence,
                transfer.sort_code,
                escape(carried(transfer.name)[:LONGEST_NAME]),
                transfer.account_number,
                escape(carried(transfer.words)[:LONGEST_WORDS]),
            )
        )
    if not count:
        raise ValueError("a payout file pays somebody")
    totals = f"<NbOfTxs>{count}</NbOfTxs><CtrlSum>{total // 100}.{total % 100:02d}</CtrlSum>"
    head = HEAD.format(
        namespace=NAMESPACE,
        message=escape(message),
        made=made.strftime("%Y-%m-%dT%H:%M:%S"),
        totals=totals,
        name=escape(carried(name)),
        on=on.isoformat(),
        account=own.number,
        sort_code=own.sort_code,
    )
    return (head + "".join(bodies) + TAIL).encode("ascii")


def carried(text: str) -> str:
    """Text in the letters that UK payments carry: accents are dropped, what has no likeness becomes a space; never empty."""
    if text.isascii() and not NOT_CARRIED.search(text) and (plain := text.strip()):
        return plain
    plain = unicodedata.normalize("NFKD", text.translate(WELSH_AND_OTHERS))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(NOT_CARRIED.sub(" ", plain).split()) or "PAYEE"


def read_back(data: bytes) -> tuple[Totals, Totals]:
    """What the file's headers say, and what its payments come to when they are added up again from its bytes."""
    said = {Totals(int(count), int(sum_.replace(b".", b""))) for count, sum_ in SAID.findall(data)}
    if len(said) != 1:
        raise ValueError("the headers differ")
    amounts = AMOUNT.findall(data)
    return said.pop(), Totals(len(amounts), sum(int(pounds) * 100 + int(pence) for pounds, pence in amounts))
