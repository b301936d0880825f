"""Reads an ISO 20022 camt.053 bank statement, versions 02 to 08, believing nothing it has not checked.

Anything wrong raises StatementRefused with the place; a statement comes out whole or not at all. Money is whole pence.
"""

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from childmaintenance.collection.bank.stream import Stream, Values
from childmaintenance.collection.terms import Refusal, StatementRefused

NAMESPACE = re.compile(r"(urn:iso:std:iso:20022:tech:xsd:camt\.053\.001\.([0-9]{2})) Document")
VERSIONS = frozenset({"02", "03", "04", "05", "06", "07", "08"})
POUNDS = re.compile(r"([0-9]{1,13})(?:\.([0-9]{1,2})0{0,3})?", re.ASCII)
OPENING, CLOSING = ("OPBD", "PRCD"), "CLBD"
NOT_PROVIDED = ("NOTPROVIDED", "NOT PROVIDED")
MOST_WORDS = 560


class Detail(NamedTuple):
    """One transaction of an entry. `pence` is None where the entry's own amount says it."""

    pence: int | None
    bank_reference: str
    end_to_end: str
    message: str
    payment_info: str
    party_name: str
    party_account: str
    words: str
    reason: str


class Line(NamedTuple):
    """One entry. `code` is the bank's own, family and sub-family, such as RCDT/DMCT."""

    credit: bool
    pence: int
    booked_on: dt.date
    bank_reference: str
    reversal: bool
    code: str
    message: str
    payment_info: str
    details: tuple[Detail, ...]


NOTHING = (Detail(None, "", "", "", "", "", "", "", ""),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One statement of one account, balances and entries agreeing."""

    account: str
    number: str
    sequence: str
    message: str
    first_day: dt.date | None
    last_day: dt.date
    opening: int
    closing: int
    lines: tuple[Line, ...]


def read(data: bytes, *, bban: str, largest: int, a_transaction: int) -> Statement:
    """The statement of our account in a file. Raises StatementRefused with the reason and the place.

    `bban` is our sort code and account number; `largest` the most bytes of any file, `a_transaction` of any stretch of it that
    brings no transaction: more is padding.
    """
    if not data.strip():
        raise StatementRefused(Refusal.EMPTY)
    if len(data) > largest:
        raise StatementRefused(Refusal.TOO_LARGE, f"{len(data)} bytes")
    reading = _Reading(bban)
    stream = Stream(reading.hear, _namespace)
    stream.read(data, a_transaction)
    if stream.statements != 1:
        raise StatementRefused(Refusal.NOT_ONE_STATEMENT, "there is none")
    return reading.whole(stream.head)


class _Reading:
    """What has been heard so far."""

    def __init__(self, bban: str) -> None:
        self.bban = bban
        self.balances: dict[str, tuple[int, dt.date]] = {}
        self.details: list[Detail] = []
        self.lines: list[Line] = []

    def hear(self, name: str, values: Values, around: Values) -> None:
        """One part of the file has ended."""
        if name == "TxDtls":
            # Which party is the other one depends on the entry's own side, which stands before its transactions.
            self.details.append(_detail(values, around.get("side") == "CRDT", self._where()))
        elif name == "Ntry":
            if not self.lines:
                _check_head(around, self.bban)
            self.lines.append(_line(values, tuple(self.details) or NOTHING, self._where()))
            self.details.clear()
        elif name == "Bal":
            code = values.get("code", "")
            if code == CLOSING or code in OPENING:
                pence, day = _pence(values, f"balance {code}"), _day(values, f"balance {code}")
                self.balances[code] = (pence if _is_credit(values, f"balance {code}") else -pence, day)

    def _where(self) -> str:
        return f"entry {len(self.lines) + 1}"

    def whole(self, head: Values) -> Statement:
        """Everything that is checked once all has been heard."""
        _check_head(head, self.bban)
        if CLOSING not in self.balances or not any(code in self.balances for code in OPENING):
            raise StatementRefused(Refusal.MISSING, "opening or closing balance")
        opening = next(self.balances[code][0] for code in OPENING if code in self.balances)
        closing, last_day = self.balances[CLOSING]
        said = (head.get("count", ""), head.get("sum", ""))
        if all(said):
            # The sum is of both sides, without signs.
            sum_ = _pence({"amount": said[1]}, "summary")
            if said[0] != str(len(self.lines)) or sum_ != sum(line.pence for line in self.lines):
                raise StatementRefused(Refusal.SUMMARY_DIFFERS)
        moved = sum(line.pence if line.credit else -line.pence for line in self.lines)
        if opening + moved != closing:
            raise StatementRefused(Refusal.DOES_NOT_ADD_UP, f"{opening} + {moved} is not {closing} pence")
        return Statement(
            account=head.get("iban") or head["account"],
            number=_needed(head, "number", "statement"),
            sequence=head.get("sequence", ""),
            message=_needed(head, "message", "group header"),
            first_day=_day_of(head["since"], "period") if "since" in head else None,
            last_day=last_day,
            opening=opening,
            closing=closing,
            lines=tuple(self.lines),
        )


def _check_head(head: Values, bban: str) -> None:
    account = head.get("iban") or _needed(head, "account", "account")
    if account != bban and not (account.startswith("GB") and account[8:] == bban):
        raise StatementRefused(Refusal.WRONG_ACCOUNT)
    if head.get("currency", "GBP") != "GBP":
        raise StatementRefused(Refusal.WRONG_CURRENCY, "account")
    if head.get("page", "1") != "1" or head.get("last_page", "true") not in ("true", "1"):
        raise StatementRefused(Refusal.NOT_THE_WHOLE)


def _line(values: Values, details: tuple[Detail, ...], where: str) -> Line:
    if values.get("status") != "BOOK":
        raise StatementRefused(Refusal.NOT_BOOKED, where)
    pence = _pence(values, where)
    if not pence:
        raise StatementRefused(Refusal.NOT_AN_AMOUNT, where)
    told = [detail.pence for detail in details]
    if len(told) > 1:
        if None in told or sum(one or 0 for one in told) != pence:
            raise StatementRefused(Refusal.PARTS_DO_NOT_ADD_UP, where)
    elif told[0] is not None and told[0] != pence:
        raise StatementRefused(Refusal.PARTS_DO_NOT_ADD_UP, where)
    family, sub_family = values.get("family", ""), values.get("sub_family", "")
    return Line(
        _is_credit(values, where),
        pence,
        _day(values, where),
        _needed(values, "bank_reference", where),
        values.get("reversal") in ("true", "1"),
        f"{family}/{sub_family}" if family else "",
        values.get("message", ""),
        values.get("payment_info", ""),
        details,
    )


def _detail(values: Values, credit: bool, where: str) -> Detail:
    get = values.get
    # Money that came in has a debtor, money that went out a creditor; a payment that came back still names the other one.
    party, account = ("debtor", "debtor_account") if credit else ("creditor", "creditor_account")
    other, other_account = ("creditor", "creditor_account") if credit else ("debtor", "debtor_account")
    end_to_end, words = get("end_to_end", ""), get("words", "")
    if len(words) > MOST_WORDS:
        raise StatementRefused(Refusal.TOO_LONG, where)
    return Detail(
        _pence(values, where) if "amount" in values else None,
        get("bank_reference", ""),
        "" if end_to_end.upper() in NOT_PROVIDED else end_to_end,
        get("message", ""),
        get("payment_info", ""),
        get(party, "") or get(other, ""),
        get(account, "") or get(other_account, ""),
        words,
        get("reason", "") or get("reason_words", ""),
    )


def _needed(values: Values, slot: str, where: str) -> str:
    found = values.get(slot)
    if not found:
        raise StatementRefused(Refusal.MISSING, f"{where}: {slot.replace('_', ' ')}")
    return found


def _pence(values: Values, where: str) -> int:
    match = POUNDS.fullmatch(_needed(values, "amount", where))
    if match is None:
        raise StatementRefused(Refusal.NOT_AN_AMOUNT, where)
    pence = match[2]
    return int(match[1]) * 100 + (int(pence) if pence and len(pence) == 2 else int(pence or "0") * 10)


def _day(values: Values, where: str) -> dt.date:
    return _day_of(_needed(values, "day", where), where)


def _day_of(said: str, where: str) -> dt.date:
    found = _as_date(said)
    if found is None:
        raise StatementRefused(Refusal.NOT_A_DATE, where)
    return found


@lru_cache(maxsize=1024)
def _as_date(said: str) -> dt.date | None:
    """The date at the beginning of a date or a moment."""
    if len(said) > 10 and said[10] not in "TZ+-":
        return None
    try:
        return dt.date.fromisoformat(said[:10])
    except ValueError:
        return None


def _is_credit(values: Values, where: str) -> bool:
    side = _needed(values, "side", where)
    if side not in ("CRDT", "DBIT"):
        raise StatementRefused(Refusal.MISSING, where)
    return side == "CRDT"


def _namespace(root: str) -> str:
    """The namespace of a file that is a camt.053 of a version we read."""
    match = NAMESPACE.fullmatch(root)
    if match is None:
        raise StatementRefused(Refusal.NOT_A_STATEMENT)
    if match[2] not in VERSIONS:
        raise StatementRefused(Refusal.VERSION, match[2])
    return match[1]
