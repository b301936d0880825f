"""Where one penny more of income changes what is paid by far more than a penny, or makes it less."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from childmaintenance.law.provision import Scenario
from childmaintenance.modelling.assess import assess
from childmaintenance.modelling.columns import A_CASE, Columns
from childmaintenance.modelling.whatif.reform import Reform

FAMILIES: Final = tuple((children, others) for children in (1, 2, 3) for others in (0, 1, 2))
MOST_POUNDS: Final = 4_000
A_STEP: Final = 3  # pence: a rise of one penny moves a smooth amount by one at most, and rounding by one more


@dataclass(frozen=True)
class Cliff:
    """A family, the weekly income in pence at which the amount jumps, and the amount just below and there."""

    children: int
    others: int
    income: int
    below: int
    there: int


def cliffs(reform: Reform, scenario: Scenario | None) -> list[Cliff]:
    """Every jump of each family, in order of income."""
    found = []
    for children, others in FAMILIES:
        amounts = curve(reform, scenario, children, others)
        steps = np.diff(amounts)
        for place in np.nonzero((steps >= A_STEP) | (steps < 0))[0].tolist():
            found.append(Cliff(children, others, place + 1, int(amounts[place]), int(amounts[place + 1])))
    return found


def curve(reform: Reform, scenario: Scenario | None, children: int, others: int) -> NDArray[np.int64]:
    """Pence a week payable at each penny of weekly income, by somebody with so many children, and no nights."""
    incomes = np.arange(MOST_POUNDS * 100 + 1)
    case: dict[str, Any] = {name: np.zeros(len(incomes), np.int64) for name in A_CASE}
    case |= {"income": incomes, "others": np.full(len(incomes), others)}
    places = np.arange(len(incomes) + 1)
    no_nights = np.zeros(len(incomes) * children, np.int16)
    columns = Columns(**case, receivers=places, children=places * children, nights=no_nights, care_nights=no_nights)
    return assess(columns, on=reform.on, scenario=scenario).weekly
