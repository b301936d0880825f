"""A stretch of whole days."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Period:
    """From a day, up to and including a last day; without one it is still running."""

    starts: date
    ends: date | None = None

    def __post_init__(self) -> None:
        if self.ends is not None and self.ends < self.starts:
            raise ValueError(f"A period cannot end on {self.ends}, before it starts on {self.starts}.")

    def __contains__(self, day: date) -> bool:
        return self.starts <= day and (self.ends is None or day <= self.ends)

    @property
    def days(self) -> int:
        """How many days, counting both the first and the last; an open period has no number."""
        if self.ends is None:
            raise ValueError("A period without an end has no number of days.")
        return (self.ends - self.starts).days + 1

    def overlaps(self, other: "Period") -> bool:
        """Whether any day is in both."""
        return self.meet(other) is not None

    def meet(self, other: "Period") -> "Period | None":
        """The days that are in both, if there are any."""
        starts = max(self.starts, other.starts)
        closed = [end for end in (self.ends, other.ends) if end is not None]
        ends = min(closed) if closed else None
        if ends is not None and ends < starts:
            return None
        return Period(starts, ends)

    def cut_at(self, days: Iterable[date]) -> "list[Period]":
        """The same days in pieces, a new piece beginning on each given day that falls inside."""
        inside = sorted({day for day in days if day in self and day != self.starts})
        firsts = [self.starts, *inside]
        lasts: list[date | None] = [day - timedelta(days=1) for day in inside]
        return [Period(first, last) for first, last in zip(firsts, [*lasts, self.ends], strict=True)]
