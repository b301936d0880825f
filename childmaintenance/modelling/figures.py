"""The law's dated figures as whole numbers: every figure is read from `law`, none is written here.

An *edition* is the law of one territory between two changes of its figures. All editions are brought to the same small parts, so
that a case of any day is worked out with whole numbers only and rounded once.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import lcm
from typing import Any, Final, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from childmaintenance.law.figures import Bands
from childmaintenance.law.liability import (
    basic_rate,
    default_decision,
    flat_rate,
    flat_rate_shared_care,
    income_cap,
    local_authority_care,
    minimum,
    other_arrangements,
    reduced_rate,
    shared_care,
)
from childmaintenance.law.liability.facts import DAYS_IN_THE_LONGEST_YEAR
from childmaintenance.law.liability.shared_care import HALF
from childmaintenance.law.provision import Figures, InForce, NoRateInForce, Scenario, in_force
from childmaintenance.modelling.terms import TERRITORIES
from childmaintenance.values import Money

RULES: Final[tuple[Figures[Any], ...]] = tuple(
    rule.FIGURES
    for rule in (
        basic_rate,
        default_decision,
        flat_rate,
        flat_rate_shared_care,
        income_cap,
        local_authority_care,
        minimum,
        other_arrangements,
        reduced_rate,
        shared_care,
    )
)
NIGHTS: Final = range(DAYS_IN_THE_LONGEST_YEAR + 1)
Whole: TypeAlias = NDArray[np.int64]


class Tables(NamedTuple):
    """What the kernel reads. The first axis of each array is the edition; the whole numbers are shared by all editions.

    Amounts are in `penny`ths of a penny, percentages in `whole`ths, parts of a child's care in `care`ths.
    """

    penny: int
    whole: int
    care: int
    flat: Whole
    flat_where_both_pay: Whole
    low: Whole
    high: Whole
    cap: Whole
    line: Whole
    arrangements_least: Whole
    least_after_care: Whole
    least_after_variation: Whole
    off_for_each_half: Whole
    nil_from: Whole
    nothing_from: Whole
    below_line: Whole
    above_line: Whole
    cut: Whole
    reduced: Whole
    default: Whole
    taken_by_nights: Whole
    is_half: Whole
    taken_in_care: Whole


@dataclass(frozen=True)
class Editions:
    """Every edition that a run may need, and from which days each holds."""

    starts: tuple[date, ...]
    tables: Tables

    def of(self, days: Any, territories: Any) -> NDArray[np.int64]:
        """The edition of each case by its day and territory; raises NoRateInForce before the scheme began."""
        wanted = np.asarray(days, dtype="datetime64[D]")
        firsts = np.array(self.starts, dtype="datetime64[D]")
        place = np.searchsorted(firsts, wanted, side="right") - 1
        if (place < 0).any():
            raise NoRateInForce("the calculation", wanted.min().item(), TERRITORIES[0])
        chosen: Whole = place * len(TERRITORIES) + np.asarray(territories)
        return chosen


def editions(parts: int = 1, scenario: Scenario | None = None) -> Editions:
    """Every edition of the law, or of a scenario laid over it, for incomes stated in `parts` of a penny."""
    starts = _changes(scenario)
    laws = [_Law(in_force(on, territory, scenario)) for on in starts for territory in TERRITORIES]
    penny = lcm(parts, *(figure.denominator for law in laws for figure in law.pence.values()), *_default_parts(laws))
    whole = lcm(*(figure.denominator for law in laws for table in law.hundredths.values() for figure in _flat(table)))
    care = lcm(*(figure.denominator for law in laws for table in law.shares.values() for figure in table))
    columns: dict[str, Whole] = {
        **{name: _array([law.pence[name] * penny for law in laws]) for name in laws[0].pence},
        **{name: _array([_scaled(law.hundredths[name], whole) for law in laws]) for name in laws[0].hundredths},
        **{name: _array([_scaled(law.shares[name], care) for law in laws]) for name in laws[0].shares},
        **{name: _array([law.numbers[name] for law in laws]) for name in laws[0].numbers},
        "default": _array([_scaled(law.default, penny) for law in laws]),
        "is_half": _array([[share == HALF for share in law.shares["taken_by_nights"]] for law in laws]),
    }
    return Editions(starts, Tables(penny=penny, whole=whole, care=care, **columns))


def _changes(scenario: Scenario | None) -> tuple[date, ...]:
    """The days on which a figure of the calculation changes, from the day when all of them had begun."""
    rooms = {rule.room for rule in RULES}
    rows = [row for rule in RULES for history in rule.histories.values() for row in history.rows]
    laid = [] if scenario is None else scenario.rows.items()
    rows += [row for (room, _), more in laid if room in rooms for row in more]
    begun = max(min(row.starts for row in history.rows) for rule in RULES for history in rule.histories.values())
    return tuple(sorted({begun, *(row.starts for row in rows if row.starts > begun)}))


class _Law:
    """The figures of one edition as exact fractions, under the names of `Tables`."""

    def __init__(self, law: InForce) -> None:
        basic, flat = basic_rate.FIGURES.under(law), flat_rate.FIGURES.under(law)
        reduced, least = reduced_rate.FIGURES.under(law), minimum.FIGURES.under(law)
        nights, care = shared_care.FIGURES.under(law), local_authority_care.FIGURES.under(law)
        self.pence = {
            "flat": _pence(flat.amount.of),
            "flat_where_both_pay": _pence(flat.amount.of) * flat.share_where_both_pay.of,
            "low": _pence(reduced.more_than.of),
            "high": _pence(reduced.less_than.of),
            "cap": _pence(income_cap.FIGURES.under(law).most.of),
            "line": _pence(basic.line.of),
            "arrangements_least": _pence(other_arrangements.FIGURES.under(law).least.of),
            "least_after_care": _pence(least.after_care.of),
            "least_after_variation": _pence(least.after_variation.of),
            "off_for_each_half": _pence(nights.off_for_each_half.of),
        }
        self.default = [_pence(amount) for amount in default_decision.FIGURES.under(law).amount.of]
        self.hundredths: dict[str, Any] = {
            "below_line": [percent / 100 for percent in basic.percent_of_income.of],
            "above_line": [percent / 100 for percent in basic.percent_above_line.of],
            "cut": [percent / 100 for percent in basic.cut_for_other_children.of],
            "reduced": [[percent / 100 for percent in row] for row in reduced.percent_of_the_rest.of],
        }
        self.shares = {
            "taken_by_nights": _by_nights(nights.share_by_nights),
            "taken_in_care": _by_nights(care.share_by_nights),
        }
        self.numbers = {
            "nil_from": flat_rate_shared_care.FIGURES.under(law).nil_from.of,
            "nothing_from": care.nothing_from.of,
        }


def _pence(amount: Money) -> Fraction:
    return amount.exact * 100


def _by_nights(bands: Bands) -> list[Fraction]:
    return [Fraction(bands.for_(nights)) for nights in NIGHTS]


def _default_parts(laws: list[_Law]) -> list[int]:
    return [figure.denominator for law in laws for figure in law.default]


def _flat(table: Any) -> Iterable[Fraction]:
    """Every figure of a list, or of a list of lists."""
    for entry in table:
        if isinstance(entry, list):
            yield from entry
        else:
            yield entry


def _scaled(table: Any, parts: int) -> list[Any]:
    return [_scaled(entry, parts) if isinstance(entry, list) else int(entry * parts) for entry in table]


def _array(editions: list[Any]) -> Whole:
    """One array over editions; where a scenario makes a table shorter, its last entry stands for more, as the law says."""
    return np.array([_extended(entry, _shape(editions)) for entry in editions], dtype=np.int64)


def _shape(lists: list[Any]) -> list[int]:
    """The longest length at each depth, below the first."""
    inner = [entry for entry in lists if isinstance(entry, list)]
    if not inner:
        return []
    return [max(len(entry) for entry in inner), *_shape([deeper for entry in inner for deeper in entry])]


def _extended(entry: Any, shape: list[int]) -> Any:
    if not shape:
        return int(entry)
    return [_extended(deeper, shape[1:]) for deeper in [*entry, *[entry[-1]] * (shape[0] - len(entry))]]
