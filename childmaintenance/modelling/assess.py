"""The weekly amounts of many cases: the law's `assess` over columns."""

import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from childmaintenance.law.provision import Scenario
from childmaintenance.modelling.columns import Columns, for_the_kernel
from childmaintenance.modelling.door import check_facts, check_room, check_shape
from childmaintenance.modelling.figures import Editions, editions
from childmaintenance.modelling.kernel import assess_rows

A_PIECE: Final = 65_536  # cases: enough to make handing out cheap, few enough to share evenly


@dataclass(frozen=True, eq=False)
class Results:
    """Pence a week for each receiving parent, and the place in `terms.RATES` for each case."""

    weekly: NDArray[np.int64]
    rate: NDArray[np.int8]

    def totals(self, columns: Columns) -> NDArray[np.int64]:
        """Pence a week that each paying parent pays altogether."""
        return np.add.reduceat(self.weekly, columns.receivers[:-1]) if len(columns) else np.zeros(0, np.int64)


def assess(
    columns: Columns, *, on: date | NDArray[Any], scenario: Scenario | None = None, threads: int | None = None
) -> Results:
    """Each case by the law of its day: `on` is one day, or a column of days.

    The readings are `law.readings.USUAL`. Raises what the law raises, BadFact, MissingFact and NoRateInForce, and names a case
    that it would raise it for; and TooFine where a scenario's fractions are finer than whole numbers can hold.
    """
    check_shape(columns)
    found = _editions(columns.parts, scenario)
    case, receiver, child = for_the_kernel(
        columns, _edition_of(columns, on, found), found.tables.penny // columns.parts
    )
    results = Results(np.empty(int(columns.receivers[-1]), np.int64), np.empty(len(columns), np.int8))

    def work(first: int, last: int) -> None:
        check_room(found.tables, *check_facts(case, receiver, child, first, last))
        assess_rows(found.tables, first, last, case, receiver, child, results.weekly, results.rate)

    _hand_out(work, len(columns), threads or len(os.sched_getaffinity(0)))
    return results


def assess_by_dask(columns: Columns, *, on: date, processes: int, scenario: Scenario | None = None) -> Results:
    """The same through Dask on several processes: the way past one machine, since a piece needs nothing but its own columns."""
    from dask.base import compute
    from dask.delayed import delayed

    size = max(1, -(-len(columns) // processes))
    pieces = [delayed(assess)(piece, on=on, scenario=scenario, threads=1) for piece in columns.cut(size)]
    return together(compute(*pieces, scheduler="processes", num_workers=processes))


def together(results: Iterable[Results]) -> Results:
    """The results of pieces in their order, as of one whole."""
    every = list(results)
    return Results(np.concatenate([part.weekly for part in every]), np.concatenate([part.rate for part in every]))


@lru_cache(maxsize=64)
def _editions(parts: int, scenario: Scenario | None) -> Editions:
    return editions(parts, scenario)


def _edition_of(columns: Columns, on: date | NDArray[Any], found: Editions) -> NDArray[np.int16]:
    return found.of(np.asarray(on, dtype="datetime64[D]"), columns.territory).astype(np.int16)


def _hand_out(work: Any, cases: int, threads: int) -> None:
    """Work through all cases, a piece at a time, on several threads: the kernel lets go of the interpreter's lock."""
    edges = list(pairwise([*range(0, cases, A_PIECE), cases]))
    if threads == 1 or len(edges) <= 1:
        for first, last in edges:
            work(first, last)
        return
    with ThreadPoolExecutor(threads) as pool:
        for done in [pool.submit(work, first, last) for first, last in edges]:
            done.result()
