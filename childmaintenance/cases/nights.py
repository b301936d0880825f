"""From the way people think about nights to nights in a year: what the law counts (SI 2012/2677 regs 46-47; NI 45-46)."""

from dataclasses import dataclass
from enum import StrEnum

NIGHTS_IN_A_YEAR = 365
WEEKS_IN_A_YEAR = 52
HALF_THE_YEAR = 175
"""From here on the law halves the amount (CSA 1991 Sch 1 para 7(4)), so from here on we also ask who does more of the caring.
That is what decides whether anything is owed at all (reg 50); the nights alone never do."""


class Pattern(StrEnum):
    """How somebody would rather say how often a child stays."""

    NEVER = "never"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    HOLIDAYS = "holidays"
    YEAR = "year"


MOST: dict[Pattern, int] = {
    Pattern.NEVER: 0,
    Pattern.WEEK: 7,
    Pattern.FORTNIGHT: 14,
    Pattern.HOLIDAYS: NIGHTS_IN_A_YEAR,
    Pattern.YEAR: NIGHTS_IN_A_YEAR,
}
"""The most nights that each way of saying it can hold."""


@dataclass(frozen=True, kw_only=True)
class Stays:
    """`nights` in each week, fortnight or year; `extra` nights a year on top, in holidays and on special days."""

    pattern: Pattern
    nights: int = 0
    extra: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.nights <= MOST[self.pattern]:
            raise ValueError(f"nights in a {self.pattern} are 0 to {MOST[self.pattern]}, not {self.nights}")
        if not 0 <= self.extra <= NIGHTS_IN_A_YEAR:
            raise ValueError(f"extra nights are 0 to {NIGHTS_IN_A_YEAR}, not {self.extra}")

    @property
    def a_year(self) -> int:
        """Nights in a year, never more than a year has. A week counts 52 times, as the regulations count one night a week."""
        times = {Pattern.WEEK: WEEKS_IN_A_YEAR, Pattern.FORTNIGHT: WEEKS_IN_A_YEAR // 2}.get(self.pattern, 1)
        return min(self.nights * times + self.extra, NIGHTS_IN_A_YEAR)


def may_share_care_equally(nights: int) -> bool:
    """Whether so many nights make it worth asking who provides more of the day to day care (reg 50; NI reg 49)."""
    return nights >= HALF_THE_YEAR
