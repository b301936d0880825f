"""Pounds and pence, exactly."""

import re
from fractions import Fraction
from math import gcd

_POUNDS = re.compile(r"-?[0-9]{1,40}(\.[0-9]{1,40})?\Z", re.ASCII)


class NotMoney(ValueError):
    """The text is not an amount of pounds."""


class NotWholePence(ValueError):
    """The amount has a part of a penny, where only whole pence can stand."""


class Money:
    """An exact amount of pounds, which may hold any fraction of a penny until it is rounded.

    Kept as two whole numbers, over and under the line, and brought to lowest terms only when somebody looks: a sum of many
    steps then costs a few multiplications. There is no float anywhere, and multiplying money by money is refused.
    """

    __slots__ = ("_over", "_under")
    _over: int
    _under: int

    def __init__(self, over: int, under: int = 1) -> None:
        """An amount of `over / under` pounds; `under` is more than nought."""
        self._over = over
        self._under = under

    # -- making ------------------------------------------------------------------------------------------------------

    @classmethod
    def of(cls, amount: "str | int | Fraction | Money") -> "Money":
        """Pounds from a plain decimal such as "12.34", a whole number or a fraction; anything else raises NotMoney."""
        if isinstance(amount, Money):
            return amount
        if isinstance(amount, Fraction):
            return cls(amount.numerator, amount.denominator)
        if isinstance(amount, int) and not isinstance(amount, bool):
            return cls(amount)
        if not isinstance(amount, str) or not _POUNDS.match(amount):
            raise NotMoney(f"{amount!r} is not an amount of pounds such as 12.34.")
        whole, _, decimals = amount.partition(".")
        return cls(int(whole + decimals), 10 ** len(decimals))

    @classmethod
    def pence(cls, pence: int) -> "Money":
        """A whole number of pence."""
        if not isinstance(pence, int) or isinstance(pence, bool):
            raise NotMoney(f"{pence!r} is not a whole number of pence.")
        return cls(pence, 100)

    # -- looking -----------------------------------------------------------------------------------------------------

    @property
    def exact(self) -> Fraction:
        """The amount in pounds as a fraction in lowest terms."""
        return Fraction(self._over, self._under)

    @property
    def is_whole_pence(self) -> bool:
        """Whether there is no part of a penny in it."""
        return self._over * 100 % self._under == 0

    @property
    def in_pence(self) -> int:
        """The whole number of pence; raises NotWholePence where there is a part of a penny."""
        pence, part = divmod(self._over * 100, self._under)
        if part:
            raise NotWholePence(
                f"{self.exact} pounds is not a whole number of pence; round it by its own provision first."
            )
        return pence

    def rounded(self) -> "Money":
        """To the nearest penny, an exact half penny going up; rounding again changes nothing."""
        return Money((self._over * 200 + self._under) // (2 * self._under), 100)

    def rounded_up(self) -> "Money":
        """To the next whole penny up, where there is a part of one."""
        return Money(-(-self._over * 100 // self._under), 100)

    # -- the law's arithmetic ----------------------------------------------------------------------------------------

    def percent(self, rate: int | Fraction) -> "Money":
        """So many hundredths of it."""
        return Money(self._over * rate.numerator, self._under * rate.denominator * 100)

    def up_to(self, line: "Money") -> "Money":
        """The part of it below a line."""
        return self if self <= line else line

    def above(self, line: "Money") -> "Money":
        """The part of it over a line, or nought."""
        return self - line if self > line else ZERO

    def at_least(self, floor: "Money") -> "Money":
        """It, or the floor where that is more."""
        return self if self >= floor else floor

    def __add__(self, other: "Money") -> "Money":
        if self._under == other._under:
            return Money(self._over + other._over, self._under)
        return Money(self._over * other._under + other._over * self._under, self._under * other._under)

    def __sub__(self, other: "Money") -> "Money":
        if self._under == other._under:
            return Money(self._over - other._over, self._under)
        return Money(self._over * other._under - other._over * self._under, self._under * other._under)

    def __neg__(self) -> "Money":
        return Money(-self._over, self._under)

    def __mul__(self, times: int | Fraction) -> "Money":
        if isinstance(times, (int, Fraction)) and not isinstance(times, bool):
            return Money(self._over * times.numerator, self._under * times.denominator)
        return NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, parts: int | Fraction) -> "Money":
        if not isinstance(parts, (int, Fraction)) or isinstance(parts, bool):
            return NotImplemented
        if parts == 0:
            raise ZeroDivisionError("Money cannot be shared among nobody.")
        over, under = self._over * parts.denominator, self._under * parts.numerator
        return Money(over, under) if under > 0 else Money(-over, -under)

    def over(self, other: "Money") -> Fraction:
        """How many times the other amount goes into this one."""
        return Fraction(self._over * other._under, self._under * other._over)

    # -- comparing ---------------------------------------------------------------------------------------------------

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Money):
            return NotImplemented
        return self._over * other._under == other._over * self._under

    def __lt__(self, other: "Money") -> bool:
        return self._over * other._under < other._over * self._under

    def __le__(self, other: "Money") -> bool:
        return self._over * other._under <= other._over * self._under

    def __gt__(self, other: "Money") -> bool:
        return self._over * other._under > other._over * self._under

    def __ge__(self, other: "Money") -> bool:
        return self._over * other._under >= other._over * self._under

    def __bool__(self) -> bool:
        return self._over != 0

    def __hash__(self) -> int:
        common = gcd(self._over, self._under)
        return hash((self._over // common, self._under // common))

    # -- showing -----------------------------------------------------------------------------------------------------

    def __str__(self) -> str:
        """Pounds with two decimals, such as "12.34", rounded to the penny."""
        pence = self.rounded().in_pence
        sign, pence = ("-", -pence) if pence < 0 else ("", pence)
        return f"{sign}{pence // 100}.{pence % 100:02d}"

    def __repr__(self) -> str:
        return f"Money('{self}')" if self.is_whole_pence else f"Money.of(Fraction({self.exact}))"


ZERO = Money(0)
