"""What was drawn, beside what it was to come to."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from childmaintenance.modelling.nation.parameters import names, parameters
from childmaintenance.modelling.nation.paying import METHODS, PAID
from childmaintenance.modelling.nation.people import NORTHERN_IRELAND, Drawn

LOW_INCOME: Final = 12_570 * 100  # pence a year: the personal allowance, by which the published share is counted
POINT: Final = 1.0
BANDS: Final = (0, 52, 104, 156, 175, 367)
NIL_PAYERS: Final = {
    "default_standing_order": 45.6,
    "benefit": 36.2,
    "earnings": 12.4,
    "voluntary_standing_order": 4.5,
    "direct_debit": 1.1,
}
SAID: Final = {
    "receivers": "Receiving parents of a payer",
    "others": "Relevant other children",
    "nation": "Where they live",
    "pay_frequency": "How often the employed are paid",
}


@dataclass(frozen=True)
class Marginal:
    """One figure of the nation: what it should be, what it is, and how far apart the two may be."""

    group: str
    name: str
    unit: str
    status: str
    target: float
    achieved: float
    tolerance: float = POINT

    @property
    def is_met(self) -> bool:
        """Whether the two are near enough."""
        return abs(self.achieved - self.target) <= self.tolerance


def marginals(drawn: Drawn) -> list[Marginal]:
    """Every published figure, and the assumed ones, of what was drawn."""
    return [*_people(drawn), *_money(drawn), *_collected(drawn), *_assumed(drawn)]


def _people(drawn: Drawn) -> list[Marginal]:
    known, receivers = drawn["income_is_known"], np.diff(drawn["receivers"])
    collected = drawn["collect_and_pay"]
    grown = parameters()["payers"]["number"] / len(receivers)
    ireland = np.repeat(drawn["nation"] == names("nation").index(NORTHERN_IRELAND), receivers)
    low, children = drawn["yearly_income_pence"][known] < LOW_INCOME, int(drawn["children"][-1])
    each = float(receivers[collected].mean())
    return [
        _share("Paying parents", "on Universal Credit", "published", 29, drawn["universal_credit"]),
        _share("Paying parents", "income under £12,570 a year", "published", 43, low),
        _share("Paying parents", "on Collect and Pay", "published", 38.5, collected, 1.5),
        _share("Cases", "in Northern Ireland", "derived", 2.4, ireland),
        Marginal("Children", "at full scale", "thousand", "published", 1025, children * grown / 1000, 25),
        Marginal("Receiving parents", "to a payer on Collect and Pay", "each", "derived", 1.04, each, 0.01),
    ]


def _money(drawn: Drawn) -> list[Marginal]:
    weekly, weeks = drawn["weekly_pence"], drawn["weeks"]
    unpaid = 100 * float(drawn["arrears_pence"].sum() / (weekly * weeks).sum())
    mean = float(weekly.mean()) / 100
    yearly = mean * 365 / 7 * parameters()["payers"]["number"] / 1e9
    return [
        Marginal("Money", "arranged a week for each payer", "£", "derived", 42.6, mean),
        Marginal("Money", "arranged a year at full scale", "£bn", "published", 1.5, yearly, 0.05),
        Marginal("Money", "of all due so far, unpaid", "%", "published", 7, unpaid),
    ]


def _collected(drawn: Drawn) -> list[Marginal]:
    due = drawn["paid"] != PAID.index("not_due")
    paid, method = drawn["paid"][due], drawn["method"][due]
    nothing = method[paid == PAID.index("nothing")]
    found = [
        _share("Of those due", f"paid {name}", "published", of, paid == PAID.index(name))
        for name, of in {"nothing": 32, "up_to_90": 23, "over_90": 45}.items()
    ]
    by = {"earnings": method == METHODS.index("earnings"), "benefit": method == METHODS.index("benefit")}
    found += [
        _share("Of those due", "by deduction from earnings", "published", 27, by["earnings"]),
        _share("Of those due", "by deduction from benefit", "published", 35, by["benefit"]),
        _share("Of those due", "by another method", "published", 38, ~(by["earnings"] | by["benefit"])),
    ]
    for name, of in NIL_PAYERS.items():
        found.append(_share("Of those who paid nothing", name, "published", of, nothing == METHODS.index(name), 1.5))
    return found


def _assumed(drawn: Drawn) -> list[Marginal]:
    found = [
        _share("Employment", name, "assumed", of, drawn["employment"] == place)
        for place, (name, of) in enumerate({"employed": 62, "self_employed": 9, "benefits or none": 29}.items())
    ]
    columns = {"receivers": np.diff(drawn["receivers"]) - 1}
    columns |= {name: drawn[name] for name in ("others", "nation", "pay_frequency")}
    for group, column in columns.items():
        for place, (name, of) in enumerate(parameters()[group]["of"].items()):
            found.append(_share(SAID[group], name, "assumed", of, column == place))
    for first, last, of in zip(BANDS, BANDS[1:], (62, 19, 10, 5, 4), strict=False):
        stays = (drawn["nights"] >= first) & (drawn["nights"] < last)
        found.append(_share("Nights a year", f"from {first}", "assumed", of, stays, 1.5))
    return found


def _share(
    group: str, name: str, status: str, of: float, happens: NDArray[np.bool_], tolerance: float = POINT
) -> Marginal:
    return Marginal(group, name.replace("_", " "), "%", status, of, float(100 * happens.mean()), tolerance)
