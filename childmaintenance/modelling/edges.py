"""Random cases that crowd at the edges of the law: at a line and just beside it, at a band of nights and one night beside it."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from childmaintenance.modelling.columns import KINDS, Columns
from childmaintenance.modelling.figures import NIGHTS, Tables, Whole, editions
from childmaintenance.modelling.kernel import NO_BENEFIT, NO_NIL_REASON
from childmaintenance.modelling.terms import BENEFITS, NIL_REASONS, NO_INCOME_GIVEN, TERRITORIES, UNKNOWN_INCOME

PARTS: Final = (1, 365)
YEARS_BEYOND: Final = 3
MOST_POUNDS: Final = 4_000


def edge_cases(number: int, seed: int, parts: int) -> tuple[Columns, NDArray[np.datetime64]]:
    """So many cases and a day for each; the same seed gives the same cases."""
    random = np.random.default_rng(seed)
    found = editions(parts)
    receivers = _starts(random.choice([1, 2, 3, 5], number, p=[0.6, 0.25, 0.1, 0.05]))
    children = _starts(random.choice([1, 2, 3, 4, 7], receivers[-1], p=[0.5, 0.25, 0.15, 0.07, 0.03]))
    nights, care_nights = _nights(random, found.tables, int(children[-1]))
    benefit = random.choice(len(BENEFITS), number, p=[0.76, 0.08, 0.08, 0.08])
    nil_reason = np.where(random.random(number) < 0.08, random.integers(0, len(NIL_REASONS), number), NO_NIL_REASON)
    amounts = _amounts(random, found.tables, parts)
    columns = {
        "territory": random.integers(0, len(TERRITORIES), number),
        "income": _income(random, amounts, benefit, nil_reason),
        "additional": np.where(random.random(number) < 0.2, _near(random, amounts, number, parts), 0),
        "expenses": np.where(random.random(number) < 0.15, _near(random, amounts, number, parts), 0),
        "benefit": benefit,
        "nil_reason": nil_reason,
        "others": random.choice([0, 1, 2, 3, 4, 9], number, p=[0.6, 0.14, 0.1, 0.1, 0.04, 0.02]),
        "arrangements": random.choice([0, 1, 2, 3, 6], number, p=[0.75, 0.1, 0.07, 0.05, 0.03]),
        "receivers": receivers,
        "children": children,
        "nights": nights,
        "care_nights": care_nights,
    }
    made = Columns(**{name: values.astype(KINDS[name]) for name, values in columns.items()}, parts=parts)
    return made, _days(random, found.starts, number)


def _days(random: np.random.Generator, starts: tuple[object, ...], number: int) -> NDArray[np.datetime64]:
    """The first and last days of each edition, and any day."""
    firsts = np.array(starts, dtype="datetime64[D]")
    lasts = firsts[1:] - np.timedelta64(1, "D")
    until = firsts[-1].astype(int) + 366 * YEARS_BEYOND
    anywhere = random.integers(firsts[0].astype(int), until, number).astype("datetime64[D]")
    edge = random.choice(np.concatenate([firsts, lasts]), number)
    return np.where(random.random(number) < 0.3, edge, anywhere)


def _amounts(random: np.random.Generator, t: Tables, parts: int) -> Whole:
    """The lines of the law in the parts that incomes are stated in, and where the line lies before the other children's cut."""
    lines = [t.flat, t.low, t.high, t.cap, t.line, 2 * t.flat, t.low + t.flat]
    kept = t.whole - np.unique(t.cut)
    lines += [line * t.whole // kept for line in np.unique(t.line)]
    every = np.unique(np.concatenate([np.ravel(line) for line in lines])) * parts // t.penny
    amounts: Whole = every
    return amounts


def _near(random: np.random.Generator, amounts: Whole, number: int, parts: int) -> Whole:
    """An amount at a line, just beside one, or anywhere up to beyond the cap."""
    beside = random.choice(amounts, number) + random.integers(-2, 3, number)
    pennies = random.choice(amounts, number) + random.integers(-2, 3, number) * parts
    anywhere = random.integers(0, MOST_POUNDS * 100 * parts, number)
    low = random.integers(0, int(amounts[len(amounts) // 2]) + 1, number)
    return np.maximum(np.choose(random.integers(0, 4, number), [beside, pennies, anywhere, low]), 0)


def _income(random: np.random.Generator, amounts: Whole, benefit: Whole, nil_reason: Whole) -> Whole:
    """Mostly an amount; sometimes unknown; and not given only where a benefit or a description makes it of no account."""
    number = len(benefit)
    income = _near(random, amounts, number, 1)
    income = np.where(random.random(number) < 0.05, UNKNOWN_INCOME, income)
    idle = (benefit != NO_BENEFIT) | (nil_reason != NO_NIL_REASON)
    return np.where(idle & (random.random(number) < 0.3), NO_INCOME_GIVEN, income)


def _nights(random: np.random.Generator, t: Tables, number: int) -> tuple[Whole, Whole]:
    """Nights with the paying parent and in care: none, at a band, one beside it, or any; a year at most together."""
    bands = np.unique(np.concatenate([_steps(t.taken_by_nights), t.nil_from]))
    care_bands = np.unique(np.concatenate([_steps(t.taken_in_care), t.nothing_from]))
    nights = np.where(random.random(number) < 0.4, 0, _at_bands(random, bands, number))
    in_care = np.where(random.random(number) < 0.75, 0, _at_bands(random, care_bands, number))
    # A child who is in care for long is with the paying parent for what is left, sometimes to the last night.
    left = NIGHTS[-1] - in_care
    return np.minimum(nights, left), in_care


def _at_bands(random: np.random.Generator, bands: Whole, number: int) -> Whole:
    beside = random.choice(bands, number) + random.integers(-1, 2, number)
    return np.where(random.random(number) < 0.7, beside, random.integers(0, len(NIGHTS), number))


def _steps(by_nights: Whole) -> Whole:
    """The numbers of nights at which a share changes."""
    return np.unique(np.nonzero(np.diff(by_nights, axis=-1))[-1] + 1)


def _starts(sizes: Whole) -> Whole:
    return np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
