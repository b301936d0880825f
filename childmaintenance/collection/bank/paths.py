"""Which elements of a camt.053 statement are read, and under which name their text is kept. Everything else is passed over."""

from __future__ import annotations

from typing import Any

STATEMENT = {
    "GrpHdr": {"MsgId": "message", "MsgPgntn": {"PgNb": "page", "LastPgInd": "last_page"}},
    "Stmt": {
        "Id": "number",
        "ElctrncSeqNb": "sequence",
        "FrToDt": {"FrDtTm": "since"},
        "Acct": {"Id": {"IBAN": "iban", "Othr": {"Id": "account"}}, "Ccy": "currency"},
        "Bal": {
            "Tp": {"CdOrPrtry": {"Cd": "code"}},
            "Amt": "amount",
            "CdtDbtInd": "side",
            "Dt": {"Dt": "day", "DtTm": "day"},
        },
        "TxsSummry": {"TtlNtries": {"NbOfNtries": "count", "Sum": "sum"}},
        "Ntry": {
            "Amt": "amount",
            "CdtDbtInd": "side",
            "RvslInd": "reversal",
            "Sts": "status",  # text in version 02
            "BookgDt": {"Dt": "day", "DtTm": "day"},
            "AcctSvcrRef": "bank_reference",
            "BkTxCd": {"Domn": {"Fmly": {"Cd": "family", "SubFmlyCd": "sub_family"}}},
            "NtryDtls": {
                "Btch": {"MsgId": "message", "PmtInfId": "payment_info"},
                "TxDtls": {
                    "Refs": {
                        "MsgId": "message",
                        "AcctSvcrRef": "bank_reference",
                        "PmtInfId": "payment_info",
                        "EndToEndId": "end_to_end",
                    },
                    "Amt": "amount",
                    "AmtDtls": {"TxAmt": {"Amt": "amount"}},  # version 02
                    "RltdPties": {
                        "Dbtr": {"Nm": "debtor", "Pty": {"Nm": "debtor"}},
                        "DbtrAcct": {"Id": {"IBAN": "debtor_account", "Othr": {"Id": "debtor_account"}}},
                        "Cdtr": {"Nm": "creditor", "Pty": {"Nm": "creditor"}},
                        "CdtrAcct": {"Id": {"IBAN": "creditor_account", "Othr": {"Id": "creditor_account"}}},
                    },
                    "RmtInf": {"Ustrd": "words", "Strd": {"CdtrRefInf": {"Ref": "words"}}},
                    "RtrInf": {"Rsn": {"Cd": "reason", "Prtry": "reason"}, "AddtlInf": "reason_words"},
                },
            },
        },
    },
}

# The most signs each text may have; the standard's own bounds.
LONGEST = {
    "message": 35,
    "page": 5,
    "last_page": 5,
    "number": 35,
    "sequence": 18,
    "since": 35,
    "iban": 34,
    "account": 34,
    "currency": 3,
    "code": 4,
    "amount": 24,
    "side": 4,
    "day": 35,
    "count": 15,
    "sum": 24,
    "reversal": 5,
    "status": 4,
    "bank_reference": 35,
    "family": 4,
    "sub_family": 4,
    "payment_info": 35,
    "end_to_end": 35,
    "debtor": 140,
    "debtor_account": 34,
    "creditor": 140,
    "creditor_account": 34,
    "words": 140,
    "reason": 35,
    "reason_words": 105,
}
REPEATED = frozenset({"words", "reason_words", "message", "payment_info", "reason", "amount"})
"""What may stand in more than one place: words are joined, of the others the first counts."""


class Place:
    """One element that is read: its own text, or the elements inside it."""

    __slots__ = ("inside", "longest", "money", "name", "slot", "starts")

    def __init__(self, name: str, shape: dict[str, Any] | str, namespace: str) -> None:
        self.name = name
        self.starts = name in ("Stmt", "Bal", "Ntry", "TxDtls")
        self.money = name == "Amt"
        self.slot = shape if isinstance(shape, str) else ""
        self.longest = LONGEST.get(self.slot, 0)
        shapes = shape if isinstance(shape, dict) else {}
        if name == "Sts":
            shapes = {"Cd": "status"}  # from version 03 on the text is inside
        self.inside = {f"{namespace} {inner}": Place(inner, it, namespace) for inner, it in shapes.items()}


def places(namespace: str) -> Place:
    """The whole tree of what is read, with names as the parser gives them."""
    return Place("", {"Document": {"BkToCstmrStmt": STATEMENT}}, namespace)
