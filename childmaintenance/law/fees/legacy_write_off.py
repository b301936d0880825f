"""Arrears of the schemes before 2012, by size. SI 2009/3151 regulations 13H(1A) and 13K, as SI 2018/1279 put them in."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from childmaintenance.law.figures import Amount, Number
from childmaintenance.law.provision import BadFact, Figures, InForce
from childmaintenance.values import ZERO, Money


@dataclass(frozen=True, slots=True)
class LegacyWriteOff:
    """The sizes of regulation 13K and the time for the receiving parent to speak."""

    small_below: Amount
    up_to_where_older: Amount
    up_to_where_newer: Amount
    days_to_speak: Number


FIGURES = Figures(LegacyWriteOff, __file__)

# Cases of this effective date and before have the higher line.
OLDER_TO = date(2008, 11, 1)


class Band(Enum):
    """How large the arrears of an old case are."""

    SMALL = "small"  # written off without a notice
    UP_TO_THE_LINE = "up_to_the_line"  # without a notice
    OVER_THE_LINE = "over_the_line"  # the receiving parent is written to first


@dataclass(frozen=True, slots=True)
class BeforeWritingOff:
    """The band, and how many days the receiving parent has to speak first."""

    band: Band
    days_to_speak: int


def before_writing_off(arrears: Money, effective: date, law: InForce) -> BeforeWritingOff:
    """What must happen before arrears of an old case are written off; raises BadFact where there are none."""
    if arrears <= ZERO:
        raise BadFact("arrears", "must be more than nought")
    rates = FIGURES.under(law)
    if arrears < rates.small_below.of:
        return BeforeWritingOff(Band.SMALL, 0)
    line = rates.up_to_where_older.of if effective <= OLDER_TO else rates.up_to_where_newer.of
    if arrears <= line:
        return BeforeWritingOff(Band.UP_TO_THE_LINE, 0)
    return BeforeWritingOff(Band.OVER_THE_LINE, rates.days_to_speak.of)
