"""Drawing paying parents, those they pay, and the children: whatever the law asks about."""

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from childmaintenance.law.liability import Benefit, NilReason
from childmaintenance.modelling.nation.parameters import chance, names, one_of, parameters
from childmaintenance.modelling.terms import BENEFITS, NIL_REASONS
from childmaintenance.values import Territory

Drawn: TypeAlias = dict[str, NDArray[Any]]
WEEKS_TO_YEARLY_PENCE = 365 / 7 * 100
NO_LIVING = 7  # pounds a week: less is no employment
NORTHERN_IRELAND = "Northern Ireland"


def draw_people(random: np.random.Generator, number: int) -> Drawn:
    """The facts of so many paying parents; `receivers` and `children` say where each one's own begin."""
    kind = np.array(names("kinds"))[one_of(random, "kinds", number)]
    benefit, nil_reason = _benefit(random, kind), _nil_reason(random, kind)
    rarely = parameters()["rarely"]
    nation = one_of(random, "nation", number)
    income = _income(random, kind, benefit)
    drawn = {
        "territory": np.where(
            nation == names("nation").index(NORTHERN_IRELAND), _place(Territory.NI), _place(Territory.GB)
        ),
        "nation": nation,
        "yearly_income_pence": income,
        "income_is_known": ~((kind == "basic") & chance(random, rarely["unknown"], number)),
        "benefit": benefit,
        "nil_reason": nil_reason,
        "others": one_of(random, "others", number),
        "arrangements": np.where(chance(random, rarely["arrangements"], number), 1 + (random.random(number) < 0.2), 0),
        "expenses_weekly_pence": _sometimes(random, rarely["expenses"], number, 1_000, 8_000),
        "additional_weekly_pence": _sometimes(random, rarely["additional"], number, 4_800, 40_000),
    }
    return {**drawn, **_households(random, benefit), **_person(random, drawn, number)}


def _benefit(random: np.random.Generator, kind: NDArray[Any]) -> NDArray[np.int64]:
    codes = {"means_tested": Benefit.MEANS_TESTED, "means_tested_both_paying": Benefit.MEANS_TESTED_BOTH_PAYING}
    codes |= {"listed": Benefit.LISTED, "low_income": Benefit.NONE}
    by_place = np.array([BENEFITS.index(codes[name]) for name in names("flat")])
    return np.where(kind == "flat", by_place[one_of(random, "flat", len(kind))], BENEFITS.index(Benefit.NONE))


def _nil_reason(random: np.random.Generator, kind: NDArray[Any]) -> NDArray[np.int64]:
    reasons = [NilReason.NONE if name == "no_income" else NilReason(name) for name in names("nothing")]
    by_place = np.array([NIL_REASONS.index(reason) for reason in reasons])
    drawn = by_place[one_of(random, "nothing", len(kind))]
    return np.where(kind == "nothing", drawn, NIL_REASONS.index(NilReason.NONE))


def _income(random: np.random.Generator, kind: NDArray[Any], benefit: NDArray[np.int64]) -> NDArray[np.int64]:
    """Gross yearly income in pence, so that it falls in the band of its kind by the law of today."""
    wanted, number = parameters()["income"], len(kind)
    weekly = {
        "nothing": random.random(number) * 6.5,
        "flat": np.where(benefit == BENEFITS.index(Benefit.NONE), 8 + random.random(number) * 91, 0),
        "reduced": 101 + random.random(number) * 98,
        "basic": _lognormal(random, wanted, number, wanted["least"], wanted["line"]),
        "basic_plus": _lognormal(random, wanted, number, wanted["line"] + 1, wanted["most"]),
    }
    chosen = np.select([kind == name for name in weekly], list(weekly.values()))
    return np.rint(chosen * WEEKS_TO_YEARLY_PENCE).astype(np.int64)


def _lognormal(
    random: np.random.Generator, wanted: dict[str, Any], number: int, least: float, most: float
) -> NDArray[Any]:
    """Draws between two limits: what falls outside is drawn again."""
    found = np.full(number, np.nan)
    while (again := np.isnan(found)).any():
        drawn = wanted["median"] * np.exp(wanted["sigma"] * random.standard_normal(int(again.sum())))
        found[again] = np.where((drawn >= least) & (drawn <= most), drawn, np.nan)
    return found


def _sometimes(random: np.random.Generator, of_100: float, number: int, least: int, most: int) -> NDArray[np.int64]:
    return np.where(chance(random, of_100, number), random.integers(least, most, number), 0)


def _households(random: np.random.Generator, benefit: NDArray[np.int64]) -> Drawn:
    """Receiving parents, their children, and how often each child stays or is in care."""
    receivers = _starts(1 + one_of(random, "receivers", len(benefit)))
    sizes = 1 + one_of(random, "children", int(receivers[-1]))
    children = _starts(sizes)
    total = int(children[-1])
    on_benefit = np.repeat(benefit != BENEFITS.index(Benefit.NONE), np.diff(children[receivers]))
    nights = np.where(on_benefit, _nights(random, "nights_on_benefit", total), _nights(random, "nights", total))
    first_of_household = np.repeat(nights[children[:-1]], sizes)
    nights = np.where(chance(random, parameters()["nights"]["alike"], total), first_of_household, nights)
    in_care = _sometimes(random, parameters()["rarely"]["in_care"], total, 20, 366)
    return {
        "receivers": receivers,
        "children": children,
        "nights": np.where(in_care > 0, 0, nights),
        "care_nights": in_care,
    }


def _nights(random: np.random.Generator, group: str, number: int) -> NDArray[np.int64]:
    wanted = parameters()["nights"]
    firsts = np.array([*map(int, wanted["of"]), wanted["most"] + 1])
    band = one_of(random, group, number)
    drawn = firsts[band] + (random.random(number) * (firsts[band + 1] - firsts[band])).astype(np.int64)
    return np.where((band == 0) & chance(random, wanted["none_of_the_first"], number), 0, drawn)


def _person(random: np.random.Generator, drawn: Drawn, number: int) -> Drawn:
    """What statistics are broken down by, and the law does not ask."""
    wanted, credit = parameters()["person"], parameters()["low_income_on_credit"]
    weekly = drawn["yearly_income_pence"] / WEEKS_TO_YEARLY_PENCE
    tests = [BENEFITS.index(benefit) for benefit in (Benefit.MEANS_TESTED, Benefit.MEANS_TESTED_BOTH_PAYING)]
    means_tested = np.isin(drawn["benefit"], tests)
    little = ~means_tested & (weekly < credit["under"]) & (drawn["nil_reason"] == NIL_REASONS.index(NilReason.NONE))
    on_benefit = drawn["benefit"] != BENEFITS.index(Benefit.NONE)
    no_living = (weekly < NO_LIVING) & ~chance(random, parameters()["nothing"]["trying"], number)
    idle = on_benefit | no_living
    wales = drawn["nation"] == names("nation").index("Wales")
    age = np.rint(wanted["age"] + wanted["age_spread"] * random.standard_normal(number))
    return {
        "universal_credit": means_tested | (little & chance(random, credit["of_100"], number)),
        "employment": np.where(idle, len(names("employment")), one_of(random, "employment", number)),
        "pay_frequency": one_of(random, "pay_frequency", number),
        "man": chance(random, wanted["men"], number),
        "age": np.clip(age, wanted["youngest"], wanted["oldest"]).astype(np.int64),
        "welsh": wales & chance(random, wanted["welsh_of_wales"], number),
        "assisted": chance(random, wanted["assisted"], number),
        "abuse": chance(random, wanted["abuse"], number),
    }


def _starts(sizes: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)


def _place(territory: Territory) -> int:
    return list(Territory).index(territory)
