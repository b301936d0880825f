"""A count of a few people is not told: who is one of three on a page could be known to a fourth."""

from collections.abc import Iterable, Mapping

from childmaintenance.statistics.terms import LEAST, Line


def told(count: int) -> int | None:
    """The count, or None where it is too small to be told. None of something is told: it is about nobody."""
    return count if count == 0 or count >= LEAST else None


def share(part: int, whole: int) -> int | None:
    """Per cent, where the whole and the part, and what is left over, are each large enough to be told."""
    if whole < LEAST or told(part) is None or told(whole - part) is None:
        return None
    return round(100 * part / whole)


def lines(counts: Mapping[str, int], *, most: int = 0, order: Iterable[str] | None = None) -> tuple[Line, ...]:
    """Each with its count and share, largest first or in the order given; small ones without either, last and by name.

    Were only one too small, the whole would give it away; then the shares are left out, and no whole is given beside.
    """
    names = list(order) if order is not None else sorted(counts, key=lambda name: (-(told(counts[name]) or 0), name))
    whole = sum(counts.values())
    found = [Line(name, told(counts.get(name, 0)), share(counts.get(name, 0), whole)) for name in names]
    return tuple(found[:most] if most else found)
