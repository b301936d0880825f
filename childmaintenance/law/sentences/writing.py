"""How money, shares and numbers are written in a sentence, from a live reason or from one that was stored."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from childmaintenance.values import Money

DECIMALS = 4


def written(value: Any, kind: str, counts: Mapping[str, Mapping[str, str]]) -> str:
    """A value in the form that its place in the sentence asks for."""
    if kind == "money":
        return money(value)
    if kind == "percent":
        return f"{decimal(Fraction(value))}%"
    if kind == "share":
        return str(Fraction(value))
    if kind == "list":
        return ", ".join(str(part) for part in value)
    if kind in counts:
        number = int(value)
        return counts[kind]["one"] if number == 1 else counts[kind]["other"].format(n=f"{number:,}")
    return str(value)


def money(value: Any) -> str:
    """£1,234.56, with up to four decimals and then dots where it is not yet whole pence."""
    amount = value if isinstance(value, Money) else Money.of(Fraction(value))
    sign, exact = ("-", -amount.exact) if amount.exact < 0 else ("", amount.exact)
    if amount.is_whole_pence:
        pence = abs(amount.in_pence)
        return f"{sign}£{pence // 100:,}.{pence % 100:02d}"
    parts, rest = divmod(exact.numerator * 10**DECIMALS, exact.denominator)
    whole, decimals = divmod(parts, 10**DECIMALS)
    text = f"{decimals:0{DECIMALS}d}"
    return f"{sign}£{whole:,}.{text}…" if rest else f"{sign}£{whole:,}.{text[:2] + text[2:].rstrip('0')}"


def decimal(value: Fraction) -> str:
    """A number with as few decimals as it needs."""
    for places in range(DECIMALS + 1):
        scaled = value * 10**places
        if scaled.denominator == 1:
            digits = f"{scaled.numerator:0{places + 1}d}"
            return digits if not places else f"{digits[:-places]}.{digits[-places:]}"
    return str(value)
