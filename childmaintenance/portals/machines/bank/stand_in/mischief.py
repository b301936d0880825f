"""Spoils a true statement in the way that was ordered; the true one is kept and can be sent later."""

from __future__ import annotations

import re

from .words import Account, Mischief

HUGE = 48 * 1024 * 1024  # bytes that a spoiled huge file has at least
FIRST_AMOUNT = re.compile(rb'(<Ntry>\s*<Amt Ccy="GBP">)([0-9.]+)(</Amt>)')
DECLARATION = b"<?xml version='1.0' encoding='UTF-8'?>"


def spoil(body: bytes, how: Mischief, *, account: Account) -> bytes:
    """The spoiled bytes; how each is spoiled reads like its name. An entry that is needed and absent changes nothing."""
    match how:
        case Mischief.TRUNCATED:
            return body[: len(body) * 2 // 3]
        case Mischief.MALFORMED:
            return body.replace(b"</Stmt>", b"</Statement>")
        case Mischief.EMPTY:
            return b""
        case Mischief.NOT_XML:
            return b"Dear customer, the file you asked for is not available today.\n"
        case Mischief.ENTITY_EXPANSION:
            return _with_document_type(body, _billion_laughs(), b"&l9;")
        case Mischief.EXTERNAL_ENTITY:
            return _with_document_type(body, b'<!ENTITY outside SYSTEM "file:///etc/passwd">', b"&outside;")
        case Mischief.HUGE:
            pad = b"<AddtlStmtInf>" + b"x" * 400 + b"</AddtlStmtInf>\n"
            return body.replace(b"</Stmt>", pad * (HUGE // len(pad) + 1) + b"</Stmt>")
        case Mischief.WRONG_CURRENCY:
            return body.replace(b'Ccy="GBP"', b'Ccy="EUR"').replace(b"<Ccy>GBP</Ccy>", b"<Ccy>EUR</Ccy>")
        case Mischief.WRONG_BALANCES:
            return _wrong_closing(body)
        case Mischief.WRONG_ACCOUNT:
            return body.replace(account.bban.encode(), b"20999900000000").replace(account.sort_code.encode(), b"209999")
        case Mischief.NEGATIVE_AMOUNT:
            return FIRST_AMOUNT.sub(rb"\g<1>-\g<2>\g<3>", body, count=1)
        case Mischief.FRACTION_OF_A_PENNY:
            return FIRST_AMOUNT.sub(rb"\g<1>\g<2>5\g<3>", body, count=1)
        case Mischief.NO_REFERENCE:
            return re.sub(rb"(</ValDt>\s*)<AcctSvcrRef>[^<]*</AcctSvcrRef>", rb"\g<1>", body, count=1)
    return body


def _with_document_type(body: bytes, entities: bytes, used: bytes) -> bytes:
    inside = body.replace(DECLARATION, DECLARATION + b"\n<!DOCTYPE Document [" + entities + b"]>", 1)
    return re.sub(rb"<Nm>[^<]*</Nm>", b"<Nm>" + used + b"</Nm>", inside, count=1)


def _billion_laughs() -> bytes:
    lines = [b'<!ENTITY l0 "ha">']
    lines += [f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">'.encode() for level in range(1, 10)]
    return b"\n".join(lines)


def _wrong_closing(body: bytes) -> bytes:
    def one_pound_more(found: re.Match[bytes]) -> bytes:
        whole, pence = found[2].split(b".")
        return found[1] + str(int(whole) + 1).encode() + b"." + pence

    return re.sub(rb'(<Cd>CLBD</Cd>.*?<Amt Ccy="GBP">)([0-9.]+)', one_pound_more, body, count=1, flags=re.DOTALL)
