"""Drawing how maintenance is paid: the service, the method, what came in last quarter, and what is unpaid."""

import numpy as np
from numpy.typing import NDArray

from childmaintenance.law.liability import Benefit
from childmaintenance.modelling.nation.parameters import names, one_of, parameters
from childmaintenance.modelling.nation.people import Drawn
from childmaintenance.modelling.terms import BENEFITS

METHODS = ("none", "earnings", "benefit", "default_standing_order", "voluntary_standing_order", "direct_debit")
PAID = ("not_due", "nothing", "up_to_90", "over_90")


def draw_paying(random: np.random.Generator, people: Drawn, weekly_pence: NDArray[np.int64]) -> Drawn:
    """Of each paying parent: on Collect and Pay or not, by which method, what was paid, weeks on the scheme, arrears in pence."""
    number, wanted = len(weekly_pence), parameters()["service"]
    on_benefit, due = people["benefit"] != BENEFITS.index(Benefit.NONE), weekly_pence > 0
    of_100 = np.where(on_benefit, wanted["on_benefit"], wanted["others"])
    of_100 = np.where(due, of_100, wanted["nothing_due"])
    of_100 = np.where(np.diff(people["receivers"]) > 1, of_100 * wanted["with_several_receivers"], of_100)
    collected = random.random(number) * 100 < of_100
    method = np.where(collected & due, _method(random, on_benefit), METHODS.index("none"))
    paid = np.where(collected & due, _paid(random, method), PAID.index("not_due"))
    arrears = parameters()["arrears"]
    weeks = np.maximum(1, np.rint(-np.log1p(-random.random(number)) * arrears["mean_weeks"])).astype(np.int64)
    unpaid = arrears["median"] * 100 * np.exp(arrears["sigma"] * random.standard_normal(number))
    behind = np.isin(paid, [PAID.index("nothing"), PAID.index("up_to_90")])
    return {
        "collect_and_pay": collected,
        "method": method,
        "paid": paid,
        "weeks": weeks,
        "arrears_pence": np.where(behind, np.rint(unpaid), 0).astype(np.int64),
        "weekly_pence": weekly_pence,
    }


def _method(random: np.random.Generator, on_benefit: NDArray[np.bool_]) -> NDArray[np.int64]:
    number = len(on_benefit)
    by_place = np.array([METHODS.index(name) for name in names("otherwise")])
    otherwise = by_place[one_of(random, "otherwise", number)]
    by_earnings = one_of(random, "method", number) == names("method").index("earnings")
    working = np.where(by_earnings, METHODS.index("earnings"), otherwise)
    return np.where(on_benefit, METHODS.index("benefit"), working)


def _paid(random: np.random.Generator, method: NDArray[np.int64]) -> NDArray[np.int64]:
    nothing = parameters()["pays_nothing"]["of"]
    of_100 = np.array([nothing.get(name, 0) for name in METHODS], dtype=float)[method]
    paid_all = one_of(random, "pays_all", len(method)) == names("pays_all").index("over_90")
    something = np.where(paid_all, PAID.index("over_90"), PAID.index("up_to_90"))
    return np.where(random.random(len(method)) * 100 < of_100, PAID.index("nothing"), something)
