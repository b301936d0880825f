"""The kinds of figure that the law knows: an amount, a percentage, a table of them, a place on a list."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Self

from childmaintenance.values import Money


@dataclass(frozen=True, slots=True)
class Figure(ABC):
    """A figure as it stands on one day, with the provision that says it."""

    says: str

    @classmethod
    @abstractmethod
    def read(cls, says: str, of: Any) -> Self:
        """The figure from a row's value."""


def fraction(value: Any) -> Fraction:
    """An exact number from a row: a whole number, a decimal, or text such as "1/7"."""
    if isinstance(value, bool) or not isinstance(value, (int, str, Fraction)):
        raise ValueError(f"{value!r} is not an exact number.")
    return Fraction(value)


def money(value: Any) -> Money:
    """An amount of pounds from a row."""
    return Money.of(fraction(value))


@dataclass(frozen=True, slots=True)
class Amount(Figure):
    """Pounds."""

    of: Money

    @classmethod
    def read(cls, says: str, of: Any) -> Self:
        return cls(says, money(of))


@dataclass(frozen=True, slots=True)
class Percent(Figure):
    """So many hundredths."""

    of: Fraction

    @classmethod
    def read(cls, says: str, of: Any) -> Self:
        return cls(says, fraction(of))


@dataclass(frozen=True, slots=True)
class Share(Figure):
    """A part of a whole."""

    of: Fraction

    @classmethod
    def read(cls, says: str, of: Any) -> Self:
        return cls(says, fraction(of))


@dataclass(frozen=True, slots=True)
class Number(Figure):
    """A count of days, nights, weeks, months, years or payments."""

    of: int

    @classmethod
    def read(cls, says: str, of: Any) -> Self:
        if not isinstance(of, int) or isinstance(of, bool):
            raise ValueError(f"{of!r} is not a whole number.")
        return cls(says, of)


@dataclass(frozen=True, slots=True)
class Word(Figure):
    """A name out of a few, such as the list that a benefit is on."""

    of: str

    @classmethod
    def read(cls, says: str, of: Any) -> Self:
        if not isinstance(of, str) or not of:
            raise ValueError(f"{of!r} is not a word.")
        return cls(says, of)


@dataclass(frozen=True, slots=True)
class Whether(Figure):
    """Yes or no."""

    of: bool

    @classmethod
    def read(cls, says: str, of: Any) -> Self:
        if not isinstance(of, bool):
            raise ValueError(f"{of!r} is neither true nor false.")
        return cls(says, of)


@dataclass(frozen=True, slots=True)
class AmountByNumber(Figure):
    """Pounds for one, two and so on; the last stands for every greater number."""

    of: tuple[Money, ...]

    @classmethod
    def read(cls, says: str, of: Any) -> Self:
        return cls(says, tuple(money(value) for value in of))

    def for_(self, number: int) -> Money:
        """The amount for that many, from one up."""
        return self.of[min(number, len(self.of)) - 1]


@dataclass(frozen=True, slots=True)
class PercentByNumber(Figure):
    """Hundredths for one, two and so on; the last stands for every greater number."""

    of: tuple[Fraction, ...]

    @classmethod
    def read(cls, says: str, of: Any) -> Self:
        return cls(says, tuple(fraction(value) for value in of))

    def for_(self, number: int) -> Fraction:
        """The percentage for that many, from one up."""
        return self.of[min(number, len(self.of)) - 1]


@dataclass(frozen=True, slots=True)
class PercentTable(Figure):
    """Hundredths by two numbers: rows from one up, columns from nought up; the last of each stands for more."""

    of: tuple[tuple[Fraction, ...], ...]

    @classmethod
    def read(cls, says: str, of: Any) -> Self:
        return cls(says, tuple(tuple(fraction(value) for value in row) for row in of))

    def for_(self, down: int, across: int) -> Fraction:
        """The percentage at that row and column."""
        row = self.of[min(down, len(self.of)) - 1]
        return row[min(across, len(row) - 1)]


@dataclass(frozen=True, slots=True)
class Bands(Figure):
    """A share from a number of nights up, until the next band begins; below the first there is none."""

    of: tuple[tuple[int, Fraction], ...]

    @classmethod
    def read(cls, says: str, of: Any) -> Self:
        return cls(says, tuple((int(band["nights"]), fraction(band["share"])) for band in of))

    def for_(self, nights: int | Fraction) -> Fraction:
        """The share for that many nights."""
        found = NO_SHARE
        for least, share in self.of:
            if nights < least:
                break
            found = share
        return found

    def least_for(self, wanted: Fraction) -> int:
        """The fewest nights that give a share."""
        return next(least for least, share in self.of if share == wanted)


NO_SHARE = Fraction(0)
