"""Bank statements as the tests need them: camt.053, version 02 or 08, true unless told otherwise."""

import datetime as dt
from dataclasses import dataclass, field, replace
from xml.sax.saxutils import escape

OURS = "00000100000042"


@dataclass(frozen=True)
class Paid:
    """One entry; pence below nought when money left."""

    pence: int
    words: str = ""
    bank_reference: str = ""
    end_to_end: str = "NOTPROVIDED"
    name: str = "A PAYER"
    names: str = ""  # the bank's reference of the payment that came back
    reversal: bool = False
    reason: str = ""
    message: str = ""
    payment_info: str = ""
    code: str = ""
    status: str = "BOOK"
    currency: str = "GBP"
    amount: str = ""
    booked_on: dt.date | None = None
    parts: tuple["Paid", ...] = ()


@dataclass
class Bank:
    """An account whose statements follow each other. Entries get references nobody else has."""

    balance: int = 0
    number: int = 0
    entries: int = 0
    version: str = "08"
    kept: list[Paid] = field(default_factory=list)

    def statement(self, on: dt.date, *paid: Paid, **changes: object) -> bytes:
        """The statement of a day, and the balance moves on."""
        self.number += 1
        named = [self._named(one) for one in paid]
        opening = self.balance
        self.balance += sum(one.pence for one in named)
        self.kept = named
        told = {"number": f"{OURS}-{self.number:05d}", "opening": opening, "closing": self.balance, **changes}
        return camt053(on, named, version=self.version, **told)  # type: ignore[arg-type]

    def _named(self, paid: Paid) -> Paid:
        if paid.bank_reference:
            return paid
        self.entries += 1
        return replace(paid, bank_reference=f"M{self.entries:09d}")


def pounds(pence: int) -> str:
    return f"{abs(pence) // 100}.{abs(pence) % 100:02d}"


def camt053(
    on: dt.date,
    paid: list[Paid],
    *,
    number: str,
    opening: int,
    closing: int,
    version: str = "08",
    account: str = OURS,
    currency: str = "GBP",
    page: str = "",
    summary: bool = True,
    prefix: str = "",
) -> bytes:
    entries = "".join(_entry(one, on, version) for one in paid)
    total = sum(abs(one.pence) for one in paid)
    summary_said = (
        f"<TxsSummry><TtlNtries><NbOfNtries>{len(paid)}</NbOfNtries><Sum>{pounds(total)}</Sum></TtlNtries></TxsSummry>"
        if summary
        else ""
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n{prefix}'
        f'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.{version}"><BkToCstmrStmt>'
        f"<GrpHdr><MsgId>MSG-{number[-5:]}</MsgId><CreDtTm>{on}T23:30:00</CreDtTm>{page}</GrpHdr>"
        f"<Stmt><Id>{number}</Id><ElctrncSeqNb>{int(number[-5:])}</ElctrncSeqNb><CreDtTm>{on}T23:30:00</CreDtTm>"
        f"<FrToDt><FrDtTm>{on}T00:00:00</FrDtTm><ToDtTm>{on}T23:59:59</ToDtTm></FrToDt>"
        f"<Acct><Id><Othr><Id>{account}</Id></Othr></Id><Ccy>{currency}</Ccy></Acct>"
        f"{_balance('OPBD', opening, on)}{_balance('CLBD', closing, on)}{summary_said}{entries}"
        "</Stmt></BkToCstmrStmt></Document>"
    ).encode()


def _balance(code: str, pence: int, on: dt.date) -> str:
    side = "CRDT" if pence >= 0 else "DBIT"
    return (
        f'<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy="GBP">{pounds(pence)}</Amt>'
        f"<CdtDbtInd>{side}</CdtDbtInd><Dt><Dt>{on}</Dt></Dt></Bal>"
    )


def _entry(paid: Paid, on: dt.date, version: str) -> str:
    side = "CRDT" if paid.pence > 0 else "DBIT"
    family, _, sub = (paid.code or ("RCDT/DMCT" if paid.pence > 0 else "ICDT/DMCT")).partition("/")
    status = f"<Sts>{paid.status}</Sts>" if version == "02" else f"<Sts><Cd>{paid.status}</Cd></Sts>"
    day = paid.booked_on or on
    details = "".join(_details(one, version) for one in (paid.parts or (paid,)))
    batch = (
        f"<Btch><MsgId>{paid.message}</MsgId><PmtInfId>{paid.payment_info or paid.message}</PmtInfId></Btch>"
        if paid.message and not paid.reversal
        else ""
    )
    reference = f"<AcctSvcrRef>{escape(paid.bank_reference)}</AcctSvcrRef>" if paid.bank_reference != "-" else ""
    return (
        f'<Ntry><Amt Ccy="{paid.currency}">{paid.amount or pounds(paid.pence)}</Amt><CdtDbtInd>{side}</CdtDbtInd>'
        f"<RvslInd>{str(paid.reversal).lower()}</RvslInd>{status}<BookgDt><Dt>{day}</Dt></BookgDt>"
        f"<ValDt><Dt>{day}</Dt></ValDt>{reference}"
        f"<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>{family}</Cd><SubFmlyCd>{sub}</SubFmlyCd></Fmly></Domn></BkTxCd>"
        f"<NtryDtls>{batch}{details}</NtryDtls></Ntry>"
    )


def _details(paid: Paid, version: str) -> str:
    side = "CRDT" if paid.pence > 0 else "DBIT"
    party = "Dbtr" if paid.pence > 0 else "Cdtr"
    amount = f'<Amt Ccy="{paid.currency}">{paid.amount or pounds(paid.pence)}</Amt>'
    name = f"<Nm>{escape(paid.name)}</Nm>"
    own = paid.names or (paid.bank_reference if paid.bank_reference != "-" else "")
    refs = (
        (f"<MsgId>{paid.message}</MsgId>" if paid.message else "")
        + (f"<AcctSvcrRef>{escape(own)}</AcctSvcrRef>" if own else "")
        + f"<EndToEndId>{escape(paid.end_to_end)}</EndToEndId>"
    )
    return (
        f"<TxDtls><Refs>{refs}</Refs>"
        + (
            f"<AmtDtls><TxAmt>{amount}</TxAmt></AmtDtls>"
            if version == "02"
            else f"{amount}<CdtDbtInd>{side}</CdtDbtInd>"
        )
        + f"<RltdPties><{party}>{name if version == '02' else f'<Pty>{name}</Pty>'}</{party}></RltdPties>"
        + (f"<RmtInf><Ustrd>{escape(paid.words)}</Ustrd></RmtInf>" if paid.words else "")
        + (f"<RtrInf><Rsn><Cd>{paid.reason}</Cd></Rsn></RtrInf>" if paid.reason else "")
        + "</TxDtls>"
    )
